import type { Side, Walk } from '../../../tests/support/walk.ts';

const table = ({ commune, period }: Side) => ({ form: '1.1', area: commune, period });

const list = ({ commune, period }: Side) => ({ form: '1.14', area: commune, period });
const columns = ({ commune }: Side) => ({ area: commune, codes: ['muong'] });

export const walk: Walk = {
  forms: { own: () => undefined, foreign: 'takes no object' },
  report: { own: table, foreign: table },
  nameList: { own: list, foreign: list },
  ethnicColumns: { own: ({ commune }) => ({ area: commune }), foreign: 'takes no object' },
  setEthnicColumns: { own: columns, foreign: columns },
};
