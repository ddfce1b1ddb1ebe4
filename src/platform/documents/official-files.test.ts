import { describe, expect, it } from 'vitest';
import { longPaper, samplePaper, splitPaper } from '../../../tests/support/paper.ts';
import { docxPart, docxTables, pdfPages } from '../../../tests/support/read-papers.ts';
import { printPapers } from './print-papers.ts';
import { writeDocx } from './write-docx.ts';
import { writePdf } from './write-pdf.ts';

describe('a PDF', () => {
  it('says all that the paper says, as it was written, with the separators of its language', async () => {
    const [page, ...others] = await pdfPages(await writePdf({ title: 'Biểu 1.1', papers: [samplePaper] }));
    expect(others).toEqual([]);
    const { office, motto, title, subtitles, measured, signing } = samplePaper;
    for (const text of [...office, ...motto, title, ...subtitles, measured!, 'Hộ nghèo', '3=2/1×100', 'Thôn *Một* #[x] <b>', '1.518[1]', '=1+1', 'chưa công bố', 'Tổng cộng 1.518 45 2,96', signing!.day, ...signing!.posts]) {
      expect(page).toContain(text);
    }
    expect(page!.match(/DỮ LIỆU MÔ PHỎNG/g)).toHaveLength(2);
  });
  it('repeats head and mark on each page, and numbers pages from the second on', async () => {
    const pages = await pdfPages(await writePdf({ title: 'Dài', papers: [longPaper(120), longPaper(3)] }));
    expect(pages.length).toBeGreaterThan(3);
    for (const [place, page] of pages.entries()) {
      expect(page).toContain('Đơn vị');
      expect(page).toContain('DỮ LIỆU MÔ PHỎNG');
      if (place > 0) expect(page).toMatch(new RegExp(`^${place + 1} `));
    }
    expect(pages[0]).not.toMatch(/^1 /);
    const rows = pages.join(' ').match(/Xã số \d+/g);
    expect(rows).toEqual([...Array(120), ...Array(3)].map((_, place) => `Xã số ${place < 120 ? place + 1 : place - 119}`));
  });
  it('sets the lines of a unit under one name', async () => {
    const [page] = await pdfPages(await writePdf({ title: 'x', papers: [splitPaper] }));
    expect(page).toContain('Hộ 40');
    expect(page!.match(/Thôn Một/g)).toHaveLength(1);
    expect(page).toMatch(/Nhân khẩu 161.*Nhân khẩu 17/);
  });
});

describe('a Word document', () => {
  it('has the table with its merged head, repeated on every page, and its figures', async () => {
    const bytes = await writeDocx({ title: 'Biểu 1.1', papers: [samplePaper] });
    const [top, table, signing] = await docxTables(bytes);
    expect(top).toEqual([[samplePaper.office[0], samplePaper.motto[0]], [samplePaper.office[1], samplePaper.motto[1]]]);
    expect(table!.slice(2)).toEqual([
      ['A', 'B', '1', '2', '3=2/1×100'],
      ['I', 'Thôn *Một* #[x] <b>', '1.518[1]', '40', '2,64'],
      ['I.1', '=1+1', 'chưa công bố', '≈ 5', '–'],
      ['', 'Tổng cộng', '1.518', '45', '2,96'],
    ]);
    expect(signing![1]).toEqual(samplePaper.signing!.posts);
    const xml = await docxPart(bytes, 'word/document.xml');
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(3);
    expect([xml.match(/<w:gridSpan w:val="2"\/>/g), xml.match(/<w:vMerge w:val="restart"\/>/g)].map((found) => found?.length)).toEqual([1, 3]);
    expect(xml).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/);
    for (const text of ['DỮ LIỆU MÔ PHỎNG', 'Đơn vị tính: hộ, %', '- Thôn 2: số hộ chưa công bố.']) expect(xml).toContain(text);
  });
  it('sets the lines of a unit under one name', async () => {
    const bytes = await writeDocx({ title: 'x', papers: [splitPaper] });
    const [, table] = await docxTables(bytes);
    expect(table!.slice(2)).toEqual([['1', 'Thôn Một', 'Hộ', '40'], ['', '', 'Nhân khẩu', '161'], ['2', 'Thôn Hai', 'Hộ', '5'], ['', '', 'Nhân khẩu', '17']]);
    expect((await docxPart(bytes, 'word/document.xml')).match(/<w:vMerge w:val="restart"\/>/g)).toHaveLength(4);
  });
  it('gives each paper a section on its own sheet', async () => {
    const xml = await docxPart(await writeDocx({ title: 'Bộ biểu', papers: [samplePaper, longPaper(2, 30)] }), 'word/document.xml');
    expect([...xml.matchAll(/<w:pgSz w:w="(\d+)"/g)].map(([, width]) => Number(width))).toEqual([16838, 23811]);
    expect(xml.match(/<w:titlePg\/>/g)).toHaveLength(1);
  });
});

describe('off the main thread', () => {
  it('the same is made', async () => {
    const order = { title: 'Biểu 1.1', papers: [samplePaper] };
    expect(await pdfPages(await printPapers({ ...order, format: 'pdf' }))).toEqual(await pdfPages(await writePdf(order)));
    expect(await docxTables(await printPapers({ ...order, format: 'docx' }))).toEqual(await docxTables(await writeDocx(order)));
  });
  it('what cannot be made tells so and does not keep the next one from being made', async () => {
    const [first, next] = [printPapers({ format: 'pdf', title: 'x', papers: [] }), printPapers({ format: 'pdf', title: 'x', papers: [samplePaper] })];
    await expect(first).rejects.toThrow();
    expect(await pdfPages(await next)).toHaveLength(1);
  });
});
