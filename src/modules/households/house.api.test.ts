import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Id } from '#kernel/ids.ts';
import { mayDo, Role } from '#kernel/permission.ts';
import { plainDate } from '#kernel/plain-date.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { handIn, household, openRound } from '../../../tests/support/households.ts';
import { testProgram, type Client, type TestProgram } from '../../../tests/support/program.ts';

let program: TestProgram;
let officer: Client;
let id: Id;
const area = '15178@2025-07-01' as AreaRef;
const png = Uint8Array.from(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTjWHwAAAABJRU5ErkJggg==', 'base64'));
const picture = (bytes: Uint8Array<ArrayBuffer> = png) => ({ household: id, day: plainDate('2026-10-02'), source: 'Rà soát viên', file: new File([bytes], 'nha.png', { type: 'image/png' }) });
const place = (day: string, latitude = 20.2) => ({ household: id, day: plainDate(day), source: 'Rà soát viên', latitude, longitude: 105.3, accuracy: 12, origin: 'device' as const });

beforeAll(async () => {
  program = await testProgram();
  program.setNow('2026-11-21T03:00:00Z');
  await openRound(program.runtime, '38', '2025', 'P2022');
  officer = await program.as('commune_officer', '15178');
  await handIn(program.runtime, area, '2025', [household('Bùi Văn An', { village: 'Thôn Minh Long', facts: { income: 1_000_000 } })]);
  id = (await officer.households.find({ text: 'bui van an' }))[0]!.id;
});
afterAll(() => program.close());

describe('the house of a household', () => {
  it('has its place of the latest day; what was recorded before stays', async () => {
    await officer.households.addPlace(place('2026-10-02'));
    await officer.households.addPlace(place('2026-09-01', 20.1));
    const { house } = await officer.households.get({ id });
    expect(house.places.map(({ day, latitude, accuracy, enteredBy }) => [day, latitude, accuracy, enteredBy])).toEqual([['2026-10-02', 20.2, 12, 'commune_officer 15178'], ['2026-09-01', 20.1, 12, 'commune_officer 15178']]);
  });
  it('is not seen on a day to come, nor where the degrees are mixed up', async () => {
    await expect(officer.households.addPlace(place('2026-12-01'))).rejects.toMatchObject({ code: 'household.act-in-future' });
    await expect(officer.households.addPlace({ ...place('2026-10-02'), latitude: 105.3, longitude: 20.2 })).rejects.toMatchObject({ status: 400 });
  });
  it('has a photograph, kept byte for byte', async () => {
    const added = await officer.households.addPhoto(picture());
    expect(added).toMatchObject({ width: 1, height: 1, day: '2026-10-02' });
    const file = await officer.households.photo({ household: id, photo: added.id });
    expect(file.type).toBe('image/png');
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(png);
  });
  it('takes no file that is no picture', () => expect(officer.households.addPhoto(picture(png.slice(0, 40)))).rejects.toMatchObject({ code: 'household.photo-unreadable' }));

  it.each(Role.options.filter((role) => mayDo(role, 'household.read')))('shows %s that it is recorded, and what, by the right to it', async (role) => {
    const client = await program.as(role, '15178');
    const { house } = await client.households.get({ id });
    const may = mayDo(role, 'household.house');
    expect(house).toMatchObject({ open: may, recorded: { places: 2, photos: 1 } });
    expect([house.places.length, house.photos.length]).toEqual(may ? [2, 1] : [0, 0]);
    const photo = client.households.photo({ household: id, photo: (await officer.households.get({ id })).house.photos[0]!.id });
    if (may) expect((await photo).size).toBe(png.length);
    else await expect(photo).rejects.toMatchObject({ status: 403 });
  });
  it('is not seen from another commune', async () => {
    const stranger = await program.as('commune_officer', '16093');
    await expect(stranger.households.addPlace(place('2026-10-02'))).rejects.toMatchObject({ code: 'household.not-found' });
    await expect(stranger.households.photo({ household: id, photo: (await officer.households.get({ id })).house.photos[0]!.id })).rejects.toMatchObject({ code: 'household.photo-not-found' });
  });
  it('leaves in the audit who looked, and no place', async () => {
    const { owner } = program.runtime.database;
    const rows = await owner.selectFrom('audit_entry').select(['action', 'details']).where('subject', '=', id).execute();
    expect(new Set(rows.map(({ action }) => action))).toEqual(new Set(['household.opened', 'household.place-added', 'household.photo-added', 'household.photo-opened']));
    expect(JSON.stringify(rows)).not.toContain('20.2');
  });
});
