import { z } from 'zod';

/** What a post lets its holder be, in one area. */
export const Role = z.enum([
  'reviewer',
  'village_head',
  'commune_officer',
  'province_officer',
  'sector_officer',
  'leader',
  'inspector',
  'administrator',
]);
export type Role = z.infer<typeof Role>;

const officers = ['commune_officer', 'province_officer'] as const;
const field = ['reviewer', 'village_head'] as const;
const readers = ['sector_officer', 'leader', 'inspector'] as const;
const everyone = Role.options;

/**
 * Who may do what: the one table of it. A role may do a thing only inside the area of its post; the database sees to that.
 * `public` needs no sign-in, `own` needs a sign-in but no post.
 */
export const permissions = {
  public: 'public',
  own: 'own',
  'area.read': everyone,
  'area.write': [...officers, 'administrator'],
  'area.redraw': ['administrator'],
  'area.lists': ['administrator'],
  'standard.read': everyone,
  'post.read': ['administrator'],
  'post.write': ['administrator'],
  'round.read': everyone,
  'round.write': ['province_officer', 'administrator'],
  'household.read': [...field, ...officers, 'inspector'],
  'household.import': officers,
  'household.write': officers,
  'household.correct': [...field, ...officers],
  'household.confirm': officers,
  'household.sensitive': officers,
  'household.house': [...field, ...officers],
  'ledger.close': ['commune_officer'],
  'measure.read': [...field, ...officers, ...readers],
  'report.read': [...field, ...officers, ...readers],
  'report.settings': ['province_officer', 'administrator'],
  'analysis.read': [...officers, ...readers],
  'analysis.write': officers,
  'audit.read': ['inspector', 'administrator'],
} as const satisfies Record<string, readonly Role[] | 'public' | 'own'>;

export type Permission = keyof typeof permissions;

/** Whether a role holds a permission; what needs no post is granted with any or none. */
export function mayDo(role: Role | null, permission: Permission): boolean {
  const holders: readonly Role[] | string = permissions[permission];
  return typeof holders === 'string' || (role !== null && holders.includes(role));
}
