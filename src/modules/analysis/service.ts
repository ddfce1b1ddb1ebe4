import { endOf, type Period } from '#kernel/period.ts';
import type { Id } from '#kernel/ids.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { showNumber } from '#kernel/show.ts';
import { fill, type Language, type Text } from '#kernel/text.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { getArea, requireInside, territoryOf, type AreaOnDay } from '#modules/areas/service.ts';
import { roundsFor } from '#modules/rounds/service.ts';
import { HouseholdClass } from '#modules/standards/contract.ts';
import type { Standard } from '#modules/standards/contract.packs.ts';
import { canonicalJson } from '#modules/standards/rules.canonical.ts';
import { classifyColumns, type HouseholdColumns } from '#modules/standards/rules.columns.ts';
import { findIndicator } from '#modules/standards/rules.indicators.ts';
import { getStandard } from '#modules/standards/service.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { AffectedHousehold, Changes, Cost, WhatIf } from './contract.ts';
import { problem } from './problems.ts';
import { carriedOver, changedStandard, costOf, direction, effectByUnit, movesBetween } from './rules.scenario.ts';
import { householdsIn, idOf, rowAfter, type Register } from './rules.register.ts';
import { registerOf } from './service.register.ts';
import { namesOf, readFacts, unitsBelow, type TriedOn } from './store.columns.ts';

interface Asked {
  area: AreaRef;
  period: Period;
  map?: PlainDate | undefined;
  changes: Changes;
}

interface Trial {
  area: AreaOnDay;
  asOf: PlainDate;
  mapDate: PlainDate;
  base: Standard;
  tried: Standard;
  triedOn: TriedOn;
  register: Register;
  /** Classes as places in `HouseholdClass.options`, on both sides. */
  before: Uint8Array;
  after: Uint8Array;
  /** Households whose answer to a changed threshold has no raw facts: it stayed as it was. */
  withoutFacts: number;
}

/** Tries changes over the register of an area; writes nothing. Throws the problems of areas and of the changes, and `analysis.no-round`. */
export async function whatIf(ctx: Ctx, { cost, ...asked }: Asked & { cost: Cost | null }): Promise<WhatIf> {
  const trial = await tryOut(ctx, asked);
  const { area, asOf, mapDate, base, tried, register, before, after } = trial;
  const units = area.level === 'village' ? [] : await unitsBelow(ctx.db, area.id, mapDate);
  const unitOfVillage = new Map(units.flatMap(({ villages }, place) => villages.map((village) => [village, place] as const)));
  const unitOf = new Int32Array(before.length);
  for (const { id, from, to } of register.villages) unitOf.fill(unitOfVillage.get(id) ?? -1, from, to);
  const effects = effectByUnit(before, after, unitOf, units.length);
  const moves = movesBetween(before, after, register.size);
  const { id, code, level, name, kind } = area;
  return {
    area: { id, code, level, name, kind },
    period: asked.period,
    asOf,
    mapDate,
    standard: base.id,
    tried: tried.id,
    households: before.length,
    moves,
    units: units.map(({ area: unit }, place) => ({ area: unit, ...effects[place]! })).filter(({ poor, nearPoor, worse, better }) => poor.before + poor.after + nearPoor.before + nearPoor.after + worse + better > 0),
    cost: cost && costOf(moves, cost),
    notes: notesOf(trial, asked.changes, cost),
  };
}

type AffectedInput = Asked & { from?: HouseholdClass | undefined; to?: HouseholdClass | undefined; after?: string | undefined; limit: number };

/** The households that would change class (from one and to another where asked), by village and name. Leaves an audit row. */
export async function affected(ctx: Ctx, { from, to, after: cursor, limit, ...asked }: AffectedInput): Promise<{ rows: AffectedHousehold[]; next: string | null; total: number }> {
  const { area, mapDate, triedOn, register, before, after } = await tryOut(ctx, asked);
  const options = HouseholdClass.options;
  const [was, becomes] = [from, to].map((name) => (name === undefined ? null : options.indexOf(name)));
  const start = cursor === undefined ? 0 : readCursor(register, cursor);
  const page: Changed[] = [];
  let [total, hasMore] = [0, false];
  // Village by village, which is an order that pages can follow without the names of all.
  for (const village of register.villages) {
    for (let row = village.from; row < village.to; row++) {
      const [one, other] = [before[row]!, after[row]!];
      if (one === other || (was !== null && one !== was) || (becomes !== null && other !== becomes)) continue;
      total++;
      if (row < start) continue;
      if (page.length === limit) hasMore = true;
      else page.push({ id: idOf(register, row) as Id, village: village.id, from: options[one]!, to: options[other]! });
    }
  }
  const names = new Map((await namesOf(ctx.db, triedOn, page.map(({ id }) => id), mapDate)).map((named) => [named.id, named]));
  ctx.record({ action: 'what-if.households-listed', subject: asked.area, areaPath: area.areaPath, details: { period: asked.period, changes: asked.changes, count: page.length } });
  const last = page.at(-1);
  return {
    rows: page.map((move) => {
      const { head, size, village, commune } = names.get(move.id)!;
      return { id: move.id, head, size, village, commune, from: move.from, to: move.to };
    }),
    next: hasMore && last ? `${last.village} ${last.id}` : null,
    total,
  };
}

