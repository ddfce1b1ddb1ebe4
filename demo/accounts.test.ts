import { expect, test } from 'vitest';
import { Role } from '#kernel/permission.ts';
import { isUsername, passwordLength } from '#platform/auth/auth.ts';
import { demoAccounts, demoPassword } from './accounts.ts';
import { camLongVillages } from './published.ts';

test('there is an account for every role, with names and a password that can sign in', () => {
  expect(new Set(demoAccounts.map(({ role }) => role))).toEqual(new Set(Role.options));
  expect(new Set(demoAccounts.map(({ username }) => username)).size).toBe(demoAccounts.length);
  for (const { username } of demoAccounts) expect(isUsername(username)).toBe(true);
  expect(demoPassword.length).toBeGreaterThanOrEqual(passwordLength.min);
});

test('who has a post in a village has it in one of the demonstration', () => {
  const villages = camLongVillages().map(({ village }) => village);
  for (const { village } of demoAccounts) if (village !== null) expect(villages).toContain(village);
});
