import { showDate } from '#kernel/plain-date.ts';
import { endOf } from '#kernel/period.ts';
import { showNumber } from '#kernel/show.ts';
import { fill, type Language, type Text } from '#kernel/text.ts';
import type { Level } from '#modules/areas/contract.ts';
import { inLanguage, nameIn } from '#modules/areas/rules.names.ts';
import { getArea } from '#modules/areas/service.ts';
import type { HouseholdFilter, HouseholdRow, HouseholdSort } from '#modules/households/contract.ts';
import type { HouseholdPart } from '#modules/households/contract.parts.ts';
import { changeTexts } from '#modules/households/rules.changes.ts';
import { openHandout, readOn, type Bookmark, type Handout } from '#modules/households/service.handout.ts';
import { householdParts } from '#modules/households/service.traits.ts';
import { isDemonstration } from '#modules/identity/service.ts';
import type { FigureRow, MeasureId } from '#modules/measures/contract.ts';
import { cellText } from '#modules/measures/rules.reasons.ts';
import { knownUnitMeasures, sortUnits, unitMeasures, type UnitMeasure, type UnitSort } from '#modules/measures/rules.units.ts';
import { figures, getMeasure, type FigureRequest } from '#modules/measures/service.ts';
import { periodText } from '#modules/reports/rules.forms.ts';
import { classNames } from '#modules/standards/rules.explain.ts';
import { getStandard } from '#modules/standards/service.ts';
import type { Ctx, Run } from '#platform/ctx.ts';
import { writeList, type ListedSheet } from '#platform/documents/write-workbook.ts';

type Cells = (string | number | null)[];

/** A list that is ready to be written: its rows are read while that is done, in short transactions. */
export interface ListToMake {
  /** Of the file, without its ending. */
  name: string;
  sheet: ListedSheet;
  rows: (run: Run) => AsyncGenerator<Cells>;
}

