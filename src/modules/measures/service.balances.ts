import { endOf, Period } from '#kernel/period.ts';
import { showDate, type PlainDate } from '#kernel/plain-date.ts';
import { showNumber } from '#kernel/show.ts';
import { fill, type Text } from '#kernel/text.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { unknownVillage } from '#modules/areas/rules.ts';
import { getArea, requireInside, territoryOf } from '#modules/areas/service.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Balance, Balances, Measure, MeasureId } from './contract.ts';
import { nearestDay } from './rules.figures.ts';
import { FollowedClass } from '#modules/households/contract.changes.ts';
import { changeId, grains, openingId } from './rules.flows.ts';
import { isAdditive } from './rules.measures.ts';
import { figures, measuresById } from './service.ts';
import { registerAndSummary } from './store.balances.ts';
import { statisticsOf, unitsBelow } from './store.ts';

const sentences = {
  register: {
    equal: { vi: '{name}: sổ hộ và bảng tổng hợp theo thôn đều là {left}.', en: '{name}: the register and the summary by village both say {left}.' },
    broken: { vi: '{name}: sổ hộ có {left}, bảng tổng hợp theo thôn có {right}, chênh lệch {difference}.', en: '{name}: the register has {left}, the summary by village {right}: {difference} apart.' },
  },
  statistic: {
    equal: { vi: '{name}: số công bố của địa bàn bằng tổng số công bố của các đơn vị, {left}.', en: '{name}: the published figure of the area equals the sum of its parts, {left}.' },
    broken: {
      vi: '{name}: số công bố của địa bàn là {left}, tổng số công bố của các đơn vị là {right}, chênh lệch {difference}.',
      en: '{name}: the area publishes {left}, its parts add up to {right}: {difference} apart.',
    },
  },
  flow: {
    equal: { vi: '{name}: đầu kỳ ({from}) trừ giảm cộng tăng bằng cuối kỳ, {right}.', en: '{name}: the start ({from}) less exits plus entries equals the end, {right}.' },
    broken: {
      vi: '{name}: đầu kỳ ({from}) trừ giảm cộng tăng là {left}, cuối kỳ là {right}, chênh lệch {difference}.',
      en: '{name}: the start ({from}) less exits plus entries is {left}, the end is {right}: {difference} apart.',
    },
  },
} as const satisfies Record<Balance['balance'], { equal: Text; broken: Text }>;

function weigh(balance: Balance['balance'], measure: Measure, left: number, right: number, flow: Balance['flow'] = null): Balance {
  const words = sentences[balance][left === right ? 'equal' : 'broken'];
  const slots = (language: 'vi' | 'en') => ({
    name: measure.name[language],
    from: flow === null ? '' : showDate(flow.from),
    left: showNumber(left, language),
    right: showNumber(right, language),
    difference: showNumber(left - right, language),
  });
  return { balance, measure: measure.id, left, right, difference: left - right, sentence: { vi: fill(words.vi, slots('vi')), en: fill(words.en, slots('en')) }, flow };
}

/** Why something is not weighed on the map of another day. */
const notWeighed = {
  ended: {
    vi: 'Địa bàn này đã kết thúc trước ngày của bản đồ, nên cân đối chỉ được kiểm tra trên bản đồ của ngày số liệu.',
    en: 'The area ended before the day of the map: what must add up is checked on the map of the day of the data only.',
  },
  estimated: {
    vi: 'Trên bản đồ này có số ước tính (≈), mỗi số được làm tròn riêng, nên không kiểm tra cân đối đầu kỳ, cuối kỳ. Hãy xem trên bản đồ của ngày số liệu.',
    en: 'On this map some figures are estimates (≈), each rounded by itself, so that start and end are not weighed. See the map of the day of the data.',
  },
} as const satisfies Record<string, Text>;

