import { AreaBoundaries } from '#modules/areas/contract.ts';

/** The boundaries in a reply, which is a file. */
export const boundariesIn = async (reply: Promise<{ body: File }>): Promise<AreaBoundaries> => AreaBoundaries.parse(JSON.parse(await (await reply).body.text()));
