import { areasAct, areasActs, areasUndo } from './area-acts.ts';
import { areasFind, areasLineage } from './areas.ts';
import { classify, schemaClassify } from './classify.ts';
import type { Command } from './command.ts';
import { demoLoad, demoReset, migrate } from './database.ts';
import { importFile } from './imports.ts';
import { reportTable } from './reports.ts';
import { roundOpen } from './rounds.ts';
import { userAdd } from './users.ts';

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  classify, schemaClassify, importFile, reportTable, areasFind, areasLineage, areasAct, areasActs, areasUndo, roundOpen, demoLoad, demoReset, migrate, userAdd,
];
