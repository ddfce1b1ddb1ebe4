import { serve } from '#platform/http/serve.ts';
import * as contract from './contract.ts';
import * as service from './service.ts';
import { act, acts, tryAct, undoAct } from './service.acts.ts';
import { boundaries } from './service.boundaries.ts';
import { epochs } from './service.catalogue.ts';
import { find } from './service.find.ts';
import { places, putPlaces } from './service.places.ts';
import { between } from './service.strands.ts';

export const areasRoutes = {
  find: serve(contract.find, find),
  get: serve(contract.get, service.get),
  children: serve(contract.children, service.children),
  boundaries: serve(contract.boundaries, boundaries),
  epochs: serve(contract.epochs, epochs),
  between: serve(contract.between, between),
  addVillages: serve(contract.addVillages, service.addVillages),
  tryAct: serve(contract.areasContract.tryAct, tryAct),
  act: serve(contract.areasContract.act, act),
  acts: serve(contract.areasContract.acts, acts),
  undoAct: serve(contract.areasContract.undoAct, undoAct),
  places: serve(contract.areasContract.places, places),
  putPlaces: serve(contract.areasContract.putPlaces, putPlaces),
};
