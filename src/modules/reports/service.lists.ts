import { endOf } from '#kernel/period.ts';
import { getArea } from '#modules/areas/service.ts';
import { roster } from '#modules/households/service.roster.ts';
import { isDemonstration } from '#modules/identity/service.ts';
import { nearestDay } from '#modules/measures/rules.figures.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { NameList } from './contract.ts';
import { problem } from './problems.ts';
import { listColumnsOf, listRowsOf } from './rules.lists.ts';
import { commonNotes, type ReportRequest } from './service.ts';
import { shippedForms } from './store.forms.ts';
import { getStandard } from '#modules/standards/service.ts';

/** An official list of households and their members by name, a page at a time. Leaves an audit row with their number. */
export async function nameList(ctx: Ctx, { form: id, after, limit, ...request }: Omit<ReportRequest, 'level'> & { after?: string | undefined; limit: number }): Promise<NameList> {
  const { lists } = shippedForms();
  const form = lists.get(id);
  if (!form) throw problem('report.form-not-found', { form: id, known: [...lists.keys()].join(', ') });
  const asOf = endOf(request.period);
  const area = await getArea(ctx, request.area, request.map ?? asOf);
  const { standard, before, households, next, total } = await roster(ctx, { ...request, class: form.list, after, limit });
  const view = standard === null ? null : getStandard(standard);
  const mapDate = nearestDay(request.map ?? asOf, area);
  const columns = listColumnsOf(form);
  const simulated = await isDemonstration(ctx);
  const { code, level, name, kind } = area;
  return {
    form: form.form,
    title: form.title,
    basis: form.basis,
    area: { id: area.id, code, level, name, kind },
    period: request.period,
    asOf,
    mapDate,
    standard,
    simulated,
    columns,
    rows: households.flatMap((household, place) => listRowsOf(form, household, before + place + 1).map((row, line) => ({ household: household.id, first: line === 0, ...row }))),
    next,
    total,
    notes: [...commonNotes({ form, view, asOf, mapDate, simulated }), ...whyEmpty(columns)],
    signatures: form.signatures,
  };
}

/** The reasons for empty columns, each with the columns that it is told of. */
function whyEmpty(columns: NameList['columns']): NameList['notes'] {
  const empty = columns.flatMap(({ number, unrecorded }) => (unrecorded === null ? [] : [{ number, why: unrecorded }]));
  return [...Map.groupBy(empty, ({ why }) => why.vi).values()].map((own) => {
    const numbers = own.map(({ number }) => number).join(', ');
    return { vi: `Cột ${numbers}: ${own[0]!.why.vi}`, en: `Column ${numbers}: ${own[0]!.why.en}` };
  });
}
