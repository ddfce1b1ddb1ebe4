import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, openStage, phone, picture, type Stage } from '../support/e2e.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const officer = 'canbo.camtan';
const register = '/households?area=15178@2025-07-01&period=2025';
const rows = (page: Page) => page.locator('tbody tr[data-opens]');

describe('duplicates', () => {
  it('are searched from the register, looked at side by side, merged, and taken back', async () => {
    const page = await stage.visit({ as: officer });
    await page.goto(register);
    await page.getByText('trong 514').waitFor();
    await page.getByRole('link', { name: 'Hộ trùng lặp' }).click();
    await page.getByText('Chưa tìm hộ trùng lặp trong Xã Cẩm Tân').waitFor();
    await expectAccessible(page);
    await picture(page, 'duplicates-never');
    await page.getByRole('button', { name: 'Tìm hộ trùng lặp' }).click();
    await page.getByText(/Tìm lần cuối .* thấy \d+ cặp/).waitFor();
    await expectAccessible(page);
    await picture(page, 'duplicates-list');
    expect(await rows(page).count()).toBeGreaterThan(0);
    await rows(page).first().getByRole('link').click();
    await page.getByRole('heading', { name: 'So sánh hai hộ' }).waitFor();
    await page.getByRole('button', { name: 'Là một, gộp lại' }).click();
    await page.getByText('Đã gộp. Các số liệu của thôn được tính lại.').waitFor();
    await page.getByText(/^Đã gộp 1$/).click();
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await page.getByText('đã hoàn tác').waitFor();
    await picture(page, 'duplicates-merged');
    await page.context().close();
  });

  for (const scheme of ['light', 'dark'] as const) {
    for (const [name, size] of [['office', undefined], ['phone', phone]] as const) {
      it(`can be used by everyone: ${scheme}, ${name}`, async () => {
        const page = await stage.visit({ as: officer, scheme, ...(size ? { size } : {}) });
        await page.goto('/duplicates?area=15178@2025-07-01&period=2025');
        await rows(page).first().waitFor();
        await expectAccessible(page);
        await picture(page, `duplicates-${name}-${scheme}`);
        await rows(page).first().getByRole('link').click();
        await page.getByRole('heading', { name: 'So sánh hai hộ' }).waitFor();
        await expectAccessible(page);
        await picture(page, `pair-${name}-${scheme}`);
        await page.context().close();
      });
    }
  }
});