/** Writes a list as Excel. What is held in memory is the file, packed, and one batch of rows. */
export async function makeList({ name, sheet, rows }: ListToMake, run: Run): Promise<File> {
  const packed = await new Response(writeList(sheet, rows(run))).blob();
  return new File([packed], `${name}.xlsx`, { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' });
}

const words = {
  register: { vi: 'Sổ hộ', en: 'Register of households' },
  units: { vi: 'Hộ nghèo theo đơn vị', en: 'Poor households by unit' },
  place: { vi: '{area}, {period} (số liệu đến ngày {day})', en: '{area}, {period} (as of {day})' },
  simulated: { vi: 'DỮ LIỆU MÔ PHỎNG', en: 'SIMULATED DATA' },
  filtered: { vi: 'Đang lọc: {filters}', en: 'Filters: {filters}' },
  unfiltered: { vi: 'Không lọc', en: 'No filter' },
  class: { vi: 'phân loại {class}', en: 'class {class}' },
  deprived: { vi: 'thiếu hụt {indicator}', en: 'deprived in {indicator}' },
  differs: { vi: 'phân loại có chênh lệch', en: 'class differs' },
  split: { vi: 'mới tách hộ', en: 'split recently' },
  changed: { vi: 'diễn biến {change}', en: 'change {change}' },
  group: { vi: 'nhóm “{group}”', en: 'group “{group}”' },
  ethnic: { vi: 'chủ hộ dân tộc {names}', en: 'head of the ethnic group {names}' },
  ethnicExcept: { vi: 'chủ hộ dân tộc khác {names}', en: 'head of an ethnic group other than {names}' },
  cause: { vi: 'nguyên nhân {cause}', en: 'cause {cause}' },
  withChildren: { vi: 'có trẻ em', en: 'with children' },
  childDeprived: { vi: 'có trẻ em thiếu hụt {indicator}', en: 'with a child deprived in {indicator}' },
  called: { vi: 'tên “{name}”', en: 'name “{name}”' },
  madeOn: { vi: 'Xuất ngày {day}, {n} hộ', en: 'Exported on {day}, {n} households' },
  no: { vi: 'STT', en: 'No.' },
  head: { vi: 'Chủ hộ', en: 'Head' },
  commune: { vi: 'Xã', en: 'Commune' },
  village: { vi: 'Thôn', en: 'Village' },
  size: { vi: 'Nhân khẩu', en: 'Persons' },
  classIs: { vi: 'Phân loại', en: 'Class' },
  stated: { vi: 'Danh sách ghi', en: 'The list says' },
  computed: { vi: 'Tính theo phiếu', en: 'Worked out of the form' },
  deprivations: { vi: 'Số thiếu hụt', en: 'Deprivations' },
  codes: { vi: 'Thiếu hụt', en: 'Deprived in' },
  unknown: { vi: 'Chưa rõ', en: 'Unknown' },
  income: { vi: 'Thu nhập bình quân (đồng)', en: 'Income per person (VND)' },
  decision: { vi: 'Quyết định', en: 'Decision' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
} satisfies Record<string, Text>;

/** Rows read in one transaction. */
const batch = 5000;

/** The register as the screen shows it: the same filter, order and columns. One row of the audit tells that it was handed out. */
export async function gatherHouseholds(ctx: Ctx, { language, sort, ...filter }: HouseholdFilter & { sort: HouseholdSort; language: Language }): Promise<ListToMake> {
  const handout = await openHandout(ctx, { ...filter, sort });
  const area = await getArea(ctx, filter.area, filter.map ?? endOf(filter.period));
  const columns = householdColumns(area.level, language);
  const above = [
    words.register[language],
    ...(await placeLines(ctx, { ...filter, name: area.name }, language)),
    filterLine(filter, handout, language),
    madeOnLine(ctx, handout.total, language),
  ];
  return {
    name: `so-ho-${area.code ?? area.id}-${filter.period}`,
    sheet: { name: words.register[language], above, columns: columns.map(({ header, width, format }) => ({ header, width, ...(format && { format }) })) },
    async *rows(run) {
      let after: Bookmark | null = null;
      let no = 0;
      do {
        const { rows, next }: Awaited<ReturnType<typeof readOn>> = await run((inner) => readOn(inner, handout, after, batch));
        for (const row of inLanguage(rows, language)) {
          no++;
          yield columns.map(({ value }) => value(row, no));
        }
        after = next;
      } while (after !== null);
    },
  };
}

interface HouseholdColumn {
  header: string;
  width: number;
  format?: 'integer';
  value: (row: HouseholdRow, no: number) => string | number | null;
}

/** What a village or a commune does not need to be told of its own households is left out, as on screen. */
function householdColumns(level: Level, language: Language): HouseholdColumn[] {
  const text = (word: Text, width: number, value: HouseholdColumn['value']): HouseholdColumn => ({ header: word[language], width, value });
  const number = (word: Text, width: number, value: HouseholdColumn['value']): HouseholdColumn => ({ ...text(word, width, value), format: 'integer' });
  const names = (codes: readonly string[]): string => codes.join(', ');
  const className = (of: HouseholdRow['stated']): string | null => of && classNames[of][language];
  return [
    number(words.no, 6, (_, no) => no),
    text(words.head, 26, ({ head }) => head),
    ...(level === 'commune' || level === 'village' ? [] : [text(words.commune, 20, ({ commune }) => commune)]),
    ...(level === 'village' ? [] : [text(words.village, 20, ({ village }) => village.name)]),
    number(words.size, 10, ({ size }) => size),
    text(words.classIs, 22, (row) => className(row.class)),
    text(words.stated, 22, ({ differs, stated }) => (differs ? className(stated) : null)),
    text(words.computed, 22, ({ differs, computed }) => (differs ? className(computed) : null)),
    number(words.deprivations, 12, ({ deprived }) => deprived.length),
    text(words.codes, 26, ({ deprived }) => names(deprived)),
    text(words.unknown, 20, ({ unknown }) => names(unknown)),
    number(words.income, 24, ({ income }) => income),
    number({ vi: 'B1', en: 'B1' }, 8, ({ b1 }) => b1),
    number({ vi: 'B2', en: 'B2' }, 8, ({ b2 }) => b2),
    text(words.decision, 22, ({ decision }) => decision),
  ];
}

/** Of where and when a list is, and that it is a demonstration. */
export async function placeLines(ctx: Ctx, { name, period }: { name: string; period: HouseholdFilter['period'] }, language: Language): Promise<string[]> {
  const place = fill(words.place[language], { area: nameIn(name, language), period: periodText(period)[language], day: showDate(endOf(period)) });
  return [place, ...((await isDemonstration(ctx)) ? [words.simulated[language]] : [])];
}

/** When a list of households left the program, and how many are on it. */
export const madeOnLine = ({ today }: Ctx, households: number, language: Language): string => fill(words.madeOn[language], { day: showDate(today), n: showNumber(households, language) });

function filterLine({ class: of, deprived, differs, split, change, name, ...part }: HouseholdFilter, { scope }: Handout, language: Language): string {
  const indicator = (code: string): string => {
    const found = scope.standardId === '' ? undefined : getStandard(scope.standardId).standard.indicators.find((one) => one.code === code);
    return found ? `${found.name[language]} (${code})` : code;
  };
  const filters = [
    ...(of === undefined ? [] : [fill(words.class[language], { class: classNames[of][language] })]),
    ...(deprived === undefined ? [] : [fill(words.deprived[language], { indicator: indicator(deprived) })]),
    ...(differs ? [words.differs[language]] : []),
    ...(split ? [words.split[language]] : []),
    ...(change === undefined ? [] : [fill(words.changed[language], { change: change.map((one) => changeTexts[one].name[language]).join(', ') })]),
    ...partPhrases(part, indicator, language),
    ...(name ? [fill(words.called[language], { name })] : []),
  ];
  return filters.length === 0 ? words.unfiltered[language] : fill(words.filtered[language], { filters: filters.join('; ') });
}

/** Of which part of a class a list is: by group, ethnic group, cause or children. */
function partPhrases({ group, ethnicity, cause, children }: HouseholdPart, indicator: (code: string) => string, language: Language): string[] {
  const { groups, ethnicities, causes } = householdParts();
  const nameIn = (all: readonly { code: string; name: Text }[], code: string): string => all.find((one) => one.code === code)?.name[language] ?? code;
  const peoples = (codes: string): string => codes.replace(/^-/, '').split(',').map((code) => nameIn(ethnicities, code)).join(', ');
  return [
    ...(group === undefined ? [] : [fill(words.group[language], { group: nameIn(groups, group) })]),
    ...(ethnicity === undefined ? [] : [fill(ethnicity.startsWith('-') ? words.ethnicExcept[language] : words.ethnic[language], { names: peoples(ethnicity) })]),
    ...(cause === undefined ? [] : [fill(words.cause[language], { cause: nameIn(causes, cause) })]),
    ...(children === undefined ? [] : [children === 'any' ? words.withChildren[language] : fill(words.childDeprived[language], { indicator: indicator(children) })]),
  ];
}

interface UnitsWish extends Pick<FigureRequest, 'area' | 'period' | 'map'> {
  sort: UnitSort;
  language: Language;
}

/** The table of units of the first screen: the same units, order and columns. */
export async function gatherUnits(ctx: Ctx, { sort, language, ...place }: UnitsWish): Promise<ListToMake> {
  const { total, rows: units } = inLanguage(await figures(ctx, { ...place, measures: unitMeasures }), language);
  const shown = knownUnitMeasures(units);
  const isRate = (id: UnitMeasure): boolean => getMeasure(id).unit === 'hundredth_percent';
  const cell = ({ figures: own }: FigureRow, id: UnitMeasure): string | number | null => {
    const { value, reason } = own[id as MeasureId]!;
    if (value === null) return reason && cellText(reason)[language];
    return isRate(id) ? value / 100 : value;
  };
  return {
    name: `don-vi-${total.area.code ?? total.area.id}-${place.period}`,
    sheet: {
      name: words.unit[language],
      above: [words.units[language], ...(await placeLines(ctx, { name: total.area.name, period: place.period }, language))],
      columns: [
        { header: words.no[language], width: 6, format: 'integer' },
        { header: words.unit[language], width: 30 },
        ...shown.map((id) => ({ header: getMeasure(id).name[language], width: 18, format: isRate(id) ? ('rate' as const) : ('integer' as const) })),
      ],
    },
    async *rows() {
      for (const [place, row] of sortUnits(units, sort).entries()) yield [place + 1, row.area.name, ...shown.map((id) => cell(row, id))];
    },
  };
}