/** What must add up in an area for a period, each from both sides, on a map. Throws `area.outside-post`: a part of the area cannot be checked. */
export async function balances(ctx: Ctx, { area: ref, period, map }: { area: AreaRef; period: Period; map?: PlainDate | undefined }): Promise<Balances> {
  const asOf = endOf(period);
  const area = await getArea(ctx, ref, map ?? asOf);
  await requireInside(ctx, area);
  const mapDate = nearestDay(map ?? asOf, area);
  if (map !== undefined && area.to !== null && area.to < map) return { mapDate: map, balances: [], notes: [notWeighed.ended] };
  const units = await unitsBelow(ctx.db, area.id, mapDate, false);
  const all = [{ id: area.id, level: area.level }, ...units];
  const inTree = { communes: all.filter(({ level }) => level === 'commune').map(({ id }) => id), villages: area.level === 'village' ? [area.id] : [] };
  const territory = await territoryOf(ctx, area, mapDate);

  const measures = measuresById();
  const registers = (await registerAndSummary(ctx.db, asOf, mapDate, territory, inTree)).map(({ measure, register, summary }) => weigh('register', measures.get(measure)!, register, summary));

  const parts = (area.level === 'commune' ? await unitsBelow(ctx.db, area.id, mapDate, true) : units).filter(({ parentId, kind }) => parentId === area.id && kind !== unknownVillage.kind);
  const statistics = await publishedBalances(ctx, area.id, parts.map(({ id }) => id), asOf);

  const flows = await flowBalances(ctx, area.id, period, map);
  return { mapDate, balances: [...registers, ...statistics, ...(flows ?? [])], notes: flows === null ? [notWeighed.estimated] : [] };
}

/** Start − exits + entries beside the end, of each class and its persons that this round and the one before list; null where some of it is an estimate. */
async function flowBalances(ctx: Ctx, areaId: AreaRef, period: Period, map: PlainDate | undefined): Promise<Balance[] | null> {
  const followed = FollowedClass.options.flatMap((of) => grains.map((grain) => ({ of, grain })));
  const parts = ['exits', 'entries', 'other_out', 'other_in', 'grown', 'shrunk'];
  const ids = followed.flatMap(({ of, grain }) => [`${grain}.${of}`, openingId(grain, of), ...parts.map((part) => changeId(grain, of, part))]);
  const { total, since } = await figures(ctx, { area: areaId, period, map, level: 'own', measures: ids });
  if (ids.some((id) => total.figures[id as MeasureId]?.carried?.estimated)) return null;
  const from = since.at(-1);
  if (from === undefined) return [];
  const valueOf = (id: string): number | null => total.figures[id as MeasureId]!.value;
  return followed.flatMap(({ of, grain }) => {
    const [start, end] = [valueOf(openingId(grain, of)), valueOf(`${grain}.${of}`)];
    // A class that one of the lists did not hold would seem to come from nowhere or to vanish.
    if (start === null || end === null) return [];
    const [exits, entries, out, into, grown, shrunk] = parts.map((part) => valueOf(changeId(grain, of, part)) ?? 0) as [number, number, number, number, number, number];
    const flow = { from, start, exits, otherExits: out - shrunk, entries, otherEntries: into - grown, changes: grown - shrunk, end };
    return [weigh('flow', measuresById().get(`${grain}.${of}`)!, start - exits - out + entries + into, end, flow)];
  });
}

/** The published figures of an area beside the sums of those of its parts, where every part has one. */
async function publishedBalances(ctx: Ctx, areaId: AreaRef, partIds: readonly string[], asOf: PlainDate): Promise<Balance[]> {
  const additive = [...measuresById().values()].filter(isAdditive);
  const rows = await statisticsOf(ctx.db, [areaId, ...partIds], asOf, additive.map(({ id }) => id));
  return additive.flatMap((measure) => {
    const own = rows.find((row) => row.measure === measure.id && row.area_id === areaId);
    const ofParts = rows.filter((row) => row.measure === measure.id && row.area_id !== areaId);
    if (!own || ofParts.length === 0 || ofParts.length < partIds.length) return [];
    return [weigh('statistic', measure, own.value, ofParts.reduce((sum, { value }) => sum + value, 0))];
  });
}
