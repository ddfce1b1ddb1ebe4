import { endOf } from '#kernel/period.ts';
import { getArea } from '#modules/areas/service.ts';
import type { RosterHousehold } from '#modules/households/contract.roster.ts';
import type { Bookmark } from '#modules/households/service.handout.ts';
import { openRoster, readRoster, roster } from '#modules/households/service.roster.ts';
import { isDemonstration } from '#modules/identity/service.ts';
import { nearestDay } from '#modules/measures/rules.figures.ts';
import { getStandard } from '#modules/standards/service.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { NameList } from './contract.ts';
import { problem } from './problems.ts';
import { listColumnsOf, listRowsOf, type ListForm } from './rules.lists.ts';
import { commonNotes, type ReportRequest } from './service.ts';
import { shippedForms } from './store.forms.ts';

type Wish = Omit<ReportRequest, 'level'>;

/** An official list of households and their members by name, a page at a time. Leaves an audit row with their number. */
export async function nameList(ctx: Ctx, { form: id, after, limit, ...request }: Wish & { after?: string | undefined; limit: number }): Promise<NameList> {
  const form = getListForm(id);
  const { standard, before, households, next, total } = await roster(ctx, { ...request, class: form.list, after, limit });
  return { ...(await paperOf(ctx, form, request, standard)), rows: rowsOf(form, households, before), next, total };
}

/** An official list that is handed out whole. */
export interface OpenNameList extends Omit<NameList, 'rows' | 'next'> {
  /** Some more lines, those of at most `limit` households; `before` is how many households went before. */
  read(ctx: Ctx, after: Bookmark | null, before: number, limit: number): Promise<{ rows: NameList['rows']; households: number; next: Bookmark | null }>;
}

/** Opens an official list to be handed out. Leaves one audit row with the number of households. */
export async function openNameList(ctx: Ctx, { form: id, ...request }: Wish): Promise<OpenNameList> {
  const form = getListForm(id);
  const opened = await openRoster(ctx, { ...request, class: form.list });
  return {
    ...(await paperOf(ctx, form, request, opened.standard)),
    total: opened.total,
    async read(inner, after, before, limit) {
      const { households, next } = await readRoster(inner, opened, after, limit);
      return { rows: rowsOf(form, households, before), households: households.length, next };
    },
  };
}

function getListForm(id: string): ListForm {
  const { lists } = shippedForms();
  const form = lists.get(id);
  if (!form) throw problem('report.form-not-found', { form: id, known: [...lists.keys()].join(', ') });
  return form;
}

/** All of a list but its households. */
async function paperOf(ctx: Ctx, form: ListForm, request: Omit<Wish, 'form'>, standard: string | null): Promise<Omit<NameList, 'rows' | 'next' | 'total'>> {
  const asOf = endOf(request.period);
  const area = await getArea(ctx, request.area, request.map ?? asOf);
  const view = standard === null ? null : getStandard(standard);
  const mapDate = nearestDay(request.map ?? asOf, area);
  const columns = listColumnsOf(form);
  const simulated = await isDemonstration(ctx);
  const { id, code, level, name, kind } = area;
  return {
    form: form.form,
    title: form.title,
    basis: form.basis,
    area: { id, code, level, name, kind },
    period: request.period,
    asOf,
    mapDate,
    standard,
    simulated,
    columns,
    notes: [...commonNotes({ form, view, asOf, mapDate, simulated }), ...whyEmpty(columns)],
    signatures: form.signatures,
  };
}

const rowsOf = (form: ListForm, households: readonly RosterHousehold[], before: number): NameList['rows'] =>
  households.flatMap((household, place) => listRowsOf(form, household, before + place + 1).map((row, line) => ({ household: household.id, first: line === 0, ...row })));

/** The reasons for empty columns, each with the columns that it is told of. */
function whyEmpty(columns: NameList['columns']): NameList['notes'] {
  const empty = columns.flatMap(({ number, unrecorded }) => (unrecorded === null ? [] : [{ number, why: unrecorded }]));
  return [...Map.groupBy(empty, ({ why }) => why.vi).values()].map((own) => {
    const numbers = own.map(({ number }) => number).join(', ');
    return { vi: `Cột ${numbers}: ${own[0]!.why.vi}`, en: `Column ${numbers}: ${own[0]!.why.en}` };
  });
}
