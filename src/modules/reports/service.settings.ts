import { z } from 'zod';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { getArea, provinceToday, requireInside } from '#modules/areas/service.ts';
import { householdParts, shippedEthnicColumns } from '#modules/households/service.traits.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { EthnicColumns } from './contract.ts';
import { problem } from './problems.ts';
import type { EthnicHead } from './rules.forms.ts';
import { insertSetting, latestSetting } from './store.settings.ts';

/** Which ethnic groups have a column in the tables of the province of an area: as it chose, else as shipped. */
export async function ethnicColumns(ctx: Ctx, { area: ref, day }: { area: AreaRef; day?: PlainDate | undefined }): Promise<EthnicColumns> {
  const path = await provinceToday(ctx, await getArea(ctx, ref, day));
  const own = path === null ? undefined : await latestSetting(ctx.db, path, 'ethnic_columns');
  const { value: codes, source, mark } = shippedEthnicColumns();
  return {
    province: path === null ? null : await provinceNamed(ctx, path),
    codes: own === undefined ? codes : z.array(z.string()).parse(own.value),
    chosen: own === undefined ? null : { by: own.entered_name, at: own.entered_at.toISOString() },
    shipped: { codes, source, mark },
  };
}

async function provinceNamed(ctx: Ctx, path: string): Promise<EthnicColumns['province']> {
  const { id, code, level, name, kind } = await getArea(ctx, path as AreaRef);
  return { id, code, level, name, kind };
}

/** The groups that have a column, named. */
export async function ethnicHeads(ctx: Ctx, area: AreaRef, day: PlainDate): Promise<EthnicHead[]> {
  const { codes } = await ethnicColumns(ctx, { area, day });
  const names = new Map(householdParts().ethnicities.map(({ code, name }) => [code, name]));
  return codes.flatMap((code) => (names.has(code) ? [{ code, name: names.get(code)! }] : []));
}

/** Records the columns that a province chooses; those before stay on record. Throws `report.no-province` and `report.no-such-ethnicity`. */
export async function setEthnicColumns(ctx: Ctx, { area: ref, codes }: { area: AreaRef; codes: readonly string[] }): Promise<EthnicColumns> {
  const area = await getArea(ctx, ref);
  const province = await provinceToday(ctx, area);
  if (province === null) throw problem('report.no-province', { area: area.name });
  await requireInside(ctx, await getArea(ctx, province as AreaRef));
  const minorities = householdParts().ethnicities.filter(({ majority }) => !majority).map(({ code }) => code);
  const wrong = codes.filter((code, place) => !minorities.includes(code) || codes.indexOf(code) !== place);
  if (wrong.length > 0) throw problem('report.no-such-ethnicity', { codes: wrong.join(', ') });
  const { userId, name } = ctx.actor;
  await insertSetting(ctx.db, { setting_id: ctx.newId(), province, name: 'ethnic_columns', value: codes, entered_by: userId, entered_name: name, entered_at: ctx.now });
  ctx.record({ action: 'report.ethnic-columns-set', subject: province, areaPath: province, details: { codes } });
  return ethnicColumns(ctx, { area: ref });
}
