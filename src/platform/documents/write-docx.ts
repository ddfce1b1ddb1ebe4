/** Writes official papers as a Word document, laid out as the PDF is. */
import {
  AlignmentType, BorderStyle, Document, Footer, Header, HeadingLevel, Packer, PageNumber, PageOrientation, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlignTable,
  WidthType, type ISectionOptions, type ITableCellOptions,
} from 'docx';
import { breakable, cellsOfRow, layOutPage, margins, sheets, shownCell, type OfficialPaper, type PageLayout } from './official-paper.ts';

const font = 'Times New Roman';
const nothing = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const noBorders = { top: nothing, bottom: nothing, left: nothing, right: nothing, insideHorizontal: nothing, insideVertical: nothing };
const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const lines = { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line };

/** Word measures in twentieths of a point, and type in halves. */
const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);
const halves = (points: number): number => Math.round(points * 2);

type Align = (typeof AlignmentType)[keyof typeof AlignmentType];
type Run = { size: number; bold?: boolean; italics?: boolean; underline?: boolean };

/** Papers in one document, a section each, numbered through. */
export async function writeDocx({ title, papers }: { title: string; papers: readonly OfficialPaper[] }): Promise<Uint8Array> {
  const document = new Document({
    title,
    creator: 'Chung Tay',
    styles: { default: { heading1: { run: { color: '000000', font } }, document: { run: { font, size: halves(13), language: { value: papers[0]?.language === 'en' ? 'en-GB' : 'vi-VN' } } } } },
    sections: papers.map((paper, place) => section(paper, place === 0)),
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function section(paper: OfficialPaper, isFirst: boolean): ISectionOptions {
  const layout = layOutPage(paper);
  const { width, height } = sheets[layout.sheet];
  const footer = { default: new Footer({ children: paper.mark === null ? [] : [paragraph(paper.mark, { size: 10, bold: true }, AlignmentType.CENTER)] }) };
  return {
    properties: {
      // The first page of all has no number.
      titlePage: isFirst,
      page: {
        // Turned by the orientation: the sheet is given upright.
        size: { width: twips(height), height: twips(width), orientation: PageOrientation.LANDSCAPE },
        margin: { top: twips(margins.top), right: twips(margins.right), bottom: twips(margins.bottom), left: twips(margins.left), header: twips(10), footer: twips(8) },
      },
    },
    headers: { default: new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: [PageNumber.CURRENT], size: halves(13) })] })] }), first: new Header({ children: [] }) },
    footers: { ...footer, first: footer.default },
    children: [
      topOf(paper, layout),
      new Paragraph({ heading: HeadingLevel.HEADING_1, alignment: AlignmentType.CENTER, spacing: { before: 200, after: 40 }, indent: { left: twips(20), right: twips(20) }, children: [run(paper.title, { size: 14, bold: true })] }),
      ...paper.subtitles.map((text) => paragraph(text, { size: 13, italics: true }, AlignmentType.CENTER)),
      ...(paper.mark === null ? [] : [paragraph(paper.mark, { size: 12, bold: true }, AlignmentType.CENTER)]),
      paragraph(paper.measured ?? '', { size: 11, italics: true }, AlignmentType.RIGHT),
      tableOf(paper, layout),
      // The last of them stays with the signatures, which never stand on a page alone.
      ...paper.remarks.flatMap(({ title, lines: said }, place) => [
        paragraph(`${title}:`, { size: 11, bold: true }, AlignmentType.LEFT, { before: 160, keepNext: true }),
        ...said.map((text) => paragraph(text, { size: 11 }, AlignmentType.LEFT, { keepNext: place === paper.remarks.length - 1 })),
      ]),
      ...(paper.signing === null ? [] : [paragraph('', { size: 6 }, AlignmentType.LEFT, { keepNext: true }), signingOf(paper.signing, layout)]),
    ],
  };
}

