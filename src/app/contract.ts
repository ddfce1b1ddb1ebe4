import { areasContract } from '#modules/areas/contract.ts';
import { identityContract } from '#modules/identity/contract.ts';

/** Every procedure of the program, by module, in business order. */
export const contract = {
  areas: areasContract,
  identity: identityContract,
};
