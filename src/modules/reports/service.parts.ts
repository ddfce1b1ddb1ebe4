import { mayDo } from '#kernel/permission.ts';
import { showNumber } from '#kernel/show.ts';
import type { Text } from '#kernel/text.ts';
import { unmappedCauses } from '#modules/households/service.traits.ts';
import type { Figures, MeasureId } from '#modules/measures/contract.ts';
import { households } from '#modules/measures/rules.measure.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { ReportColumn } from './contract.ts';

/** So many wordings are named; the others are counted. */
const mostWordings = 12;

/** Whom the columns by cause leave out, and which wordings of the lists count as another cause. */
export async function notesOfParts(ctx: Ctx, { columns, figures: { total, period, mapDate } }: { columns: readonly ReportColumn[]; figures: Figures }): Promise<Text[]> {
  const classes = [...new Set(columns.flatMap(({ drill }) => (drill?.part?.cause === undefined ? [] : [drill.class])))];
  const count = (id: string): number => total.figures[id as MeasureId]?.value ?? 0;
  const notes: Text[] = [];
  for (const of of classes) {
    const [silent, unmapped] = [count(`unclear.${of}.cause`), count(`unmapped.${of}.cause`)];
    const who = households[of];
    if (silent > 0 && silent < count(`households.${of}`)) {
      notes.push({ vi: `Có ${showNumber(silent, 'vi')} ${who.vi} không ghi nguyên nhân, không tính vào cột nào.`, en: `${showNumber(silent, 'en')} ${who.en} without a cause are in no column.` });
    }
    if (unmapped === 0) continue;
    notes.push({
      vi: `Có ${showNumber(unmapped, 'vi')} ${who.vi} có nguyên nhân ghi khác các nguyên nhân của biểu, được tính vào cột “Khác”.`,
      en: `${showNumber(unmapped, 'en')} ${who.en} have a cause worded unlike those of the table; it counts as “Other”.`,
    });
    // What a list writes is free text: only who may read households reads it.
    if (ctx.actor.role !== null && !mayDo(ctx.actor.role, 'household.read')) continue;
    const { wordings, more } = await unmappedCauses(ctx, { area: total.area.id, period, map: mapDate, class: of, limit: mostWordings });
    const list = `“${wordings.join('”, “')}”`;
    notes.push({
      vi: `Cách ghi chưa nhận ra: ${list}${more > 0 ? ` và ${showNumber(more, 'vi')} cách ghi khác` : ''}.`,
      en: `Wordings that were not recognised: ${list}${more > 0 ? ` and ${showNumber(more, 'en')} others` : ''}.`,
    });
  }
  return notes;
}
