import { describe, expect, it } from 'vitest';
import { openAside } from './read-aside.ts';
import { readWorkbook, type ReadWorkbook, type Row } from './read-workbook.ts';
import { writeList } from './write-workbook.ts';

const columns = ['STT', 'Họ và tên', 'Số giấy tờ', 'Ghi chú'].map((header) => ({ header, width: 12 }));

async function* people(count: number): AsyncGenerator<(string | number | null)[]> {
  for (let number = 1; number <= count; number++) yield [number, `Nguyễn Thị Người Thứ ${number}`, `0381700${String(number * 7919).padStart(8, '0')}`, number % 3 === 0 ? null : `${number * 104729}`];
}

const bytesOf = async (count: number): Promise<Uint8Array> => new Uint8Array(await new Response(writeList({ name: 'Danh sách', above: [], columns }, people(count))).arrayBuffer());

async function rowsOf({ sheets }: ReadWorkbook): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const row of sheets[0]!.rows()) rows.push(row);
  return rows;
}

describe('a file that is read beside other work', () => {
  it('says the same as one that is read at once, small or large, again and after an end before its time', async () => {
    for (const count of [20, 30_000]) {
      const bytes = await bytesOf(count);
      const expected = await rowsOf(await readWorkbook(bytes));
      const aside = await openAside(bytes);
      try {
        for await (const { row } of aside.sheets[0]!.rows()) if (row === 5) break;
        expect(await rowsOf(aside)).toEqual(expected);
        expect(await rowsOf(aside)).toHaveLength(count + 1);
      } finally {
        await aside.close();
      }
    }
  });
  it('does not leave its reader waiting when its thread has ended', async () => {
    const aside = await openAside(await bytesOf(30_000));
    const reading = (async () => {
      for await (const { row } of aside.sheets[0]!.rows()) if (row === 5) await aside.close();
    })();
    await expect(reading).rejects.toThrow('thread');
  });
  it('is refused with the same sentence, before its rows and among them', async () => {
    const noise = new Uint8Array(600 * 1024).fill(1);
    noise.set([0x50, 0x4b, 0x03, 0x04]);
    await expect(openAside(noise)).rejects.toMatchObject({ code: 'document.damaged', spec: { status: 422 } });
    const many = new TextEncoder().encode(`a,b\n${'1,2\n'.repeat(200_200)}`);
    const aside = await openAside(many);
    try {
      await expect(rowsOf(aside)).rejects.toMatchObject({ code: 'document.too-many-rows', details: { most: 200_100 } });
    } finally {
      await aside.close();
    }
  });
});
