import { endOf, type Period } from '#kernel/period.ts';
import { showDate, type PlainDate } from '#kernel/plain-date.ts';
import { showNumber } from '#kernel/show.ts';
import type { Language, Text } from '#kernel/text.ts';
import type { AreaRef, Level } from '#modules/areas/contract.ts';
import { isDemonstration } from '#modules/identity/service.ts';
import type { Figure, FigureRow, Figures, MeasureId } from '#modules/measures/contract.ts';
import { getMeasure, nestedFigures } from '#modules/measures/service.ts';
import type { StandardView } from '#modules/standards/contract.ts';
import { getStandard } from '#modules/standards/service.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { FormSummary, Report, ReportColumn, ReportRow } from './contract.ts';
import { problem } from './problems.ts';
import { columnsOf, depthsOf, hasEthnicities, measuresOf, numberRows, type Form } from './rules.forms.ts';
import type { ListForm } from './rules.lists.ts';
import { shareRest } from './rules.rest.ts';
import { notesOfChanges, sinceOf } from './service.changes.ts';
import { notesOfParts } from './service.parts.ts';
import { ethnicHeads } from './service.settings.ts';
import { shippedForms } from './store.forms.ts';

export interface ReportRequest {
  form: string;
  area: AreaRef;
  period: Period;
  map?: PlainDate | undefined;
  /** Lowest level of the rows; one below the area when left out. */
  level?: Level | undefined;
}

/** All forms, by number. */
export async function forms(): Promise<FormSummary[]> {
  const { tables, lists } = shippedForms();
  const of = (kind: FormSummary['kind']) => ({ form, title, basis, section }: Form | ListForm): FormSummary => ({ form, title, basis, section, kind });
  const all = [...[...tables.values()].map(of('table')), ...[...lists.values()].map(of('list'))];
  return all.sort((one, other) => one.form.localeCompare(other.form, 'en', { numeric: true }));
}

function getForm(id: string): Form {
  const { tables } = shippedForms();
  const form = tables.get(id);
  if (!form) throw problem('report.form-not-found', { form: id, known: [...tables.keys()].join(', ') });
  return form;
}

/**
 * An official table. The columns of indicators are those of the round's standard; a table over rounds of different standards is refused
 * (`report.mixed-standards`), as is an area that does not lie wholly inside the post (`area.outside-post`).
 */
export async function report(ctx: Ctx, { form: id, ...request }: ReportRequest): Promise<Report> {
  const form = getForm(id);
  const ethnicities = hasEthnicities(form) ? await ethnicHeads(ctx, request.area, request.map ?? endOf(request.period)) : [];
  const figures = await nestedFigures(ctx, { ...request, measures: measuresOf(form, ethnicities) });
  const { standards, total } = figures;
  if (standards.length > 1) throw problem('report.mixed-standards', { area: total.area.name, period: request.period, standards: standards.join(', ') });
  const view = standards[0] === undefined ? null : getStandard(standards[0]);
  const setting = { indicators: view?.standard.indicators ?? [], ethnicities, measureOf: getMeasure };
  const lines = (form.splits ?? [null]).map((split) => ({ split, columns: columnsOf(form, setting, split?.key ?? null) }));
  const { columns } = lines[0]!;
  const simulated = await isDemonstration(ctx);
  const numbers = numberRows(depthsOf(figures.rows.map(({ area }) => area.level)));
  return {
    form: form.form,
    title: form.title,
    basis: form.basis,
    area: figures.total.area,
    period: request.period,
    asOf: figures.asOf,
    mapDate: figures.mapDate,
    since: sinceOf(figures),
    standard: view?.standard.id ?? null,
    simulated,
    columns,
    splits: lines.flatMap((line) => (line.split === null ? [] : [{ ...line.split, columns: line.columns, total: cellsOf(line.columns, total) }])),
    rows: figures.rows.flatMap((row, place) =>
      lines.map((line): ReportRow => ({ no: numbers[place]!, area: row.area, level: row.area.level, split: line.split?.key ?? null, ...cellsOf(line.columns, row) })),
    ),
    total: cellsOf(columns, total),
    setting: hasEthnicities(form) ? 'ethnic_columns' : null,
    notes: [...notesOf({ form, view, columns, figures, simulated }), ...(await notesOfParts(ctx, { columns, figures })), ...notesOfChanges(form, lines, figures)],
    sources: figures.sources,
    origins: figures.origins,
    signatures: form.signatures,
  };
}

function cellsOf(columns: readonly ReportColumn[], { figures }: FigureRow): Pick<ReportRow, 'cells' | 'reasons' | 'published' | 'carried'> {
  const shown = fitted(columns, figures);
  const own = columns.map(({ key, measure, less }) => [key, withoutParts(less.length === 0 ? shown(measure) : figures[measure]!, less.map(shown))] as const);
  return {
    cells: Object.fromEntries(own.map(([key, { value }]) => [key, value])),
    reasons: Object.fromEntries(own.flatMap(([key, { reason }]) => (reason === null ? [] : [[key, reason]]))),
    carried: Object.fromEntries(own.flatMap(([key, { carried }]) => (carried ? [[key, carried]] : []))),
    published: Object.fromEntries(own.flatMap(([key, { source }]) => (source === null ? [] : [[key, source]]))),
  };
}

