import { demonstration } from '#demo/demonstration.ts';
import { getStandard } from '#modules/standards/service.ts';

/** What the demonstration shows, made once for all test files of a process: they read it only. */
export const places = demonstration((id) => getStandard(id).standard);
