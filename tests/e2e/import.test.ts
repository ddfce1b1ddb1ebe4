/** A commune officer imports a workbook with ten mistakes, reads what is said of them, mends it, imports it, and finds the households. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, openStage, phone, picture, type Stage } from '../support/e2e.ts';
import { badWorkbook, mendedWorkbook } from '../support/review-workbook.ts';

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openStage();
  page = await stage.visit({ as: 'canbo.camtan' });
  page.setDefaultTimeout(15_000);
});
afterAll(() => stage?.close());

const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Hands the page a file once `button` can be pressed. */
async function choose(button: RegExp, name: string, buffer: Buffer): Promise<void> {
  await page.getByRole('button', { name: button, disabled: false }).waitFor();
  await page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer });
}

const lines = (): Promise<string[]> => page.getByRole('table', { name: 'Cần sửa và xem lại' }).locator('tbody tr').allInnerTexts();

describe('importing the review workbook of a commune', () => {
  it('offers the template of the commune and the period', async () => {
    await page.goto('/import?area=15178&period=2026');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Tải mẫu để ghi' }).click();
    expect((await download).suggestedFilename()).toBe('mau-nhap-15178-2026.xlsx');
    await expectAccessible(page);
    await picture(page, 'import-new');
  });

  it('needs no mouse: arrows choose the kind of file, Tab goes on to the button, Enter asks for a file', async () => {
    const keys = await stage.visit({ as: 'canbo.camtan' });
    await keys.goto('/import?area=15178&period=2026');
    const button = keys.getByRole('button', { name: 'Chọn tệp', disabled: false });
    await button.waitFor();
    await keys.getByRole('radio', { name: /Sổ rà soát của xã/ }).press('ArrowRight');
    await keys.waitForURL(/kind=aggregate/);
    await keys.keyboard.press('ArrowLeft');
    await keys.waitForURL(/kind=commune/);
    await button.waitFor();
    expect(await keys.evaluate('document.activeElement.textContent')).toContain('Sổ rà soát của xã');
    await keys.keyboard.press('Tab');
    await keys.keyboard.press('Tab');
    expect(await keys.evaluate('document.activeElement.textContent')).toContain('Quyết định chung cho cả tệp');
    await keys.keyboard.press('Tab');
    expect(await keys.evaluate('document.activeElement.textContent')).toBe('Chọn tệp');
    // Only a page in front is given a file chooser; those of the tests before are still open.
    await keys.bringToFront();
    const [chooser] = await Promise.all([keys.waitForEvent('filechooser'), button.press('Enter')]);
    expect(chooser.isMultiple()).toBe(false);
    await keys.close();
  });

  it('names the place of each of the ten mistakes and writes nothing', async () => {
    await choose(/Chọn tệp/, 'so-ra-soat.xlsx', await badWorkbook());
    await page.getByRole('heading', { name: /Chưa nạp được: \d+ lỗi/ }).waitFor();
    const said = (await lines()).map((line) => line.replace(/\s+/g, ' '));
    const mistakes: [row: number, column: string, found: string][] = [
      [5, 'Ngày, tháng, năm sinh', '31/02/1974'],
      [6, 'Số CCCD', '38058001123'],
      [7, 'Giới tính', 'Bà'],
      [8, 'Phân loại hộ', 'Hộ khá'],
      [9, 'Điểm B2', '35'],
      [10, 'YT2', 'chưa hỏi'],
      [11, 'Số khẩu', '2'],
      [14, 'Số CCCD', '038163004521'],
      [15, 'Phân loại hộ', 'Vũ Thị Sen'],
      [3, 'Họ và tên chủ hộ', 'Bùi Văn Thịnh'],
    ];
    for (const [row, column, found] of mistakes) expect(said.filter((line) => line.startsWith(`Lỗi ${row} ${column}`) && line.includes(found)), `row ${row}`).not.toEqual([]);
    expect(await page.getByRole('button', { name: /^Nạp/ }).count()).toBe(0);
    await expectAccessible(page);
    await picture(page, 'import-refused');
  });

  it('keeps the check when the page is loaded anew, and says all of it in English', async () => {
    await page.reload();
    await page.getByRole('heading', { name: /Chưa nạp được/ }).waitFor();
    await page.getByRole('button', { name: 'Switch to English' }).click();
    await page.getByRole('heading', { name: /Not loadable yet: \d+ errors/ }).waitFor();
    expect(await page.getByText('The sex “Bà” is not understood.').count()).toBe(1);
    await page.getByRole('button', { name: 'Chuyển sang tiếng Việt' }).click();
  });

  it('can be read on a phone, where the same person finds it too', async () => {
    const small = await stage.visit({ as: 'canbo.camtan', size: phone });
    await small.goto(page.url());
    await small.getByRole('heading', { name: /Chưa nạp được/ }).waitFor();
    expect(await small.evaluate('document.documentElement.scrollWidth')).toBe(phone.width);
    await expectAccessible(small);
    await picture(small, 'import-refused-390');
    await small.close();
  });

  it('is chosen again once mended, and shows what would follow', async () => {
    await choose(/Sửa tệp rồi chọn lại/, 'so-ra-soat.xlsx', await mendedWorkbook());
    await page.getByRole('button', { name: 'Nạp 12 hộ' }).waitFor();
    expect(await page.getByText('Tệp ghi hộ nghèo, tính theo chuẩn là hộ cận nghèo').count()).toBe(1);
    expect(await page.getByText('Sẽ thêm vào danh mục 3 thôn').count()).toBe(1);
    await expectAccessible(page);
    await picture(page, 'import-checked');
  });

  it('asks about households of the list before that the file does not name', async () => {
    const section = page.locator('section', { has: page.getByRole('heading', { name: 'Có trong danh sách trước, không có trong tệp' }) });
    const boxes = section.getByRole('checkbox', { name: /^Chọn hộ/ });
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    await section.getByLabel('Hộ đã chọn là').selectOption({ label: 'Không còn hộ' });
    await section.getByLabel('Căn cứ, ghi chú').fill('Thôn báo');
    await picture(page, 'import-absences');
    await expectAccessible(page);
    await section.getByRole('button', { name: 'Ghi trả lời' }).click();
    await section.getByText(/đã trả lời 2, hỏi sau/).waitFor();
    expect(await section.getByRole('row').filter({ hasText: 'Không còn hộ' }).count()).toBe(2);
  });

  it('is loaded and found in the register', async () => {
    await page.getByRole('button', { name: 'Nạp 12 hộ' }).click();
    await page.getByRole('heading', { name: 'Đã nạp xong' }).waitFor();
    await picture(page, 'import-done');
    await page.getByRole('link', { name: 'Mở sổ hộ của Xã Cẩm Tân' }).click();
    await page.waitForURL(/\/households\?.*area=15178.*period=2026/);
    await page.goto(`${page.url()}&name=mai van tuyen`);
    await page.getByText('Mai Văn Tuyến').first().waitFor();
  });

  it('leaves the other households among what waits, where they are answered later', async () => {
    await page.goto('/corrections?area=15178&period=2026');
    const section = page.locator('section', { has: page.getByRole('heading', { name: 'Hộ vắng trong danh sách, còn phải hỏi' }) });
    const first = section.getByRole('checkbox', { name: /^Chọn hộ/ }).first();
    const name = (await first.getAttribute('aria-label'))!;
    await first.check();
    await expectAccessible(page);
    await picture(page, 'absences-open');
    await section.getByRole('button', { name: 'Ghi trả lời' }).click();
    await page.getByText('Đã ghi trả lời cho 1 hộ.').waitFor();
    await section.getByRole('checkbox', { name, exact: true }).waitFor({ state: 'detached' });
    const small = await stage.visit({ as: 'canbo.camtan', size: phone, scheme: 'dark' });
    await small.goto('/corrections?area=15178&period=2026');
    await small.getByRole('checkbox', { name: /^Chọn hộ/ }).first().check();
    expect(await small.evaluate('document.documentElement.scrollWidth')).toBe(phone.width);
    await expectAccessible(small);
    await picture(small, 'absences-open-390');
    await small.close();
  });

  it('is found again among the recent imports', async () => {
    await page.goto('/import?area=15178&period=2026');
    const recent = page.getByRole('table', { name: 'Các lượt nhập' });
    await recent.getByText('Đã nạp').waitFor();
    await recent.locator('tbody tr').first().click();
    await page.getByRole('heading', { name: 'Đã nạp xong' }).waitFor();
  });

  it('is undone, on a phone in the dark by keys alone, as long as nothing was built on it', async () => {
    const small = await stage.visit({ as: 'canbo.camtan', size: phone, scheme: 'dark' });
    await small.goto(page.url());
    const button = small.getByRole('button', { name: 'Hoàn tác lượt nhập' });
    await button.waitFor();
    expect(await small.getByText('Hoàn tác sẽ rút 12 hộ đã thêm khỏi sổ').count()).toBe(1);
    expect(await small.evaluate('document.documentElement.scrollWidth')).toBe(phone.width);
    await expectAccessible(small);
    await picture(small, 'import-undo-390');
    await button.press('Enter');
    await small.getByRole('heading', { name: 'Đã hoàn tác' }).waitFor();
    await picture(small, 'import-undone-390');
    await small.close();
    await page.reload();
    await page.getByRole('heading', { name: 'Đã hoàn tác' }).waitFor();
    await expectAccessible(page);
    await picture(page, 'import-undone');
  });
});

