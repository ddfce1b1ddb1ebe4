import type { Text } from '#kernel/text.ts';
import { sortKey } from '#kernel/vietnamese.ts';
import type { HouseholdClass } from '#modules/standards/contract.ts';
import type { ReadHousehold } from './contract.parts.ts';
import type { LabelOf } from './rules.commune-household.ts';
import { rowInWords, type CellPlace, type Issues } from './rules.issues.ts';

/**
 * What only shows when all households of a file lie side by side: the same household or person twice. A household that escaped poverty and is
 * near-poor now rightly stands on two lists; it is kept once, from the first sheet, and marked.
 * Names are compared with their diacritics: Thanh and Thành are two.
 */
export function checkAcross(households: readonly ReadHousehold[], { className, labelsIn, issues }: AcrossContext): ReadHousehold[] {
  const place: PlaceOf = ({ sheet, row }, columns) => ({ sheet, row, column: labelsIn(sheet)(...columns) });
  const kept = mergeLists(households, className, place, issues);
  checkSame(kept, place, issues);
  checkIdNumbers(kept, place, issues);
  return kept;
}

export interface AcrossContext {
  className: (value: HouseholdClass | null) => Text;
  /** The heads of the columns of a sheet. */
  labelsIn: (sheet: string) => LabelOf;
  issues: Issues;
}

type PlaceOf = (at: Pick<ReadHousehold, 'sheet' | 'row'>, columns: Parameters<LabelOf>) => CellPlace;
const headColumns: Parameters<LabelOf> = ['head', 'name'];

const headOf = ({ intake }: ReadHousehold) => intake.members.find(({ head }) => head)!;
const whereOf = ({ sheet, row }: ReadHousehold): Text => rowInWords(sheet, row);

/** Keys by which a household is the same on two lists: the number of the head, or else name, birth and village. */
function keysOf(household: ReadHousehold): string[] {
  const { idNumber, name, birth } = headOf(household);
  return [...(idNumber ? [`id ${idNumber}`] : []), ...(birth ? [`${sortKey(name)} ${birth} ${sortKey(household.intake.village ?? '')}`] : [])];
}

function mergeLists(households: readonly ReadHousehold[], className: AcrossContext['className'], place: PlaceOf, issues: Issues): ReadHousehold[] {
  const current = new Map(households.filter(({ list }) => list === 'current').flatMap((household) => keysOf(household).map((key) => [key, household] as const)));
  const again = new Set<ReadHousehold>();
  const escaped = new Set<ReadHousehold>();
  for (const household of households) {
    const other = household.list === 'current' ? undefined : keysOf(household).map((key) => current.get(key)).find((one) => one !== undefined);
    if (!other) continue;
    again.add(household);
    const nowIs = other.intake.stated;
    if (household.list === 'escaped_poverty' && nowIs === 'near_poor') escaped.add(other);
    else issues.add('household.two-lists', place(household, headColumns), { head: headOf(household).name, where: whereOf(other), class: className(nowIs) });
  }
  return households.filter((household) => !again.has(household)).map((household) => (escaped.has(household) ? { ...household, escaped: true } : household));
}

function checkSame(households: readonly ReadHousehold[], place: PlaceOf, issues: Issues): void {
  const byNumber = new Map<string, ReadHousehold>();
  const byPerson = new Map<string, ReadHousehold>();
  for (const household of households) {
    const { name, birth } = headOf(household);
    const { number, village } = household.intake;
    const sameNumber = number === null ? undefined : byNumber.get(sortKey(number));
    if (sameNumber) issues.add('household.number-twice', place(household, ['number']), { found: number!, where: whereOf(sameNumber) });
    else if (number !== null) byNumber.set(sortKey(number), household);

    const key = `${sortKey(name)} ${birth ?? ''} ${sortKey(village ?? '')}`;
    const same = byPerson.get(key);
    if (!same) byPerson.set(key, household);
    // Numbers of their own, or different ID numbers, tell namesakes apart.
    else if (!sameNumber && !areApart(household, same)) {
      issues.add(birth === null ? 'household.perhaps-twice' : 'household.twice', place(household, headColumns), { head: name, where: whereOf(same) });
    }
  }
}

function areApart(a: ReadHousehold, b: ReadHousehold): boolean {
  const [idA, idB] = [headOf(a).idNumber, headOf(b).idNumber];
  if (idA !== null && idB !== null) return true; // the same ID is told on its own
  return a.intake.number !== null && b.intake.number !== null;
}

function checkIdNumbers(households: readonly ReadHousehold[], place: PlaceOf, issues: Issues): void {
  const holders = new Map<string, { name: string; where: Text }>();
  for (const household of households) {
    const { sheet } = household;
    household.intake.members.forEach(({ name, idNumber }, index) => {
      if (idNumber === null) return;
      const [other, row] = [holders.get(idNumber), household.memberRows[index]!];
      if (other) issues.add('person.id-twice', place({ sheet, row }, ['id_number']), { found: idNumber, name, other: other.name, where: other.where });
      else holders.set(idNumber, { name, where: rowInWords(sheet, row) });
    });
  }
}
