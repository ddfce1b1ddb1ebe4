import { fill, type Language, type Text } from '#kernel/text.ts';
import { inLanguage } from '#modules/areas/rules.names.ts';
import type { Bookmark } from '#modules/households/service.handout.ts';
import type { ListColumn } from '#modules/reports/contract.ts';
import { openNameList } from '#modules/reports/service.lists.ts';
import type { ReportRequest } from '#modules/reports/service.ts';
import type { Ctx } from '#platform/ctx.ts';
import { madeOnLine, placeLines, type ListToMake } from './service.lists.ts';

const sheetName: Text = { vi: 'Biểu {form}', en: 'Form {form}' };

/** Households read in one transaction, with all their members. */
const batch = 1000;

/** An official list by name, whole: a line for each member, the columns of the paper with their numbers. One row of the audit tells that it was handed out. */
export async function gatherNames(ctx: Ctx, { language, ...request }: Omit<ReportRequest, 'level'> & { language: Language }): Promise<ListToMake> {
  const list = await openNameList(ctx, request);
  const { form, area, period, columns } = list;
  return {
    name: `danh-sach-${form}-${area.code ?? area.id}-${period}`,
    sheet: {
      name: fill(sheetName[language], { form }),
      above: [
        `${fill(sheetName[language], { form })}. ${list.title[language]}`,
        ...(await placeLines(ctx, { name: area.name, period }, language)),
        ...list.notes.map((note) => note[language]),
        madeOnLine(ctx, list.total, language),
      ],
      columns: columns.map((column) => ({ header: headerOf(column, language), width: widthOf(column, language) })),
    },
    async *rows(run) {
      let after: Bookmark | null = null;
      let before = 0;
      do {
        const page: Awaited<ReturnType<typeof list.read>> = await run((inner) => list.read(inner, after, before, batch));
        for (const { cells } of inLanguage(page.rows, language)) yield columns.map(({ key }) => cells[key] ?? null);
        before += page.households;
        after = page.next;
      } while (after !== null);
    },
  };
}

/** A list has a head of one row: the groups of the paper stand before the label. */
const headerOf = ({ number, groups, label }: ListColumn, language: Language): string => `(${number}) ${[...groups, label].map((text) => text[language]).join(' – ')}`;

const widthOf = (column: ListColumn, language: Language): number => Math.min(30, Math.max(10, headerOf(column, language).length));
