import { fold } from '#kernel/vietnamese.ts';
import { properName } from '#modules/areas/rules.catalogue.ts';

interface Named {
  name: string;
  kind: string;
}

/**
 * The area that a table means by the name of a unit: by its whole name, by its proper name, or by its kind alone where there is only one
 * (`Thị trấn`). Null where none or several fit: nothing is guessed.
 */
export function unitNamed<Area extends Named>(unit: string, areas: readonly Area[]): Area | null {
  const asked = fold(unit);
  const tests: ((area: Area) => boolean)[] = [({ name }) => fold(name) === asked, ({ name }) => fold(properName(name)) === fold(properName(unit)), ({ kind }) => fold(kind) === asked];
  for (const test of tests) {
    const [found, ...others] = areas.filter(test);
    if (found && others.length === 0) return found;
  }
  return null;
}
