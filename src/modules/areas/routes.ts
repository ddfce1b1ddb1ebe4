import { serve } from '#platform/http/serve.ts';
import * as actsContract from './contract.acts.ts';
import * as listsContract from './contract.lists.ts';
import * as placesContract from './contract.places.ts';
import * as contract from './contract.ts';
import * as service from './service.ts';
import { act, acts, tryAct, undoAct } from './service.acts.ts';
import { boundaries, edition } from './service.boundaries.ts';
import { epochs } from './service.catalogue.ts';
import { find } from './service.find.ts';
import { addToList, checkUnits, endList, list, lists, undoListAct } from './service.lists.ts';
import { places, putPlaces } from './service.places.ts';
import { between } from './service.strands.ts';

export const areasRoutes = {
  find: serve(contract.find, find),
  get: serve(contract.get, service.get),
  children: serve(contract.children, service.children),
  edition: serve(contract.edition, edition),
  boundaries: serve(contract.boundaries, boundaries),
  epochs: serve(contract.epochs, epochs),
  between: serve(contract.between, between),
  addVillages: serve(contract.addVillages, service.addVillages),
  tryAct: serve(actsContract.tryAct, tryAct),
  act: serve(actsContract.act, act),
  acts: serve(actsContract.acts, acts),
  undoAct: serve(actsContract.undoAct, undoAct),
  places: serve(placesContract.places, places),
  putPlaces: serve(placesContract.putPlaces, putPlaces),
  lists: serve(listsContract.lists, lists),
  list: serve(listsContract.list, list),
  checkUnits: serve(listsContract.checkUnits, checkUnits),
  addToList: serve(listsContract.addToList, addToList),
  endList: serve(listsContract.endList, endList),
  undoListAct: serve(listsContract.undoListAct, undoListAct),
};