interface Changed {
  id: Id;
  village: string;
  from: HouseholdClass;
  to: HouseholdClass;
}

/** The row that a page begins with: after the village and household that the cursor names. */
function readCursor(register: Register, cursor: string): number {
  const [village, id] = cursor.split(' ');
  const row = village === undefined || id === undefined ? null : rowAfter(register, village, id);
  if (row === null) throw problem('analysis.bad-cursor', {});
  return row;
}

async function tryOut(ctx: Ctx, { area: ref, period, map, changes }: Asked): Promise<Trial> {
  const asOf = endOf(period);
  const mapDate = map ?? asOf;
  const area = await getArea(ctx, ref, mapDate);
  await requireInside(ctx, area);
  const rounds = await roundsFor(ctx, area.id, period);
  const standards = [...new Set(rounds.map((round) => round.standards.find(({ official }) => official)!.id))];
  if (standards.length === 0) throw problem('analysis.no-round', { area: area.name, period });
  if (standards.length > 1) throw problem('analysis.several-standards', { area: area.name, period, standards: standards.join(', ') });
  const base = getStandard(standards[0]!).standard;
  const asked = getStandard(changes.standard ?? base.id).standard;
  const tried = changedStandard(asked, changes);
  const without = changes.without ?? [];

  const triedOn: TriedOn = { roundIds: rounds.map(({ id }) => id), standardId: base.id, territory: await territoryOf(ctx, area, mapDate) };
  const register = await registerOf(ctx, triedOn);
  const context = { date: asOf, local: null };
  const before = await remembered(register, canonicalJson([base.id, asOf]), async () => classifyColumns(register.columns, base, context).class);
  const { after, withoutFacts } = await remembered(register, canonicalJson([base.id, asOf, changes]), async () => {
    const carried = carriedOver(register.columns, base, tried, without);
    const silent = await judgeAnew(ctx, { triedOn, register, columns: carried, base, tried, without, asOf });
    return { after: classifyColumns(carried, tried, context).class, withoutFacts: silent };
  });
  return { area, asOf, mapDate, base, tried, triedOn, register, before, after, withoutFacts };
}

/** What was last found of a register, which is another object once a record of it changes: a page of names asks for the same as the totals before it. */
const lastFound = new WeakMap<Register, Map<string, unknown>>();
const mostFound = 4;

async function remembered<Found>(register: Register, key: string, find: () => Promise<Found>): Promise<Found> {
  const found = lastFound.get(register) ?? new Map<string, unknown>();
  lastFound.set(register, found);
  const result = found.has(key) ? (found.get(key) as Found) : await find();
  // Anew at the end: what was asked for longest ago is the first to go.
  found.delete(key);
  found.set(key, result);
  if (found.size > mostFound) found.delete(found.keys().next().value!);
  return result;
}

interface Judging {
  triedOn: TriedOn;
  register: Register;
  columns: HouseholdColumns;
  base: Standard;
  tried: Standard;
  without: readonly string[];
  asOf: PlainDate;
}

/**
 * Answers anew the indicators whose threshold is another one, from the raw facts, and puts the answers into the columns. An answer without raw
 * facts stays as it was carried over; says how many households have one.
 */
async function judgeAnew(ctx: Ctx, { triedOn, register, columns, base, tried, without, asOf }: Judging): Promise<number> {
  const earlier = new Map(base.indicators.map((indicator) => [indicator.code, indicator]));
  const others = tried.indicators.flatMap((indicator, bit) => {
    const own = earlier.get(indicator.code);
    const isOther = !('unknown' in indicator.threshold) && !without.includes(indicator.code) && (own === undefined || canonicalJson(own.threshold) !== canonicalJson(indicator.threshold));
    return isOther ? [{ indicator, bit }] : [];
  });
  if (others.length === 0) return 0;
  const rowOf = new Map(Array.from({ length: householdsIn(register) }, (_, row) => [idOf(register, row), row]));
  let withoutFacts = 0;
  for await (const households of readFacts(ctx.db, triedOn)) {
    for (const { id, facts } of households) {
      const row = rowOf.get(id);
      if (row === undefined) continue;
      let isSilent = false;
      for (const { indicator, bit } of others) {
        const answer = findIndicator(indicator, facts, asOf)?.answer ?? 'unknown';
        if (answer === 'unknown') {
          isSilent = true;
          continue;
        }
        columns.unknown[row]! &= ~(1 << bit);
        if (answer === 'yes') columns.deprived[row]! |= 1 << bit;
        else columns.deprived[row]! &= ~(1 << bit);
      }
      if (isSilent) withoutFacts++;
    }
  }
  return withoutFacts;
}

