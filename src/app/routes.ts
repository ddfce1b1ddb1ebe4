import { analysisRoutes } from '#modules/analysis/routes.ts';
import { areasRoutes } from '#modules/areas/routes.ts';
import { householdsRoutes } from '#modules/households/routes.ts';
import { identityRoutes } from '#modules/identity/routes.ts';
import { interchangeRoutes } from '#modules/interchange/routes.ts';
import { measuresRoutes } from '#modules/measures/routes.ts';
import { reportsRoutes } from '#modules/reports/routes.ts';
import { roundsRoutes } from '#modules/rounds/routes.ts';
import { standardsRoutes } from '#modules/standards/routes.ts';

/** Every procedure bound to its service, by module, in business order. */
export const routes = {
  areas: areasRoutes,
  identity: identityRoutes,
  standards: standardsRoutes,
  rounds: roundsRoutes,
  households: householdsRoutes,
  measures: measuresRoutes,
  reports: reportsRoutes,
  analysis: analysisRoutes,
  interchange: interchangeRoutes,
};
