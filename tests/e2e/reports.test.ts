import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, looks, openStage, picture, type Stage } from '../support/e2e.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const haNam = 'canbo.ninhbinh';
const thanhHoa = 'canbo.tinh';
const camTan = 'canbo.camtan';
const ofHaNam = 'area=35@2015-12-31&period=2015';
const at = (page: Page) => new URL(page.url());
const table = (page: Page) => page.getByRole('region', { name: /^Biểu 1\./ }).getByRole('table');
const row = (page: Page, name: string) => table(page).getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });

/** The texts of a row from the first column of figures on. */
const figures = async (page: Page, name: string): Promise<string[]> => (await row(page, name).getByRole('cell').allInnerTexts()).slice(1);

describe('a form', () => {
  it('prints what was published of Hà Nam 2015, and each number opens its households', async () => {
    const page = await stage.visit({ as: haNam });
    await page.goto(`/reports/1.4?${ofHaNam}`);
    await row(page, 'Tổng cộng').waitFor();
    expect(await figures(page, 'Tổng cộng')).toEqual(['15.571', '29.511', '1.937', '5.409', '1.627', '772', '3.757', '1.978', '1.684', '3.594', '5.875', '2.878']);
    expect(await table(page).getByRole('columnheader').allInnerTexts()).toContain('Bảo hiểm y tế');
    await page.getByText('Dữ liệu mô phỏng', { exact: true }).first().waitFor();

    await row(page, 'Huyện Bình Lục').getByRole('link', { name: '358', exact: true }).click();
    await page.waitForURL('**/households?**');
    const asked = Object.fromEntries(at(page).searchParams);
    expect(asked).toEqual({ area: '352@2009-04-01', period: '2015', class: 'poor', deprived: expect.stringMatching(/^YT\d$/) });
    await page.getByRole('status').filter({ hasText: '358 hộ' }).waitFor();
  });

  it('goes down to the communes, in the address too', async () => {
    const page = await stage.visit({ as: haNam });
    await page.goto(`/reports/1.4?${ofHaNam}`);
    await page.getByRole('combobox', { name: 'Chi tiết đến' }).click();
    await page.getByRole('option', { name: 'Chi tiết đến cấp xã' }).click();
    await row(page, 'Xã An Đổ').waitFor();
    expect(at(page).searchParams.get('level')).toBe('commune');
    expect((await row(page, 'Huyện Bình Lục').getByRole('cell').first().innerText()).trim()).toBe('I');
  });

  it('says of a published figure who published it, and of a missing one why', async () => {
    const page = await stage.visit({ as: thanhHoa });
    await page.goto('/reports/1.1?area=401@2017-12-31&period=2017');
    await row(page, 'Tổng cộng').waitFor();
    expect((await figures(page, 'Tổng cộng'))[2]).toBe('1.925');
    await row(page, 'Tổng cộng').getByRole('link', { name: 'Xem nguồn 1' }).click();
    await page.getByText('Kế hoạch số 16/KH-UBND ngày 05/03/2018').waitFor();
    expect(at(page).hash).toBe('#source-1');
    await row(page, 'Xã Nga An').getByTitle(/^Chưa công bố/).first().waitFor();
  });

  it('comes as a file, alone or with all the others, by keyboard too', async () => {
    const page = await stage.visit({ as: haNam });
    await page.goto(`/reports/1.4?${ofHaNam}`);
    await row(page, 'Tổng cộng').waitFor();
    const menu = page.getByRole('button', { name: 'Tải về' });
    await menu.focus();
    await page.keyboard.press('Enter');
    const [word] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: 'Word (.docx)' }).first().press('Enter')]);
    expect(word.suggestedFilename()).toBe('bieu-1.4-35-2015.docx');
    await page.getByText('Đã tải bieu-1.4-35-2015.docx').waitFor();
    await menu.click();
    const [set] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: 'PDF' }).last().click()]);
    expect(set.suggestedFilename()).toBe('bo-bieu-35-2015.pdf');
  });
});

