import { sortKey } from '#kernel/vietnamese.ts';
import type { CommuneForm, ReadHousehold } from './contract.parts.ts';
import type { Issues, Place } from './rules.issues.ts';

/**
 * What only shows when all households of a file lie side by side: the same household or person twice. A household that escaped poverty and is
 * near-poor now rightly stands on two lists; it is kept once, from the first sheet, and marked.
 * Names are compared with their diacritics: Thanh and Thành are two.
 */
export function checkAcross(households: readonly ReadHousehold[], form: CommuneForm, issues: Issues): ReadHousehold[] {
  const kept = mergeLists(households, form, issues);
  checkSame(kept, issues);
  checkIdNumbers(kept, issues);
  return kept;
}

const headOf = ({ intake }: ReadHousehold) => intake.members.find(({ head }) => head)!;
const placeOf = ({ sheet, row }: ReadHousehold): Place => ({ sheet, row });

/** Keys by which a household is the same on two lists: the number of the head, or else name, birth and village. */
function keysOf(household: ReadHousehold): string[] {
  const { idNumber, name, birth } = headOf(household);
  return [...(idNumber ? [`id ${idNumber}`] : []), ...(birth ? [`${sortKey(name)} ${birth} ${sortKey(household.intake.village ?? '')}`] : [])];
}

function mergeLists(households: readonly ReadHousehold[], form: CommuneForm, issues: Issues): ReadHousehold[] {
  const current = new Map(households.filter(({ list }) => list === 'current').flatMap((household) => keysOf(household).map((key) => [key, household] as const)));
  const again = new Set<ReadHousehold>();
  const escaped = new Set<ReadHousehold>();
  for (const household of households) {
    const other = household.list === 'current' ? undefined : keysOf(household).map((key) => current.get(key)).find((one) => one !== undefined);
    if (!other) continue;
    again.add(household);
    const nowIs = other.intake.stated;
    if (household.list === 'escaped_poverty' && nowIs === 'near_poor') escaped.add(other);
    else {
      const name = nowIs === null || nowIs === 'insufficient' ? '?' : form.values.class[nowIs][0]!;
      issues.add('household.two-lists', placeOf(household), { head: headOf(household).name, where: other.intake.source, class: name });
    }
  }
  return households.filter((household) => !again.has(household)).map((household) => (escaped.has(household) ? { ...household, escaped: true } : household));
}

function checkSame(households: readonly ReadHousehold[], issues: Issues): void {
  const byNumber = new Map<string, ReadHousehold>();
  const byPerson = new Map<string, ReadHousehold>();
  for (const household of households) {
    const { name, birth } = headOf(household);
    const { number, village } = household.intake;
    const sameNumber = number === null ? undefined : byNumber.get(sortKey(number));
    if (sameNumber) issues.add('household.number-twice', placeOf(household), { found: number!, where: sameNumber.intake.source });
    else if (number !== null) byNumber.set(sortKey(number), household);

    const key = `${sortKey(name)} ${birth ?? ''} ${sortKey(village ?? '')}`;
    const same = byPerson.get(key);
    if (!same) byPerson.set(key, household);
    // Numbers of their own, or different ID numbers, tell namesakes apart.
    else if (!sameNumber && !areApart(household, same)) {
      issues.add(birth === null ? 'household.perhaps-twice' : 'household.twice', placeOf(household), { head: name, where: same.intake.source });
    }
  }
}

function areApart(a: ReadHousehold, b: ReadHousehold): boolean {
  const [idA, idB] = [headOf(a).idNumber, headOf(b).idNumber];
  if (idA !== null && idB !== null) return true; // the same ID is told on its own
  return a.intake.number !== null && b.intake.number !== null;
}

function checkIdNumbers(households: readonly ReadHousehold[], issues: Issues): void {
  const holders = new Map<string, { name: string; where: string }>();
  for (const household of households) {
    household.intake.members.forEach(({ name, idNumber }, place) => {
      if (idNumber === null) return;
      const [other, row] = [holders.get(idNumber), household.memberRows[place]!];
      if (other) issues.add('person.id-twice', { sheet: household.sheet, row }, { found: idNumber, name, other: other.name, where: other.where });
      else holders.set(idNumber, { name, where: `${household.sheet}, dòng ${row}` });
    });
  }
}