describe('what stands in the way is said before a file is chosen', () => {
  it('a province has no workbook of its own; a period may have no round', async () => {
    const province = await stage.visit({ as: 'canbo.tinh', scheme: 'dark' });
    await province.goto('/import?area=38&period=2026');
    await province.getByText('Tỉnh Thanh Hóa không phải đơn vị cấp xã').waitFor();
    await province.getByRole('button', { name: 'Chọn xã, phường' }).waitFor();
    await expectAccessible(province);
    await province.goto('/import?area=15178&period=2023');
    await province.getByText('chưa có đợt rà soát cho kỳ năm 2023').waitFor();
    await province.getByRole('link', { name: 'Năm 2026, Xã Cẩm Tân' }).click();
    await province.getByRole('button', { name: 'Chọn tệp' }).waitFor();
  });

  it('a province officer opens the round that is missing, by the standard in force; a commune officer is told to ask', async () => {
    const commune = await stage.visit({ as: 'canbo.camtan' });
    await commune.goto('/import?area=15178&period=2024');
    await commune.getByText('chưa có đợt rà soát cho kỳ năm 2024').waitFor();
    expect(await commune.getByRole('button', { name: 'Mở đợt rà soát' }).count()).toBe(0);

    const province = await stage.visit({ as: 'canbo.tinh' });
    await province.goto('/import?area=15178&period=2024');
    await province.getByRole('button', { name: 'Mở đợt rà soát' }).click();
    const form = province.getByRole('dialog', { name: 'Mở đợt rà soát kỳ 2024' });
    expect(await form.getByLabel('Địa bàn của đợt').inputValue()).toBe('Tỉnh Thanh Hóa');
    await expectAccessible(province);
    await picture(province, 'round-open');
    await form.getByRole('button', { name: 'Mở đợt' }).click();
    await province.getByText('Đã mở đợt rà soát kỳ 2024 của Tỉnh Thanh Hóa.').waitFor();
    await province.getByRole('button', { name: 'Chọn tệp' }).waitFor();
  });
});

