import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, looks, openStage, picture, type Stage } from '../support/e2e.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const words = {
  vi: { kind: 'Việc cần ghi', merge: 'Nhập thôn', villages: 'Các thôn', name: 'Tên mới', type: 'Loại', day: 'Ngày hiệu lực', resolution: 'Nghị quyết', try: 'Chạy thử', result: 'Kết quả chạy thử' },
  en: { kind: 'What is to be entered', merge: 'Merge villages', villages: 'Villages', name: 'New name', type: 'Kind', day: 'First day', resolution: 'Resolution', try: 'Try', result: 'What would follow' },
} as const;

/** Asks for two villages of Cẩm Tân to be merged, and waits for what would follow. */
async function tryMerger(page: Page, language: 'vi' | 'en'): Promise<void> {
  const say = words[language];
  await page.goto('/area-acts?of=15178');
  await page.getByRole('combobox', { name: say.kind }).click();
  await page.getByRole('option', { name: say.merge, exact: true }).click();
  await page.getByRole('combobox', { name: say.villages }).click();
  for (const village of ['Thôn Cao Long', 'Thôn Long Tiến']) await page.getByRole('option', { name: village }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: say.name }).fill('Thôn Hợp Nhất');
  await page.getByRole('textbox', { name: say.type, exact: true }).fill('thôn');
  await page.getByRole('textbox', { name: say.day }).fill('01/10/2026');
  await page.getByRole('textbox', { name: say.resolution }).fill('12/NQ-HĐND ngày 20/09/2026');
  await page.getByRole('button', { name: say.try, exact: true }).click();
  await page.getByRole('heading', { name: say.result }).waitFor();
}

describe('a change of the map', () => {
  it.each(looks)('is tried on a $name, $scheme, $language', async ({ name, size, scheme, language }) => {
    const page = await stage.visit({ as: 'quantri', size, scheme, language });
    await tryMerger(page, language);
    await expectAccessible(page);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await picture(page, `area-acts-${name}-${scheme}`);
    await page.close();
  });

  it('is entered, stands on the page of the commune, and is taken back', async () => {
    const page = await stage.visit({ as: 'quantri' });
    await tryMerger(page, 'vi');
    await page.getByRole('button', { name: 'Ghi thay đổi' }).click();
    const undo = page.getByRole('button', { name: 'Hoàn tác Nhập thôn: Thôn Cao Long, Thôn Long Tiến thành Thôn Hợp Nhất' });
    await undo.waitFor();
    await page.goto('/areas/15178');
    await page.getByRole('link', { name: 'Thôn Hợp Nhất' }).waitFor();
    expect(await page.getByRole('link', { name: 'Thôn Cao Long' }).count()).toBe(0);
    await page.goto('/area-acts');
    await undo.click();
    await page.getByText('Đã hoàn tác. Mọi hộ').waitFor();
    await page.goto('/areas/15178');
    await page.getByRole('link', { name: 'Thôn Cao Long' }).waitFor();
    await page.close();
  });
});

describe('villages as points', () => {
  it.each(looks)('stand on the map of their commune on a $name, $scheme, $language', async ({ name, size, scheme, language }) => {
    const page = await stage.visit({ as: 'canbo.camtan', size, scheme, language });
    await page.goto('/?area=15178&period=2025');
    const map = page.getByRole('application');
    await map.waitFor();
    await map.focus();
    await page.keyboard.press('ArrowDown');
    await page.locator('output[data-shown]', { hasText: 'Thôn' }).waitFor();
    await expectAccessible(page);
    await picture(page, `village-points-${name}-${scheme}`);
    await page.close();
  });

  it('are placed by a list or a click, and what lies outside the commune is asked about', async () => {
    const page = await stage.visit({ as: 'canbo.camtan' });
    await page.goto('/areas/15178?period=2026');
    await page.getByRole('button', { name: 'Cho biết vị trí' }).click();
    await page.getByRole('textbox', { name: /^Danh sách/ }).fill('Thôn Cao Long; 20,16; 105,55\nThôn Long Tiến; 10,5; 106,7');
    await page.getByRole('textbox', { name: 'Nguồn' }).fill('Đo bằng điện thoại');
    await expectAccessible(page);
    const save = page.getByRole('button', { name: 'Ghi 2 vị trí' });
    const sure = page.getByRole('checkbox', { name: /^Nằm ngoài ranh giới xã: Thôn Long Tiến/ });
    await sure.waitFor();
    expect(await save.isDisabled()).toBe(true);
    await sure.check();
    expect(await save.isDisabled()).toBe(false);
    await page.getByRole('combobox', { name: 'Thôn' }).selectOption('Thôn Long Tiến');
    await page.getByRole('application', { name: /^Bản đồ Xã Cẩm Tân để đặt/ }).click();
    await sure.waitFor({ state: 'detached' });
    expect(await page.getByRole('textbox', { name: /^Danh sách/ }).inputValue()).toMatch(/Thôn Long Tiến; 20\.1\d+; 105\.5\d+/);
    await save.click();
    await page.getByRole('row', { name: /Thôn Cao Long.*20,16000/ }).waitFor();
    await page.close();
  });
});
