import type { Side, Walk } from '../../../tests/support/walk.ts';

const asked = ({ commune, period }: Side) => ({ area: commune, period, changes: { minDeprived: 2 } });
const place = ({ commune, period }: Side) => ({ area: commune, period });
const named = (side: Side) => ({ ...asked(side), name: 'Thử hai chỉ số' });

export const walk: Walk = {
  prepare: { own: place, foreign: place },
  whatIf: { own: asked, foreign: asked },
  affected: { own: asked, foreign: asked },
  scenarios: { own: ({ commune }) => ({ area: commune }), foreign: ({ commune }) => ({ area: commune }) },
  saveScenario: { own: named, foreign: named },
  removeScenario: {
    own: async (side, client) => ({ id: (await client.analysis.saveScenario(named(side))).id }),
    foreign: ({ scenario }) => ({ id: scenario }),
  },
};