/** The figures of a row, those of parts of a whole made to fit into it where they are estimates, which are rounded each by itself. */
function fitted(columns: readonly ReportColumn[], figures: FigureRow['figures']): (measure: MeasureId) => Figure {
  const changed = new Map<MeasureId, number>();
  for (const { measure, less } of columns) {
    const all = [measure, ...less].map((one) => figures[one]!);
    if (less.length === 0 || !all.some(({ carried }) => carried?.estimated) || all.some(({ value }) => value === null)) continue;
    const [whole, ...parts] = all.map(({ value }) => value!) as [number, ...number[]];
    shareRest(whole, parts).parts.forEach((part, place) => changed.set(less[place]!, part));
  }
  return (measure) => (changed.has(measure) ? { ...figures[measure]!, value: changed.get(measure)! } : figures[measure]!);
}

/** What is left of a whole after its parts; where one of them is not known, neither is the rest. Where one is an estimate so is the rest. */
function withoutParts(whole: Figure, parts: readonly Figure[]): Figure {
  if (parts.length === 0) return whole;
  const all = [whole, ...parts];
  const unknown = all.find(({ value }) => value === null);
  if (unknown) return unknown;
  const left = parts.reduce((rest, { value }) => rest - value!, whole.value!);
  const estimate = all.find(({ carried }) => carried?.estimated)?.carried;
  return estimate ? { ...whole, value: left, carried: estimate } : { ...whole, value: left };
}

const id = (text: string): MeasureId => text as MeasureId;

interface Told {
  form: Form;
  view: StandardView | null;
  columns: readonly ReportColumn[];
  figures: Figures;
  simulated: boolean;
}

/** What is said below every table and list: what the data are, on which map (`onMap`), and how sure the form and the standard are. */
export function commonNotes({ form, view, asOf, mapDate, simulated, onMap = [] }: Pick<Told, 'view' | 'simulated'> & { form: Pick<Form, 'basis' | 'notes'>; asOf: PlainDate; mapDate: PlainDate; onMap?: readonly Text[] }): Text[] {
  const notes: (Text | false)[] = [
    simulated && { vi: 'Dữ liệu mô phỏng, trừ những số có ghi nguồn công bố; không phải số liệu chính thức.', en: 'Simulated data, except figures with a published source; not official.' },
    view === null && { vi: 'Không có đợt rà soát nào của địa bàn trong kỳ này.', en: 'The area has no round of review in this period.' },
    mapDate !== asOf && {
      vi: `Số liệu ngày ${showDate(asOf)} được xếp theo bản đồ hành chính ngày ${showDate(mapDate)}.`,
      en: `Figures of ${showDate(asOf)} are laid out on the administrative map of ${showDate(mapDate)}.`,
    },
    ...onMap,
    form.basis.mark === 'unverified' && (form.basis.note ?? false),
    ...form.notes,
    view !== null && Object.values(view.standard.provisions).some(({ mark }) => mark === 'unverified') && {
      vi: `${view.standard.name.vi}: có giá trị chưa đối chiếu với văn bản.`,
      en: `${view.standard.name.en}: some values have not been compared with the text of the law.`,
    },
  ];
  return notes.filter((note) => note !== false);
}

/** Which figures of a table are exact on another map, and which land they are of. */
function notesOfMap({ asOf, mapDate, total, rows, overlay }: Figures): Text[] {
  const notes: (Text | false)[] = [
    mapDate !== asOf && {
      vi: 'Số không có dấu ≈ là đúng số: đơn vị cũ vào trọn một đơn vị, hoặc đã rõ từng thôn.',
      en: 'Figures without ≈ are exact: old units went whole into one, or each village is known.',
    },
    [total, ...rows].some(({ figures: own }) => Object.values(own).some(({ carried }) => carried?.estimated)) && {
      vi: '≈ là số ước tính: đơn vị cũ bị chia, số được chia theo phần đất, không phải phần dân.',
      en: '≈ is an estimate: an old unit was split, and its figure was shared out by land, which is no share of people.',
    },
    overlay !== null && {
      vi: `${total.area.name} là địa bàn ${overlay.epoch === 'census_2009' ? 'theo danh mục 2009' : `đã kết thúc ngày ${showDate(overlay.ended)}`}; các dòng là đơn vị của bản đồ, chỉ tính phần nằm trong địa bàn đó.`,
      en: `${total.area.name} is an area ${overlay.epoch === 'census_2009' ? 'of the list of 2009' : `that ended on ${showDate(overlay.ended)}`}; the rows are units of the map, with what of them lay in that area.`,
    },
  ];
  return notes.filter((note) => note !== false);
}

function notesOf({ form, view, columns, figures, simulated }: Told): Text[] {
  const { asOf, mapDate, total } = figures;
  const notes = commonNotes({ form, view, asOf, mapDate, simulated, onMap: notesOfMap(figures) });
  const insufficient = total.figures[id('households.insufficient')]?.value ?? 0;
  if (insufficient > 0) {
    notes.push({
      vi: `Có ${showNumber(insufficient, 'vi')} hộ chưa đủ căn cứ phân loại, không tính vào cột nào.`,
      en: `${showNumber(insufficient, 'en')} households whose class cannot be settled are in no column.`,
    });
  }
  const unsure = columns.flatMap(({ drill, label }) => {
    const households = drill?.deprived ? (total.figures[id(`unknown.${drill.class}.${drill.deprived}`)]?.value ?? 0) : 0;
    return households === 0 ? [] : [{ label, households }];
  });
  if (unsure.length > 0) {
    const list = (language: Language): string => unsure.map(({ label, households }) => `${label[language]} ${showNumber(households, language)}`).join('; ');
    notes.push({ vi: `Số hộ chưa rõ, không tính là thiếu hụt: ${list('vi')}.`, en: `Households not known, not counted as deprived: ${list('en')}.` });
  }
  return notes;
}
