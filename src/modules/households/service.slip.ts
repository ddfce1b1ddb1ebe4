import type { Id } from '#kernel/ids.ts';
import type { Period } from '#kernel/period.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { getAreaWithin } from '#modules/areas/service.ts';
import { unknownVillage } from '#modules/areas/rules.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import type { AreaKind } from '#modules/standards/contract.ts';
import { getStandard } from '#modules/standards/service.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Slip } from './contract.slip.ts';
import { problem } from './problems.ts';
import { slipFoot, slipParts, type SlipCase } from './rules.slip.ts';
import { viewRecord } from './service.file.ts';
import { classRecordsOf, findHousehold } from './store.file.ts';
import { plainWords } from './store.packs.ts';

/** “Xã Cẩm Tân” inside a sentence; a name that does not begin with what it is stays as it is. */
const inSentence = (name: string, kind: string): string => (name.toLowerCase().startsWith(kind.toLowerCase()) ? name[0]!.toLowerCase() + name.slice(1) : name);

/** The result of a household in a period in plain words. Throws `household.not-found`, `household.no-class-then`. */
export async function slip(ctx: Ctx, { id, period }: { id: Id; period: Period }): Promise<Slip> {
  const household = await findHousehold(ctx.db, id);
  if (!household) throw problem('household.not-found', {});
  for (const row of await classRecordsOf(ctx.db, id)) {
    if (!row.current || !row.official) continue;
    const record = await viewRecord(ctx, row);
    if (record.period !== period) continue;
    ctx.record({ action: 'household.slip-opened', subject: id, areaPath: household.areaPath, details: { period } });
    const { within, ...village } = await getAreaWithin(ctx, row.village_id as AreaRef, row.as_of as PlainDate);
    const commune = within.at(-1)!;
    const slipCase: SlipCase = {
      record,
      view: getStandard(row.standard_id),
      area: row.area_kind as AreaKind | null,
      words: plainWords(),
      village: village.kind === unknownVillage.kind ? null : inSentence(village.name, village.kind),
      commune: inSentence(commune.name, commune.kind),
    };
    return {
      household: id,
      head: record.head,
      number: household.number,
      place: [village, ...within.filter(({ level }) => level !== 'country').reverse()].map(({ name }) => name).join(', '),
      period,
      asOf: record.asOf,
      class: record.class,
      parts: slipParts(slipCase),
      foot: slipFoot(slipCase),
    };
  }
  throw problem('household.no-class-then', { period });
}
