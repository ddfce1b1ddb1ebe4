import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desktop, expectAccessible, openStage, phone, picture, type Stage } from '../support/e2e.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const commune = 'canbo.camtan';
const province = 'canbo.tinh';
const camTan = 'area=15178&period=2025';
const table = (page: Page, form: string) => page.getByRole('region', { name: new RegExp(`^(Biểu|Danh sách) ${form},`) }).getByRole('table');

describe('the forms', () => {
  it('are listed under heads', async () => {
    const page = await stage.visit({ as: commune });
    await page.goto('/reports');
    for (const name of ['Kết quả rà soát', 'Thiếu hụt dịch vụ xã hội cơ bản', 'Theo nhóm, dân tộc, nguyên nhân, trẻ em', 'Danh sách theo tên']) await page.getByRole('heading', { name, exact: true }).waitFor();
    await expectAccessible(page);
    await picture(page, 'forms-1440');
  });
});

describe('a cell', () => {
  it('of other households in two lines opens those in no group, by a chip that can be taken off', async () => {
    const page = await stage.visit({ as: commune });
    await page.goto(`/reports/1.8?${camTan}`);
    const total = table(page, '1.8').getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Tổng cộng' }) });
    const link = total.getByRole('link').nth(4);
    const value = await link.innerText();
    await expectAccessible(page);
    await link.click();
    await page.getByRole('button', { name: 'Bỏ lọc: Hộ không thuộc ba nhóm trên' }).waitFor();
    await page.getByRole('status').filter({ hasText: `${value} hộ` }).waitFor();
    await picture(page, 'register-group-1440');
    await page.getByRole('button', { name: 'Bỏ lọc: Hộ không thuộc ba nhóm trên' }).click();
    await page.waitForURL((url) => !url.searchParams.has('group'));
  });
});

describe('ethnic columns', () => {
  it('are chosen by the province, and the choice can be undone', async () => {
    const page = await stage.visit({ as: province });
    await page.goto(`/reports/1.9?${camTan}`);
    const heads = table(page, '1.9').getByRole('columnheader');
    await heads.getByText('Ê Đê').first().waitFor();
    await page.getByRole('button', { name: 'Cột dân tộc' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Đang dùng các cột mặc định').waitFor();
    await expectAccessible(page);
    const choice = dialog.getByLabel('Các dân tộc có cột riêng, theo thứ tự').first();
    await choice.click();
    // A long list scrolls, and the keyboard brings its end into sight.
    const list = page.getByRole('listbox');
    await list.getByRole('option').nth(40).waitFor();
    await expectAccessible(page);
    await page.keyboard.press('ArrowUp');
    await list.getByRole('option').last().and(page.locator('[data-combobox-selected]')).waitFor();
    expect(Number(await page.evaluate(`document.querySelector('[data-combobox-selected]').closest('[role=listbox]').scrollTop`))).toBeGreaterThan(0);
    await choice.fill('Thổ');
    await page.getByRole('option', { name: 'Thổ', exact: true }).click();
    await picture(page, 'ethnic-columns-1440');
    // A click elsewhere closes the list of choices.
    await dialog.getByRole('heading').click();
    await dialog.getByRole('button', { name: 'Lưu cột' }).click();
    await heads.getByText('Thổ', { exact: true }).first().waitFor();
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await heads.getByText('Thổ', { exact: true }).first().waitFor({ state: 'detached' });
  });
});

describe('a list by name', () => {
  it('names each member and opens the household; more come when asked for', async () => {
    const page = await stage.visit({ as: commune });
    await page.goto(`/reports/1.14?${camTan}`);
    const rows = table(page, '1.14').getByRole('row');
    await rows.nth(20).waitFor();
    const before = await rows.count();
    expect(before).toBeGreaterThan(50);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Hiện thêm hộ' }).click();
    await page.getByRole('status').filter({ hasText: 'Đã hiện 100 trong' }).waitFor();
    expect(await rows.count()).toBeGreaterThan(before);
    await table(page, '1.14').getByRole('link').first().click();
    await page.waitForURL('**/households/*');
  });
});

/** Each kind of table once; with `LOOKS=all` those of like shape as well. */
const seen = [['1.8', 'light', desktop], ['1.8', 'dark', phone], ['1.9', 'dark', desktop], ['1.11', 'light', phone], ['1.14', 'dark', phone]] as const;
const ofLikeShape = [['1.5', 'light', desktop], ['1.9', 'light', desktop], ['1.10', 'light', desktop], ['1.11', 'light', desktop], ['1.14', 'light', desktop]] as const;

describe('tables', () => {
  it.each([...seen, ...(process.env['LOOKS'] === 'all' ? ofLikeShape : [])])('%s in %s', async (form, scheme, size) => {
    const page = await stage.visit({ as: commune, scheme, size });
    await page.goto(`/reports/${form}?${camTan}`);
    await table(page, form).waitFor();
    await picture(page, `table-${form}-${scheme}-${size.width}`);
    await expectAccessible(page);
  });
});
