import type { Walk } from '../../../tests/support/walk.ts';

export const walk: Walk = {};
