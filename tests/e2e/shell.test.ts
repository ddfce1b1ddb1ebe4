import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPassword } from '#demo/accounts.ts';
import { expectAccessible, looks, openStage, picture, type Stage } from '../support/e2e.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const officer = 'canbo.camtan';
const title = (page: Page) => page.getByRole('heading', { level: 1 });
const search = (page: Page) => page.getByRole('dialog').getByRole('combobox');
const pickArea = (page: Page) => page.getByRole('button', { name: /^Đổi địa bàn/ });
const inView = (page: Page, area: string) => page.getByRole('button', { name: `Đổi địa bàn, đang xem ${area}` });
const at = (page: Page) => new URL(page.url());

describe('the door', () => {
  it('says what to do about a wrong password, then lets in to the area of the post', async () => {
    const page = await stage.visit();
    await page.goto('/');
    await page.getByLabel('Tên đăng nhập').fill(officer);
    await page.getByLabel('Mật khẩu', { exact: true }).fill('khong-phai-mat-khau');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'chưa đúng' }).waitFor();
    await page.getByLabel('Mật khẩu', { exact: true }).fill(demoPassword);
    await page.keyboard.press('Enter');
    await inView(page, 'Xã Cẩm Tân').waitFor();
    expect(at(page).pathname).toBe('/');
  });

  it('leads back to where one was when the session has ended', async () => {
    const page = await stage.visit();
    await page.goto('/areas/38?period=2024');
    await page.getByLabel('Tên đăng nhập').fill(officer);
    await page.getByLabel('Mật khẩu', { exact: true }).fill(demoPassword);
    await page.keyboard.press('Enter');
    await title(page).filter({ hasText: 'Tỉnh Thanh Hóa' }).waitFor();
    expect(at(page).searchParams.get('period')).toBe('2024');

    await page.context().clearCookies();
    await pickArea(page).click();
    await search(page).fill('cam tan');
    await page.getByText('Phiên làm việc đã hết hạn').waitFor();
    await page.getByLabel('Tên đăng nhập').fill(officer);
    await page.getByLabel('Mật khẩu', { exact: true }).fill(demoPassword);
    await page.keyboard.press('Enter');
    await title(page).filter({ hasText: 'Tỉnh Thanh Hóa' }).waitFor();
  });

  it('lets out', async () => {
    const page = await stage.visit({ as: officer, alone: true });
    await page.goto('/');
    await page.getByRole('button', { name: /Người dùng/ }).click();
    await page.getByRole('menuitem', { name: 'Đăng xuất' }).click();
    await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
    await page.goto('/areas');
    await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
  });
});

describe('place and time', () => {
  it('finds an area with the keyboard alone, and keeps the period', async () => {
    const page = await stage.visit({ as: officer });
    await page.goto('/areas?period=2025-Q3');
    await title(page).filter({ hasText: 'Xã Cẩm Tân' }).waitFor();
    await pickArea(page).focus();
    await page.keyboard.press('Enter');
    // Nothing is waited for: neither for the field nor for the answer, which comes after Enter was pressed.
    const answer = Promise.withResolvers<void>();
    await page.route(/\/api\/areas\?/, async (route) => {
      await answer.promise;
      await route.continue();
    });
    await page.keyboard.type('ho vuong');
    await page.keyboard.press('Enter');
    expect(await search(page).inputValue()).toBe('ho vuong');
    answer.resolve();
    await title(page).filter({ hasText: 'Xã Hồ Vương' }).waitFor();
    expect(at(page).pathname).toBe('/areas/16138@2025-07-01');
    expect(at(page).searchParams.get('period')).toBe('2025-Q3');
    // The keyboard goes on where it opened the list, also after Esc.
    await inView(page, 'Xã Hồ Vương').and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Control+k');
    await search(page).and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Escape');
    await inView(page, 'Xã Hồ Vương').and(page.locator(':focus')).waitFor();
  });

  it('closes the picker with Esc and remembers what was chosen', async () => {
    const page = await stage.visit({ as: officer });
    await page.goto('/areas');
    await pickArea(page).click();
    await search(page).fill('16114');
    await page.getByRole('option', { name: /Xã Nga Thắng.*Tỉnh Thanh Hóa · 16114/ }).first().click();
    await title(page).filter({ hasText: 'Xã Nga Thắng' }).waitFor();
    await pickArea(page).click();
    await page.getByText('Gần đây').waitFor();
    await page.getByRole('option', { name: /Xã Nga Thắng/ }).waitFor();
    await page.keyboard.press('Escape');
    await search(page).waitFor({ state: 'detached' });
  });

  it('shows the area as it was in the period that is chosen', async () => {
    const page = await stage.visit({ as: officer });
    await page.goto('/areas/38?period=2026');
    await page.getByRole('row', { name: /Xã Ba Đình/ }).waitFor();
    await page.getByRole('button', { name: /^Kỳ số liệu/ }).click();
    await page.getByRole('button', { name: 'Năm trước' }).click();
    await page.getByRole('button', { name: 'Năm trước' }).click();
    await page.getByRole('button', { name: 'Năm 2024' }).click();
    await page.getByRole('row', { name: /Huyện Nga Sơn/ }).waitFor();
    expect(at(page).searchParams.get('period')).toBe('2024');
  });

  it('leaves out what it cannot read in a link', async () => {
    const page = await stage.visit({ as: officer });
    await page.goto('/areas/38?period=hom-qua&map=2018-02-30');
    await title(page).filter({ hasText: 'Tỉnh Thanh Hóa' }).waitFor();
  });
});