const words = {
  assumption: {
    vi: 'Đây là giả định để xem xét, không phải kết quả phân loại. Cả hai phía đều tính lại từ cùng hồ sơ, nên khác biệt chỉ do thay đổi đang thử.',
    en: 'This is an assumption for consideration, not a classification. Both sides are worked out from the same records, so that they differ by the change alone.',
  },
  onlyRegister: {
    vi: 'Chỉ tính {total} hộ có trong sổ của đợt, trong đó {notPoor} hộ có mức sống trung bình hoặc không nghèo. Hộ không có trong sổ có thể thay đổi phân loại mà không thấy ở đây.',
    en: 'Only the {total} households in the register of the round count, of which {notPoor} are of average living standard or not poor. Others may change without being seen here.',
  },
  decided: {
    vi: '{count} hộ có phân loại chính thức theo quyết định khác kết quả tính; ở đây so sánh theo kết quả tính.',
    en: '{count} households have an official class by decision that is not the computed one; the computed one is compared here.',
  },
  carried: {
    vi: 'Thử chuẩn {tried} trên hộ rà soát theo chuẩn {base}: chỉ số cùng mã lấy lại kết quả đã có; chỉ số không được hỏi để là chưa rõ; điểm B1 không chuyển sang.',
    en: 'The standard {tried} is tried on households reviewed under {base}: indicators of the same code keep their answer; those that were not asked are unknown; B1 scores do not carry over.',
  },
  sums: {
    vi: '{count} hộ chỉ có tổng điểm B2 chép từ phiếu; khi chỉ số thay đổi thì tổng này không dùng được, nên các chỉ số của hộ là chưa rõ.',
    en: '{count} households have only a B2 sum copied from the form; once indicators change it cannot be used, so their indicators are unknown.',
  },
  facts: {
    vi: '{count} hộ không có số liệu gốc để xét lại ngưỡng đã đổi; chỉ số đó của các hộ này giữ nguyên.',
    en: '{count} households have no raw answers by which the changed threshold could be judged; their indicator stays as it was.',
  },
  sizes: {
    vi: '{count} hộ chưa rõ số nhân khẩu, không có trong số nhân khẩu và chi phí theo người.',
    en: '{count} households are of unknown size and are in neither the persons nor a cost per person.',
  },
  cost: {
    vi: 'Chi phí tính theo mức chi do người dùng nhập, không phải mức của chính sách nào.',
    en: 'The cost rests on the amount that was entered; it is that of no policy.',
  },
} as const satisfies Record<string, Text>;

function notesOf({ base, tried, register, before, withoutFacts }: Trial, { without = [] }: Changes, cost: Cost | null): Text[] {
  const options = HouseholdClass.options;
  const notPoor = before.reduce((sum, place) => sum + (direction('near_poor', options[place]!) === 'better' ? 1 : 0), 0);
  const sums = tried.id !== base.id || without.length > 0 ? register.columns.copiedB2.reduce((sum, points) => sum + (points >= 0 ? 1 : 0), 0) : 0;
  const decidedOtherwise = register.otherwise.reduce((sum, one) => sum + one, 0);
  const unsized = register.size.reduce((sum, size) => sum + (size === 0 ? 1 : 0), 0);
  const told = (text: Text, slots: Record<string, number | string> = {}): Text => {
    const inWords = (language: Language): string => fill(text[language], Object.fromEntries(Object.entries(slots).map(([name, value]) => [name, typeof value === 'number' ? showNumber(value, language) : value])));
    return { vi: inWords('vi'), en: inWords('en') };
  };
  return [
    told(words.assumption),
    told(words.onlyRegister, { total: before.length, notPoor }),
    ...(tried.id === base.id ? [] : [told(words.carried, { tried: tried.id, base: base.id })]),
    ...(decidedOtherwise > 0 ? [told(words.decided, { count: decidedOtherwise })] : []),
    ...(sums > 0 ? [told(words.sums, { count: sums })] : []),
    ...(withoutFacts > 0 ? [told(words.facts, { count: withoutFacts })] : []),
    ...(unsized > 0 ? [told(words.sizes, { count: unsized })] : []),
    ...(cost === null ? [] : [told(words.cost)]),
  ];
}
