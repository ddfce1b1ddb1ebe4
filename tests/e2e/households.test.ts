import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, looks, openStage, phone, picture, type Stage } from '../support/e2e.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const officer = 'canbo.camtan';
const register = '/households?area=15178@2025-07-01&period=2025';
const rows = (page: Page) => page.locator('tbody tr[data-opens]');
const title = (page: Page) => page.getByRole('heading', { level: 1 });
const why = (page: Page) => page.getByRole('heading', { name: 'Vì sao' });
const count = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words }).waitFor();
const at = (page: Page) => new URL(page.url()).searchParams;

describe('the register', () => {
  it('lists the households of the place and period, and says by which round and standard', async () => {
    const page = await stage.visit({ as: 'canbo.tinh' });
    await page.goto('/households?area=401@2017-12-31&period=2017');
    await count(page, '1.925 hộ');
    await page.getByText('Đợt rà soát năm 2017 · chuẩn QĐ 59/2015').waitFor();
    await page.getByText('mô phỏng', { exact: true }).waitFor();
    await page.close();
  });

  it('filters by class, deprivation and name, each in the address and taken off by its chip', async () => {
    const page = await stage.visit({ as: officer });
    await page.goto(`${register}&class=poor&deprived=YT2`);
    await page.getByRole('button', { name: 'Bỏ lọc: Thiếu hụt: Bảo hiểm y tế (YT2)' }).waitFor();
    expect(await rows(page).count()).toBeGreaterThan(0);
    for (const row of await rows(page).allTextContents()) expect(row).toMatch(/Hộ nghèo.*YT2/);

    await page.keyboard.press('/');
    await page.keyboard.type('bui');
    await page.waitForURL(/name=bui/);
    await page.getByRole('button', { name: 'Bỏ lọc: Tên: bui' }).click();
    await page.getByRole('button', { name: 'Bỏ lọc: Hộ nghèo' }).click();
    await page.waitForURL((url) => !url.searchParams.has('class') && !url.searchParams.has('name'));
    expect(at(page).get('deprived')).toBe('YT2');

    await page.getByRole('combobox', { name: 'Phân loại' }).click();
    await page.getByRole('option', { name: 'Hộ cận nghèo' }).click();
    await page.waitForURL(/class=near_poor/);
    await page.close();
  });

  it('goes to a village through the area of the screen', async () => {
    const page = await stage.visit({ as: officer });
    await page.goto(register);
    await page.getByRole('combobox', { name: 'Thôn' }).click();
    await page.getByRole('option', { name: 'Thôn Phi Long' }).click();
    await page.getByRole('button', { name: 'Đổi địa bàn, đang xem Thôn Phi Long' }).waitFor();
    await page.close();
  });

  it('says in English that a village is unknown, and in Vietnamese again as soon as the language changes', async () => {
    const page = await stage.visit({ as: 'canbo.tinh', language: 'en' });
    await page.goto('/households?area=401@2017-12-31&period=2017');
    await rows(page).filter({ hasText: 'Village unknown' }).first().waitFor();
    expect(await page.getByText('Chưa rõ thôn').count()).toBe(0);
    await page.getByRole('button', { name: 'Chuyển sang tiếng Việt' }).click();
    await rows(page).filter({ hasText: 'Chưa rõ thôn' }).first().waitFor();
    expect(await page.getByText('Village unknown').count()).toBe(0);
    await page.close();
  });

  it.each(['vi', 'en'] as const)('fits on a phone: %s', async (language) => {
    const page = await stage.visit({ as: officer, size: phone, language });
    await page.goto(`${register}&class=not_poor`);
    await rows(page).first().waitFor();
    const { over, room } = (await page.evaluate(`(() => {
      const table = document.querySelector('table');
      const range = document.createRange();
      const ends = [...table.querySelectorAll('tbody td:last-child')].map((cell) => (range.selectNodeContents(cell), range.getBoundingClientRect().right));
      return { over: table.scrollWidth - table.closest('.mantine-datatable').clientWidth, room: innerWidth - Math.max(...ends) };
    })()`)) as { over: number; room: number };
    expect(over).toBeLessThanOrEqual(0);
    expect(room).toBeGreaterThanOrEqual(16);
    await page.close();
  });

  it('turns pages by key, opens a household with Enter, and is found again as it was left', async () => {
    const page = await stage.visit({ as: officer });
    await page.goto(register);
    await rows(page).first().focus();
    await page.keyboard.press('PageDown');
    await page.getByText('51–100 trong 514').waitFor();
    await page.locator('tbody tr:first-child:focus').waitFor();
    await page.keyboard.press('ArrowDown');
    const head = await page.locator('tbody tr:focus a').textContent();
    await page.keyboard.press('Enter');
    await title(page).filter({ hasText: head! }).waitFor();
    await page.getByRole('main').getByRole('link', { name: 'Sổ hộ' }).click();
    await page.getByText('51–100 trong 514').waitFor();
    await page.close();
  });

  it('says where the list and the form differ', async () => {
    const page = await stage.visit({ as: officer });
    await page.goto(`${register}&differs=true`);
    await rows(page).filter({ hasText: 'Cao Văn Thuận' }).getByRole('img', { name: 'Danh sách ghi: Hộ cận nghèo. Tính theo phiếu: Hộ nghèo.' }).waitFor();
    await page.close();
  });

  it('shows the way to the periods that have a review when this one has none', async () => {
    const page = await stage.visit({ as: 'canbo.tinh' });
    await page.goto('/households?area=401@2017-12-31&period=2020');
    await page.getByRole('link', { name: 'Đợt rà soát năm 2018' }).click();
    await rows(page).first().waitFor();
    expect(at(page).get('period')).toBe('2018');
    await page.close();
  });
});

