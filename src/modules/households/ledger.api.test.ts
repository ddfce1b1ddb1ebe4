import { afterAll, beforeAll, expect, it } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { handIn, household, openRound } from '../../../tests/support/households.ts';
import { testProgram, type Client, type TestProgram } from '../../../tests/support/program.ts';
import { Month } from './contract.ledger.ts';

let program: TestProgram;
let officer: Client;
let village: AreaRef;
const october = Month.parse('2026-10');
const newcomer = { name: 'Bùi Thị Bé', relation: 'Con', sex: null, birth: null, ethnicity: null, idNumber: null } as const;

beforeAll(async () => {
  program = await testProgram();
  program.setNow('2026-11-03T03:00:00Z');
  await openRound(program.runtime, '38', '2025', 'P2022');
  officer = await program.as('commune_officer', '15178');
  await handIn(program.runtime, '15178@2025-07-01', '2025', [household('Cao Văn Bảo', { village: 'Thôn Một', facts: { income: 1_000_000 } }), household('Bùi Văn An', { village: 'Thôn Một' })]);
  village = (await officer.areas.find({ text: 'thon mot', level: 'village' }))[0]!.id;
});
afterAll(() => program.close());

const born = async (day: string) => {
  const [an] = await officer.households.find({ text: 'bui van an' });
  return officer.households.act({ id: an!.id, act: { kind: 'birth', child: newcomer }, day: plainDate(day), reason: '', paper: 'Giấy khai sinh' });
};

it('a month that is not over cannot be closed', async () => {
  await expect(officer.households.closeLedger({ village, month: Month.parse('2026-11') })).rejects.toMatchObject({ code: 'ledger.month-not-over' });
});

it('a village head reads the book of the village and does not close it', async () => {
  const head = await program.as('village_head', village);
  const { lines, closed } = await head.households.ledger({ village, month: october });
  expect([lines.map(({ head: name, number }) => [name, number]), closed]).toEqual([[['Bùi Văn An', null], ['Cao Văn Bảo', null]], null]);
  await expect(head.households.closeLedger({ village, month: october })).rejects.toMatchObject({ status: 403 });
});

it('a closing numbers the households, counts them and keeps its lines; what is entered later shows against it', async () => {
  const { lines, closed } = await officer.households.closeLedger({ village, month: october });
  expect(lines.map(({ head, number }) => [number, head])).toEqual([[1, 'Bùi Văn An'], [2, 'Cao Văn Bảo']]);
  expect(closed).toMatchObject({ households: 2, persons: 2, intact: true, by: 'commune_officer 15178' });
  await expect(officer.households.closeLedger({ village, month: october })).rejects.toMatchObject({ code: 'ledger.closed-already' });
  await expect(officer.households.closeLedger({ village, month: Month.parse('2026-09') })).rejects.toMatchObject({ code: 'ledger.later-closed' });

  await born('2026-11-02');
  expect((await officer.households.ledger({ village, month: october })).amendments).toEqual([]);
  await born('2026-10-20');
  const later = await officer.households.ledger({ village, month: october });
  expect(later.amendments).toMatchObject([{ number: 1, head: 'Bùi Văn An', kind: 'changed' }]);
  expect(later.lines[0]!.members).toHaveLength(1);
  expect(later.closed).toMatchObject({ fingerprint: closed!.fingerprint, intact: true });
});

it('a line that was tampered with no longer fits the fingerprint', async () => {
  await program.runtime.database.owner.updateTable('household_ledger_line').set({ number: 7 }).where('number', '=', 2).execute();
  expect((await officer.households.ledger({ village, month: october })).closed).toMatchObject({ intact: false });
});
