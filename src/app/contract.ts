import { analysisContract } from '#modules/analysis/contract.ts';
import { areasContract } from '#modules/areas/contract.ts';
import { householdsContract } from '#modules/households/contract.ts';
import { identityContract } from '#modules/identity/contract.ts';
import { interchangeContract } from '#modules/interchange/contract.ts';
import { measuresContract } from '#modules/measures/contract.ts';
import { reportsContract } from '#modules/reports/contract.ts';
import { roundsContract } from '#modules/rounds/contract.ts';
import { standardsContract } from '#modules/standards/contract.ts';

/** Every procedure of the program, by module, in business order. */
export const contract = {
  areas: areasContract,
  identity: identityContract,
  standards: standardsContract,
  rounds: roundsContract,
  households: householdsContract,
  measures: measuresContract,
  reports: reportsContract,
  analysis: analysisContract,
  interchange: interchangeContract,
};
