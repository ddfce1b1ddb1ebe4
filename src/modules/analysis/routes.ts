import { serve } from '#platform/http/serve.ts';
import * as contract from './contract.ts';
import * as saved from './service.scenarios.ts';
import * as service from './service.ts';
import * as trial from './service.trial.ts';

export const analysisRoutes = {
  prepare: serve(contract.prepare, trial.prepare),
  whatIf: serve(contract.whatIf, service.whatIf),
  affected: serve(contract.affected, service.affected),
  scenarios: serve(contract.scenarios, saved.scenarios),
  saveScenario: serve(contract.saveScenario, saved.saveScenario),
  removeScenario: serve(contract.removeScenario, saved.removeScenario),
};
