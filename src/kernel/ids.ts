import { z } from 'zod';

/** An id of ours: a UUIDv7 made by the program (`ctx.newId`), never by the database and never changed. */
export const Id = z.uuid().brand('Id');
export type Id = z.infer<typeof Id>;