describe('a household', () => {
  it('says why it is classed so, step by step, each with its article', async () => {
    const page = await stage.visit({ as: officer });
    await page.goto(`${register}&differs=true`);
    await rows(page).filter({ hasText: 'Cao Văn Thuận' }).click();
    await why(page).waitFor();
    await page.getByRole('note').filter({ hasText: 'Danh sách ghi hộ cận nghèo; tính theo phiếu là hộ nghèo.' }).waitFor();
    const steps = page.getByRole('listitem').filter({ has: page.getByText('nguồn thứ cấp') });
    await steps.filter({ hasText: 'Kết luận theo chuẩn quốc gia: hộ nghèo.' }).filter({ hasText: 'Nghị định 07/2021/NĐ-CP, Điều 3 khoản 2' }).waitFor();
    await page.getByText('thiếu hụt 4 trong 12 chỉ số', { exact: true }).waitFor();
    await page.close();
  });

  it('shows each period, and the commune of that time', async () => {
    const page = await stage.visit({ as: 'canbo.tinh' });
    await page.goto('/households?area=401@2017-12-31&period=2018');
    await rows(page).first().click();
    await why(page).waitFor();
    await page.getByText(/khi rà soát kỳ 2018 thuộc .*Huyện Nga Sơn/).waitFor();
    await page.getByRole('navigation', { name: 'Phân loại qua các kỳ' }).getByRole('button', { name: /^2017/ }).click();
    await page.getByRole('heading', { name: 'Phân loại kỳ 2017' }).waitFor();
    await page.close();
  });

  it('is found by name from the palette', async () => {
    const page = await stage.visit({ as: officer });
    await page.goto(register);
    await rows(page).first().waitFor();
    await page.keyboard.press('Control+k');
    const searches: string[] = [];
    page.on('request', (request) => {
      const { pathname, searchParams } = new URL(request.url());
      if (pathname === '/api/household-names') searches.push(searchParams.get('text')!);
    });
    const whole = page.waitForRequest((request) => new URL(request.url()).searchParams.get('text') === 'cao van thuan');
    await page.keyboard.type('cao van thuan', { delay: 30 });
    await whole;
    await page.getByRole('option', { name: /Cao Văn Thuận/ }).first().click();
    await title(page).filter({ hasText: 'Cao Văn Thuận' }).waitFor();
    // Each is on record as a reading of personal data: not one a letter, but one where the hand rests, which on a busy machine is more than once.
    expect(searches.length).toBeLessThan(4);
    await page.close();
  });

  it('is among those that the palette has no room for, and shows in the register', async () => {
    const page = await stage.visit({ as: officer });
    await page.goto(register);
    await rows(page).first().waitFor();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('bui');
    await page.getByRole('option', { name: 'Còn nữa: xem ở sổ hộ' }).click();
    await page.getByRole('button', { name: 'Bỏ lọc: Tên: bui' }).waitFor();
    await page.close();
  });
});

describe('everyone can use', () => {
  for (const { name, size, scheme } of looks) {
    it(`the register and a household: ${scheme}, ${name}`, async () => {
      const page = await stage.visit({ as: officer, scheme, size });
      await page.goto(register);
      await rows(page).first().waitFor();
      await expectAccessible(page);
      await picture(page, `register-${name}-${scheme}`);

      await page.getByRole('combobox', { name: 'Thiếu hụt' }).click();
      await page.getByRole('option', { name: 'Bảo hiểm y tế' }).waitFor();
      await expectAccessible(page);
      await page.keyboard.press('Escape');

      await page.goto(`${register}&differs=true`);
      await rows(page).first().click();
      await why(page).waitFor();
      await expectAccessible(page);
      await picture(page, `household-${name}-${scheme}`);
      await page.close();
    });
  }
});
