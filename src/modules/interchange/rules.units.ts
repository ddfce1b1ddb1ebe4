import { fold, sortKey } from '#kernel/vietnamese.ts';
import { properName } from '#modules/areas/rules.catalogue.ts';

interface Named {
  name: string;
  kind: string;
}

/**
 * The area that a table means by the name of a unit: by its whole name, by its proper name, by its kind alone where there is only one
 * (`Thị trấn`), and only then without diacritics (Nga Thanh is not Nga Thành). Null where none or several fit: nothing is guessed.
 */
export function unitNamed<Area extends Named>(unit: string, areas: readonly Area[]): Area | null {
  const tests = [sortKey, fold].flatMap((key): ((area: Area) => boolean)[] => [
    ({ name }) => key(name) === key(unit),
    ({ name }) => key(properName(name)) === key(properName(unit)),
    ({ kind }) => key(kind) === key(unit),
  ]);
  for (const test of tests) {
    const [found, ...others] = areas.filter(test);
    if (found && others.length === 0) return found;
  }
  return null;
}
