import { z } from 'zod';

/** Rows asked for at a time; the same limit for the screen and for programs. */
export const PageSize = z.int().min(1).max(200).default(50);

/**
 * A place in a sorted list: the sort value and id of the last row seen. Pages are found by it and not by counting rows,
 * so that page 10,000 is as quick as page 1 and nothing is shown twice while others write.
 */
export const Cursor = z.string().max(400);
export type Cursor = z.infer<typeof Cursor>;

/** A page of `row`s with the cursor of the next one; `total` counts all rows of the filter. */
export const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.strictObject({ rows: z.array(row), next: Cursor.nullable(), total: z.int().min(0) });
