import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, looks, openStage, picture, type Stage } from '../support/e2e.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const officer = 'canbo.camtan';
const register = '/households?area=15178@2025-07-01&period=2025';
const title = (page: Page) => page.getByRole('heading', { level: 1 });
const section = (page: Page, name: string) => page.getByRole('heading', { level: 2, name });

/** Opens a household by a name in it, from the palette. */
async function open(page: Page, name: string, head = name): Promise<void> {
  await page.goto(register);
  await page.locator('tbody tr[data-opens]').first().waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: /^Tìm/ }).fill(name);
  await page.getByRole('option', { name: new RegExp(head) }).first().click();
  await title(page).filter({ hasText: head }).waitFor();
}

describe('the file of a household', () => {
  it('tells the line of a couple that married, split off and moved, from each end', async () => {
    const page = await stage.visit({ as: officer });
    await open(page, 'Hà Thùy Yến', 'Phạm Văn Phúc');
    await section(page, 'Dòng hộ').waitFor();
    await page.getByText('Chuyển từ Thôn Cao Long đến Thôn Tân Long').waitFor();
    await page.getByRole('listitem').filter({ hasText: 'tách ra' }).getByRole('link', { name: 'Phạm Văn Toàn', exact: true }).click();
    await title(page).filter({ hasText: 'Phạm Văn Toàn' }).waitFor();
    await page.getByRole('listitem').filter({ hasText: 'tách ra' }).getByRole('link', { name: 'Phạm Văn Phúc', exact: true }).first().waitFor();
    await page.close();
  });

  it('takes the causes of a deprivation by keyboard, tells them on the time line, and takes them back', async () => {
    const page = await stage.visit({ as: officer });
    await page.goto(`${register}&class=poor`);
    await page.locator('tbody tr[data-opens]').nth(2).click();
    const tell = page.getByRole('button', { name: /^Ghi nguyên nhân thiếu hụt/ }).first();
    await tell.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: /^Nguyên nhân thiếu hụt của hộ/ });
    await dialog.getByRole('combobox', { name: 'Nguyên nhân theo biểu' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.locator('[role=option][data-combobox-selected]').waitFor();
    await page.keyboard.press('Enter');
    await dialog.getByRole('combobox', { name: 'Cách ghi của địa phương' }).focus();
    await page.keyboard.type('thiếu tay nghề');
    await page.keyboard.press('Enter');
    await dialog.getByText('“thiếu tay nghề” được tính vào: Thiếu kỹ năng lao động, sản xuất').waitFor();
    await dialog.getByRole('textbox', { name: 'Diễn giải' }).focus();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Ghi vào sổ' }).press('Enter');
    await dialog.waitFor({ state: 'detached' });
    const entry = page.getByRole('listitem').filter({ hasText: 'Ghi nguyên nhân kỳ 2025' });
    await entry.getByText('(ghi là “thiếu tay nghề”)').waitFor();
    await expectAccessible(page);
    await entry.getByRole('button', { name: 'Hoàn tác' }).click();
    await entry.getByText('đã hoàn tác').waitFor();
    await page.close();
  });

  it('is split by keyboard alone, and the split is taken back', async () => {
    const page = await stage.visit({ as: officer });
    await open(page, 'Lê Đình Đông');
    const menu = page.getByRole('button', { name: 'Ghi biến động' });
    await menu.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Tách hộ' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.locator('[role=menuitem]:focus').filter({ hasText: 'Tách hộ' }).waitFor();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Tách hộ từ hộ Lê Đình Đông' });
    await dialog.getByRole('checkbox', { name: /Lê Khánh Linh/ }).focus();
    await page.keyboard.press('Space');
    await dialog.getByRole('combobox', { name: 'Thôn của hộ mới' }).focus();
    await page.keyboard.type('Minh');
    await page.getByRole('option', { name: 'Thôn Minh Long' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expectAccessible(page);
    await dialog.getByRole('textbox', { name: 'Lý do, ghi chú' }).focus();
    await page.keyboard.type('Ra ở riêng');
    await page.keyboard.press('Enter');
    await page.getByText('Có người tách ra lập hộ mới').waitFor();
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await page.getByText('Hoàn tác việc đã ghi').waitFor();
    await section(page, 'Dòng hộ').waitFor({ state: 'detached' });
    expect(await page.getByRole('table', { name: 'Thành viên' }).getByText('Lê Khánh Linh').count()).toBe(1);
    await page.close();
  });

  it('takes the place of the house, a day typed as people write it, and hands out a slip in plain words', async () => {
    const page = await stage.visit({ as: officer });
    await open(page, 'Phạm Văn Toàn');
    await page.getByRole('button', { name: 'Ghi lại vị trí' }).click();
    const dialog = page.getByRole('dialog', { name: 'Vị trí nhà của hộ Phạm Văn Toàn' });
    await dialog.getByRole('textbox', { name: 'Vĩ độ' }).fill('20,17200');
    await dialog.getByRole('textbox', { name: 'Kinh độ' }).fill('105,57100');
    const day = dialog.getByRole('textbox', { name: 'Ngày xem nhà' });
    await day.fill('31/02/2026');
    await day.blur();
    await dialog.getByText('Không có ngày 31/02/2026').waitFor();
    await day.fill('15112026');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Ghi vào sổ' }).click();
    await page.getByText('20,17200° B, 105,57100° Đ', { exact: true }).waitFor();
    await page.getByText('Ghi vị trí nhà: 20,17200° B, 105,57100° Đ').waitFor();
    await page.getByText('Ngày 15/11/2026').waitFor();
    await page.getByRole('link', { name: 'Phiếu kết quả', exact: true }).click();
    await section(page, 'Nếu gia đình thấy chưa đúng').waitFor();
    await expectAccessible(page);
    await page.close();
  });

  it('is seen as it was on a day, and what changed between two days', async () => {
    const page = await stage.visit({ as: officer });
    await open(page, 'Phạm Văn Toàn');
    const here = new URL(page.url());
    here.searchParams.set('on', '2026-01-15');
    here.searchParams.set('from', '2026-01-15');
    here.searchParams.set('to', '2026-11-15');
    await page.goto(here.toString());
    await page.getByText('Đang xem hộ như sổ ghi cho ngày 15/01/2026').waitFor();
    await page.getByRole('table', { name: 'Thành viên' }).getByText('Phạm Văn Phúc').waitFor();
    await page.getByRole('row', { name: 'Thành viên Phạm Văn Phúc –' }).waitFor();
    await page.close();
  });

  it('is corrected by two', async () => {
    const page = await stage.visit({ as: officer });
    await page.goto('/corrections?area=15178@2025-07-01');
    const request = page.getByRole('listitem').filter({ hasText: 'Bùi Gia Nhân' });
    await request.getByText('999201900417').waitFor();
    await request.getByRole('button', { name: 'Xác nhận' }).click();
    await page.getByText('Không có đề nghị nào đang chờ').waitFor();
    await page.close();
  });

  it('has a closed book of its village', async () => {
    const page = await stage.visit({ as: 'truongthon' });
    await page.goto('/ledger?month=2026-10');
    await page.getByRole('strong').filter({ hasText: 'Đã chốt: Quách Thị Mai' }).first().waitFor();
    await page.getByText('các dòng còn nguyên như khi chốt').waitFor();
    expect(await page.getByRole('table', { name: 'Hộ có dấu “–” chưa có số trong sổ' }).count()).toBe(0);
    await page.close();
  });

  it('says in a book that was never closed why it has no numbers', async () => {
    const page = await stage.visit({ as: officer });
    await page.goto('/ledger?area=15178@2025-07-01');
    await page.getByRole('link', { name: 'Thôn Phi Long' }).click();
    await page.getByRole('table', { name: 'Hộ có dấu “–” chưa có số trong sổ' }).waitFor();
    await page.close();
  });
});

describe('everyone can use', () => {
  for (const { name, size, scheme } of looks) {
    it(`the file, an act, the ledger: ${scheme}, ${name}`, async () => {
      const page = await stage.visit({ as: officer, scheme, size });
      await open(page, 'Hà Thùy Yến', 'Phạm Văn Phúc');
      await section(page, 'Dòng thời gian').waitFor();
      await expectAccessible(page);
      await picture(page, `file-${name}-${scheme}`);
      await page.getByRole('button', { name: 'Ghi biến động' }).click();
      await page.getByRole('menuitem', { name: 'Kết hôn' }).click();
      await page.getByRole('dialog').waitFor();
      await expectAccessible(page);
      await page.goto('/ledger?area=15178@2025-07-01');
      await page.getByRole('link', { name: 'Thôn Minh Long' }).click();
      await section(page, 'Mục lục các hộ').waitFor();
      await expectAccessible(page);
      await picture(page, `ledger-${name}-${scheme}`);
      await page.close();
    });
  }
});
