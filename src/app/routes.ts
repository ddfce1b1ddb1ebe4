import { areasRoutes } from '#modules/areas/routes.ts';
import { identityRoutes } from '#modules/identity/routes.ts';

/** Every procedure bound to its service, by module, in business order. */
export const routes = {
  areas: areasRoutes,
  identity: identityRoutes,
};
