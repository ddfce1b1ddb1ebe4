import { figureIssues } from './rules.catalogue.figures.ts';
import { householdIssues } from './rules.catalogue.households.ts';
import { layoutIssues } from './rules.catalogue.layout.ts';
import { valueIssues } from './rules.catalogue.values.ts';

/** What is said of a cell: such an issue always tells the row, the column, what was found and what is expected. */
export const cellIssues = { ...valueIssues, ...householdIssues, ...figureIssues };

/** Every sentence that an import says of a file: what is odd and what to do. The place stands beside it. */
export const issueCatalogue = { ...layoutIssues, ...cellIssues };
