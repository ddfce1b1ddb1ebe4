import { areasFind, areasLineage } from './areas.ts';
import { classify, schemaClassify } from './classify.ts';
import type { Command } from './command.ts';
import { demoLoad, demoReset, migrate } from './database.ts';
import { userAdd } from './users.ts';

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [classify, schemaClassify, areasFind, areasLineage, demoLoad, demoReset, migrate, userAdd];