describe('finding one’s way', () => {
  it('opens an area from the palette', async () => {
    const page = await stage.visit({ as: officer });
    await page.goto('/');
    await title(page).waitFor();
    await page.keyboard.press('Control+k');
    await search(page).fill('nga thang');
    // Households of the place are found too, and may stand before the area.
    await page.getByRole('option', { name: /Xã Nga Thắng/ }).first().click();
    await title(page).filter({ hasText: 'Xã Nga Thắng' }).waitFor();
  });

  it('has the field of the palette ready for the very next key', async () => {
    const page = await stage.visit({ as: officer });
    // With the transitions of a person who did not ask for fewer.
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await page.goto('/');
    await title(page).waitFor();
    // A key that Playwright presses comes some frames later; a quick hand may be faster than one.
    const open = `(async () => {
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', code: 'KeyK', ctrlKey: true, bubbles: true }));
      await null; // what follows a key before the next one can come
      return document.activeElement.getAttribute('role');
    })()`;
    expect(await page.evaluate(open)).toBe('combobox');
    await page.keyboard.type('nga thang');
    expect(await search(page).inputValue()).toBe('nga thang');
  });

  it('walks a table with the arrow keys and opens with Enter', async () => {
    const page = await stage.visit({ as: officer });
    await page.goto('/areas/38');
    await page.getByRole('row', { name: /Xã An Nông/ }).focus();
    await expectAccessible(page);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await title(page).filter({ hasText: 'Xã Ba Đình' }).waitFor();
  });

  it('says what is wrong about an area that is not there, and about an address that is none', async () => {
    const page = await stage.visit({ as: officer });
    await page.goto('/areas/99999');
    await page.getByRole('alert').filter({ hasText: 'Không có địa bàn 99999' }).waitFor();
    await page.goto('/khong-co-trang-nay');
    await page.getByText('Không có trang này').waitFor();
    await page.getByRole('link', { name: 'Về trang đầu' }).click();
    await inView(page, 'Xã Cẩm Tân').waitFor();
  });

  it('speaks English when asked, and says so to machines', async () => {
    const page = await stage.visit({ as: officer });
    await page.goto('/areas');
    await page.getByRole('button', { name: 'Switch to English' }).click();
    await page.getByRole('heading', { name: 'Villages', exact: true }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });
});

describe('everyone can use', () => {
  for (const { name, size, scheme } of looks) {
    it(`sign-in, area, picker and palette: ${scheme}, ${name}`, async () => {
      const door = await stage.visit({ scheme, size });
      await door.goto('/sign-in');
      await door.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
      await expectAccessible(door);
      await picture(door, `sign-in-${name}-${scheme}`);

      const page = await stage.visit({ as: officer, scheme, size });
      await page.goto('/areas/16093');
      await page.getByRole('heading', { name: 'Được lập từ' }).waitFor();
      await expectAccessible(page);
      await picture(page, `area-${name}-${scheme}`);

      await pickArea(page).click();
      await search(page).fill('nga thang');
      await page.getByRole('option', { name: /Xã Nga Thắng/ }).first().waitFor();
      await expectAccessible(page);
      await picture(page, `picker-${name}-${scheme}`);
      await page.keyboard.press('Escape');

      await page.keyboard.press('Control+k');
      await search(page).fill('nga thang');
      await page.getByRole('option', { name: /Xã Nga Thắng/ }).first().waitFor();
      await expectAccessible(page);
      await picture(page, `palette-${name}-${scheme}`);
    });
  }
});