describe('the first screen', () => {
  it('shows the figures of an area with their change, and the way to the households', async () => {
    const page = await stage.visit({ as: thanhHoa });
    await page.goto('/?area=401@2018-12-31&period=2018');
    const poor = page.getByRole('link', { name: /^Hộ nghèo/ });
    await poor.filter({ hasText: /1\.355.*giảm 570.*so với 2017/s }).waitFor();
    expect(await poor.getAttribute('href')).toBe('/households?area=401@2009-04-01&period=2018&class=poor');
    await page.getByText('phép đối chiếu đều khớp').waitFor();
  });

  it('goes from the map into a unit with the keyboard', async () => {
    const page = await stage.visit({ as: thanhHoa });
    await page.goto('/?area=401@2018-12-31&period=2018');
    const map = page.getByRole('application', { name: /^Bản đồ/ });
    await map.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.searchParams.get('area')?.endsWith('@2009-04-01') === true && url.searchParams.get('area') !== '401@2009-04-01');
    await page.getByRole('heading', { level: 1, name: /^(Xã|Thị trấn) / }).waitFor();
  });

  it('maps the figure of the address, beside the map of its own day, and takes the map along by keyboard', async () => {
    const page = await stage.visit({ as: haNam });
    await page.goto(`/?${ofHaNam}&map=2026-07-01&figure=households.near_poor`);
    const maps = page.getByRole('application', { name: /^Bản đồ Số hộ cận nghèo, Tỉnh Hà Nam/ });
    await maps.nth(2).waitFor();
    expect(await maps.count()).toBe(3);
    await page.getByRole('combobox', { name: 'Số liệu trên bản đồ' }).selectOption('Tổng số thiếu hụt của hộ nghèo');
    await page.waitForURL((url) => url.searchParams.get('figure') === 'deprivations.poor');
    await page.getByRole('application', { name: /^Bản đồ Tổng số thiếu hụt/ }).first().waitFor();

    const menu = page.getByRole('button', { name: 'Tải bản đồ về' }).first();
    await menu.press('Enter');
    const [drawing] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: /\.svg/ }).press('Enter')]);
    expect(drawing.suggestedFilename()).toBe('ban-do-tong-so-thieu-hut-cua-ho-ngheo-35-2015-xa-ban-do-2026-07-01.svg');
    const svg = await readFile(await drawing.path(), 'utf8');
    for (const text of ['Tổng số thiếu hụt của hộ nghèo', 'Tỉnh Hà Nam', 'Số liệu đến ngày 31/12/2015', 'Dữ liệu mô phỏng']) expect(svg).toContain(`>${text}</text>`);
    expect(svg.match(/<circle /g)!.length).toBeGreaterThan(20);
    await menu.press('Enter');
    const [picture] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: /\.png/ }).press('Enter')]);
    const png = await readFile(await picture.path());
    expect([png.subarray(1, 4).toString(), png.readUInt32BE(16)]).toEqual(['PNG', 2400]);
  });

  it('leads to the nearest figures where a list is not finished', async () => {
    const page = await stage.visit({ as: camTan });
    await page.goto('/?period=2026');
    await page.getByRole('link', { name: 'Xem Xã Cẩm Tân, năm 2025' }).click();
    await page.getByRole('link', { name: /^Hộ nghèo.*231/s }).waitFor();
    expect(at(page).searchParams.get('period')).toBe('2025');
  });
});

describe('each screen', () => {
  const screens = [
    ['overview', haNam, `/?${ofHaNam}`, 'Tỉnh Hà Nam', 'Tỉnh Hà Nam'],
    ['overview-years', thanhHoa, '/?area=401@2018-12-31&period=2018', 'Huyện Nga Sơn', 'Huyện Nga Sơn'],
    ['reports', haNam, `/reports?${ofHaNam}`, 'Biểu báo cáo', 'Report forms'],
    ['report-1.4', haNam, `/reports/1.4?${ofHaNam}`, 'Phân tích hộ nghèo', 'Poor households by deprivation'],
    ['report-1.1', thanhHoa, '/reports/1.1?area=401@2017-12-31&period=2017', 'Tổng hợp kết quả rà soát', 'Results of the review'],
  ] as const;
  it.each(screens)('is fit for everyone and has its picture: %s', async (name, as, address, heading, headingInEnglish) => {
    for (const { name: device, size, scheme, language } of looks) {
      const page = await stage.visit({ as, size, scheme, language });
      await page.goto(address);
      await page.getByRole('heading', { level: 1, name: language === 'vi' ? heading : headingInEnglish }).waitFor();
      await page.waitForLoadState('networkidle');
      await expectAccessible(page);
      await picture(page, `${name}-${device}-${scheme}`);
      await page.close();
    }
  });
});