describe('a table of figures by unit', () => {
  it('shows the area of each unit and marks what contradicts', async () => {
    const province = await stage.visit({ as: 'canbo.tinh' });
    await province.goto('/import?area=401@2017-12-31&period=2017&kind=aggregate');
    const table = ['TT;Đơn vị;Tổng số hộ;Số hộ nghèo;Tỷ lệ hộ nghèo (%)', '1;Thị trấn;969;23;2,37', '2;Xã Ba Đình;1362;66;8,45', ';Tổng cộng;2331;90;3,82'].join('\n');
    await province.getByRole('button', { name: 'Chọn tệp' }).waitFor();
    await province.locator('input[type=file]').setInputFiles({ name: 'phu-luc.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
    await province.getByRole('button', { name: 'Nạp 6 số liệu' }).waitFor();
    const figures = province.getByRole('region', { name: 'Số liệu theo đơn vị' });
    expect(await figures.getByRole('link').allInnerTexts()).toEqual(['Thị trấn Nga Sơn', 'Xã Ba Đình']);
    const against = (await figures.locator('[data-against]').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
    expect(against).toEqual(['8,45 % tính ra 4,85 %', '90 tính ra 89', '3,82 % tính ra 3,86 %']);
    await expectAccessible(province);
    await picture(province, 'import-figures');
  });
});
