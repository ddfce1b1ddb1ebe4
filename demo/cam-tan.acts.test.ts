import { expect, test } from 'vitest';
import { actsOfCamTan, openCorrection } from './cam-tan.acts.ts';
import { places } from '../tests/support/places.ts';

const list = places.find(({ key }) => key === 'cam-tan-2025')!.communes[0]!.households;
const members = (head: string, village: string): string[] =>
  list.find((one) => one.village === village && one.members[0]!.name === head)?.members.map(({ name }) => name) ?? [];

test('what happens in Cẩm Tân happens to households of the list, or to one that came about before', () => {
  const couple = 'Phạm Văn Phúc';
  for (const { household } of actsOfCamTan) if (household.head !== couple) expect(members(household.head, household.village), household.head).not.toEqual([]);
  expect(members('Phạm Văn Toàn', 'Thôn Cao Long')).toContain(couple);
  expect(members(openCorrection.household.head, openCorrection.household.village)).toContain(openCorrection.household.member);
});

test('acts come in the order of their days, and say that their papers are simulated', () => {
  const days = actsOfCamTan.map(({ day }) => day);
  expect(days).toEqual([...days].sort());
  for (const { paper } of [...actsOfCamTan, openCorrection]) expect(paper).toContain('(mô phỏng)');
});
