import type { AreaRef } from './contract.ts';
import type { Walk } from '../../../tests/support/walk.ts';

/** Areas are known to all: only adding villages is bound to the post. */
export const walk: Walk = {
  find: { own: () => ({ text: 'nga son' }), foreign: 'takes no object' },
  get: { own: ({ commune }) => ({ ref: commune }), foreign: ({ commune }) => ({ ref: commune }) },
  children: { own: ({ commune }) => ({ ref: commune }), foreign: ({ commune }) => ({ ref: commune }) },
  edition: { own: () => undefined, foreign: 'takes no object' },
  boundaries: { own: ({ commune }) => ({ ref: commune }), foreign: ({ commune }) => ({ ref: commune }) },
  epochs: { own: () => undefined, foreign: 'takes no object' },
  between: { own: ({ commune }) => ({ ref: commune, from: '2018-12-31', to: '2026-01-01' }), foreign: ({ commune }) => ({ ref: commune, from: '2018-12-31', to: '2026-01-01' }) },
  addVillages: { own: ({ commune }) => ({ ref: commune, names: ['Thôn Mới'] }), foreign: ({ commune }) => ({ ref: commune, names: ['Thôn Lạ'] }) },
  tryAct: { own: ({ commune }) => rename(commune), foreign: ({ commune }) => rename(commune) },
  // The walk needs its areas as they are: an act on an area that is not there passes the door and changes nothing.
  act: { own: () => rename('99999' as AreaRef), foreign: ({ commune }) => rename(commune) },
  acts: { own: () => undefined, foreign: 'takes no object' },
  places: { own: ({ commune }) => ({ ref: commune }), foreign: ({ commune }) => ({ ref: commune }) },
  putPlaces: {
    own: ({ commune }) => ({ ref: commune, places: [{ village: 'Thôn Một', lat: 20.1, lon: 105.5 }], source: 'đo thực địa' }),
    foreign: ({ commune }) => ({ ref: commune, places: [{ village: 'Thôn Một', lat: 20.1, lon: 105.5 }], source: 'đo thực địa' }),
  },
  lists: { own: () => undefined, foreign: 'takes no object' },
  list: { own: () => ({ id: 'poor-district-2021-2025' }), foreign: 'takes no object' },
  checkUnits: { own: ({ commune }) => checking(commune), foreign: ({ commune }) => checking(commune) },
  addToList: { own: ({ commune }) => adding(commune), foreign: ({ commune }) => adding(commune) },
  // Lists of the packs are of the country; a post in a commune ends none of them.
  endList: { own: () => ending, foreign: () => ending },
  undoListAct: { own: () => ({ act: nothing }), foreign: () => ({ act: nothing }) },
  undoAct: { own: () => ({ id: nothing }), foreign: () => ({ id: nothing }) },
};

const rename = (area: AreaRef) => ({ day: '2026-01-01', resolution: '01/NQ-HĐND', request: { kind: 'rename', area, name: 'Xã Đổi Tên', areaKind: 'xã' } });
const checking = (of: AreaRef) => ({ of, level: 'village', day: '2026-01-01', lines: ['Thôn Một'] });
const adding = (of: AreaRef) => ({ list: { kind: 'own', name: 'Xã đặc thù của tỉnh', level: 'commune', of, authority: 'HĐND tỉnh' }, document: '01/NQ-HĐND', from: '2026-01-01', complete: true, areas: [of] });
const ending = { id: 'poor-district-2021-2025', document: '01/NQ-HĐND', day: '2026-01-01' };
const nothing = '00000000-0000-7000-8000-000000000000';