const run = (text: string, { size, underline, ...look }: Run): TextRun => new TextRun({ text, size: halves(size), ...look, ...(underline && { underline: {} }) });

const paragraph = (text: string, look: Run, alignment: Align, { before = 0, keepNext = false } = {}): Paragraph =>
  new Paragraph({ alignment, spacing: { before, after: 40 }, keepNext, children: text === '' ? [] : [run(text, look)] });

const sum = (widths: readonly number[]): number => widths.reduce((all, width) => all + width, 0);

/** A table without lines that sets texts side by side. */
function sideBySide(shares: readonly number[], rows: readonly (readonly [string, Run][])[], { widths }: PageLayout, keepNext = false): Table {
  const columns = shares.map((share) => twips(sum(widths) * share));
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: sum(columns), type: WidthType.DXA },
    columnWidths: columns,
    borders: noBorders,
    rows: rows.map((texts) => new TableRow({ cantSplit: true, children: texts.map(([text, look], place) => new TableCell({ borders: noBorders, width: { size: columns[place]!, type: WidthType.DXA }, children: [paragraph(text, look, AlignmentType.CENTER, { keepNext })] })) })),
  });
}

const topOf = ({ office, motto }: OfficialPaper, layout: PageLayout): Table =>
  sideBySide([0.4, 0.6], motto.map((text, place) => [[office[place] ?? '', { size: 12, bold: true }], [text, place === 0 ? { size: 12, bold: true } : { size: 13, bold: true, underline: true }]]), layout);

function signingOf({ day, posts, hint }: NonNullable<OfficialPaper['signing']>, layout: PageLayout): Table {
  const rows: [string, Run][][] = [
    posts.map((_, place) => [place === posts.length - 1 ? day : '', { size: 13, italics: true }]),
    posts.map((post) => [post, { size: 13, bold: true }]),
    posts.map(() => [hint, { size: 13, italics: true }]),
    posts.map(() => ['', { size: 36 }]),
  ];
  return sideBySide(posts.map(() => 1 / posts.length), rows, layout, true);
}

function tableOf(paper: OfficialPaper, { widths, points }: PageLayout): Table {
  const { head, columns, rows, language } = paper;
  const measures = widths.map(twips);
  const cell = (alignment: Align, children: TextRun[], options: Partial<ITableCellOptions> = {}, indent = 0): TableCell =>
    new TableCell({ verticalAlign: VerticalAlignTable.CENTER, ...options, children: [new Paragraph({ alignment, children, ...(indent > 0 && { indent: { left: twips(indent * 2.5) } }) })] });
  const aligned = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: sum(measures), type: WidthType.DXA },
    columnWidths: measures,
    borders: lines,
    margins: { left: twips(1.2), right: twips(1.2), top: twips(0.4), bottom: twips(0.4) },
    rows: [
      ...head.map((cells) => new TableRow({ tableHeader: true, cantSplit: true, children: cells.map(({ text, across = 1, down = 1 }) => cell(AlignmentType.CENTER, [run(text, { size: points, bold: true })], { columnSpan: across, rowSpan: down })) })),
      new TableRow({ tableHeader: true, cantSplit: true, children: columns.map(({ number }) => cell(AlignmentType.CENTER, [run(breakable(number), { size: points * 0.82, italics: true })])) }),
      ...rows.map(({ strong = false, depth = 0 }, row) => new TableRow({
        cantSplit: true,
        children: cellsOfRow(paper, row).map(({ cell: own, column, down }) => {
          const { text, mark, align, small } = shownCell(own, column, language);
          const shown = run(text, { size: small ? points * 0.82 : points, bold: strong });
          const source = mark === null ? [] : [new TextRun({ text: mark, size: halves(points), superScript: true })];
          return cell(aligned[align], [shown, ...source], { rowSpan: down }, column.kind === 'text' ? depth : 0);
        }),
      })),
    ],
  });
}
