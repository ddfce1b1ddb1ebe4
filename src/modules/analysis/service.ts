import type { Id } from '#kernel/ids.ts';
import { showNumber } from '#kernel/show.ts';
import { fill, type Language, type Text } from '#kernel/text.ts';
import { HouseholdClass } from '#modules/standards/contract.ts';
import { canonicalJson } from '#modules/standards/rules.canonical.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { AffectedHousehold, Changes, Cost, Move, WhatIf } from './contract.ts';
import { problem } from './problems.ts';
import { idOf, rowAfter, type Register } from './rules.register.ts';
import { costOf, direction } from './rules.scenario.ts';
import { effectOn, movesIn, transitionsBetween } from './rules.trial.ts';
import { remembered, tryOut, type Asked, type Trial } from './service.trial.ts';
import { namesOf, unitsBelow } from './store.columns.ts';

/** Tries changes over the register of an area; writes nothing. Throws the problems of areas and of the changes, and `analysis.no-round`. */
export async function whatIf(ctx: Ctx, { cost, ...asked }: Asked & { cost: Cost | null }): Promise<WhatIf> {
  const trial = await tryOut(ctx, asked);
  const { area, asOf, mapDate, base, tried, register, before, after } = trial;
  const units = area.level === 'village' ? [] : await remembered(register, canonicalJson([area.id, mapDate]), () => unitsBelow(ctx.db, area.id, mapDate));
  const unitOfVillage = new Map(units.flatMap(({ villages }, place) => villages.map((village) => [village, place] as const)));
  const transitions = transitionsBetween(before, after, register, (village) => unitOfVillage.get(village), units.length);
  const moves = movesIn(transitions);
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
    units: units.map(({ area: unit }, place) => ({ area: unit, ...effectOn(transitions, place) })).filter(({ poor, nearPoor, worse, better }) => poor.before + poor.after + nearPoor.before + nearPoor.after + worse + better > 0),
    cost: cost && costOf(moves, cost),
    notes: notesOf(trial, moves, await remembered(register, 'traits', () => traitsOf(register)), asked.changes, cost),
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
    vi: 'Thử chuẩn {tried} trên hộ rà soát theo chuẩn {base}: chỉ số cùng mã lấy lại kết quả đã có; chỉ số không được hỏi để là chưa rõ. Điểm B1 không chuyển sang, trừ khi điểm ở mức của chuẩn {base} trở xuống: hộ có thu nhập không quá mức tương ứng, mức này không cao hơn mức nào của chuẩn {tried}.',
    en: 'The standard {tried} is tried on households reviewed under {base}: indicators of the same code keep their answer; those that were not asked are unknown. B1 scores do not carry over, except one at or under a cut of {base}: the income is then no higher than the line it stands for, and that line no higher than any of {tried}.',
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

/** What notes say of the records, whatever is tried. */
interface Traits {
  copiedSums: number;
  decidedOtherwise: number;
  unsized: number;
}

function traitsOf({ columns: { copiedB2 }, otherwise, size }: Register): Traits {
  const traits = { copiedSums: 0, decidedOtherwise: 0, unsized: 0 };
  for (let row = 0; row < size.length; row++) {
    if (copiedB2[row]! >= 0) traits.copiedSums++;
    if (otherwise[row] === 1) traits.decidedOtherwise++;
    if (size[row] === 0) traits.unsized++;
  }
  return traits;
}

function notesOf({ base, tried, before, withoutFacts }: Trial, moves: readonly Move[], { copiedSums, decidedOtherwise, unsized }: Traits, { without = [] }: Changes, cost: Cost | null): Text[] {
  const notPoor = moves.reduce((sum, { from, households }) => sum + (direction('near_poor', from) === 'better' ? households : 0), 0);
  const sums = tried.id !== base.id || without.length > 0 ? copiedSums : 0;
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
