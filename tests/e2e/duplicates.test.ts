/** A family that is not in the register, another clerk's list with the same family, and what becomes of the two. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, looks, openStage, picture, type Stage } from '../support/e2e.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const officer = 'canbo.camtan';
const place = 'area=15178@2025-07-01&period=2025';
const rows = (page: Page) => page.locator('tbody tr[data-opens]');
const pair = (page: Page) => page.getByRole('heading', { name: 'So sánh hai hộ' });

const csv = (...lines: string[]): Buffer =>
  Buffer.from(['Chủ hộ,Thành viên,Quan hệ với chủ hộ,Ngày sinh,Giới tính,CCCD,Thôn,Phân loại hộ,B1,B2,Số khẩu', ...lines].join('\n'));
const family = csv(
  'Đặng Quốc Khải,Đặng Quốc Khải,Chủ hộ,17/05/1970,Nam,999070990001,Thôn Phi Long,Hộ nghèo,120,40,3',
  'Đặng Quốc Khải,Lương Thị Xoan,Vợ,1972,Nữ,,,,,,',
  'Đặng Quốc Khải,Đặng Gia Hân,Con,03/02/2008,Nữ,,,,,,',
);
const again = csv(
  'Dang Quoc Khai,Dang Quoc Khai,Chủ hộ,1970,Nam,,Thôn Minh Long,Hộ cận nghèo,131,20,3',
  'Dang Quoc Khai,Luongw Thij Xoan,Vợ,01/01/1972,Nữ,,,,,,',
  'Dang Quoc Khai,Đặng Bảo An,Con,20/10/2024,Nam,,,,,,',
);

/** Hands a file to the screen of imports and waits for its check. */
async function check(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.goto(`/import?${place}`);
  await page.getByRole('button', { name: /Chọn tệp/, disabled: false }).waitFor();
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
  await page.getByRole('heading', { name: /Có thể nạp/ }).waitFor();
}

async function load(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Nạp \d+ hộ/ }).click();
  await page.getByRole('heading', { name: 'Đã nạp xong' }).waitFor();
}

describe('a family on two lists', () => {
  it('is recognised in the second list with reasons, which the officer may refuse', async () => {
    const page = await stage.visit({ as: officer });
    await check(page, 'danh-sach-1.csv', family);
    await load(page);
    await check(page, 'danh-sach-2.csv', again);
    const match = page.getByRole('table', { name: 'Hộ trong tệp và hộ trong sổ' }).locator('tbody tr');
    await match.getByText('sẽ ghi vào hộ trong sổ').waitFor();
    await match.getByText('Tên giống nhau sau khi bỏ dấu: Dang Quoc Khai / Đặng Quốc Khải').waitFor();
    await expectAccessible(page);
    await picture(page, 'import-matches');
    await match.getByText('Không phải', { exact: true }).click();
    await match.getByText('sẽ thêm hộ mới').waitFor();
    await load(page);
    await page.close();
  });

  it('is found in the register', async () => {
    const page = await stage.visit({ as: officer });
    await page.goto(`/households?${place}`);
    await page.getByRole('link', { name: 'Hộ trùng lặp' }).click();
    await page.getByText('Chưa tìm hộ trùng lặp trong Xã Cẩm Tân').waitFor();
    await page.getByRole('button', { name: 'Tìm hộ trùng lặp' }).click();
    await page.getByText(/Tìm lần cuối .* thấy 1 cặp/).waitFor();
    expect(await rows(page).count()).toBe(1);
    await page.close();
  });

  for (const { name, size, scheme } of looks) {
    it(`is laid side by side: ${scheme}, ${name}`, async () => {
      const page = await stage.visit({ as: officer, scheme, size });
      await page.goto(`/duplicates?${place}`);
      await rows(page).first().waitFor();
      await expectAccessible(page);
      await picture(page, `duplicates-${name}-${scheme}`);
      await rows(page).first().getByRole('link').click();
      await pair(page).waitFor();
      await expectAccessible(page);
      await picture(page, `pair-${name}-${scheme}`);
      await page.close();
    });
  }

  it('is made one, and two again', async () => {
    const page = await stage.visit({ as: officer });
    await page.goto(`/duplicates?${place}`);
    await rows(page).first().getByRole('link').click();
    await pair(page).waitFor();
    await page.getByRole('button', { name: 'Là một, gộp lại' }).click();
    await page.getByText('Đã gộp. Các số liệu của thôn được tính lại.').waitFor();
    await page.getByText(/^Đã gộp 1$/).click();
    await picture(page, 'duplicates-merged');
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await page.getByText('đã hoàn tác').waitFor();
    await page.getByText(/^Cần xem 1$/).waitFor();
    await page.close();
  });
});
