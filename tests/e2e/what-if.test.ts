import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, openStage, phone, picture, type Stage } from '../support/e2e.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

describe('other rules tried over the register', () => {
  it('a threshold is typed, its effect opens down to a household; saved, and opened again it fills the rules', async () => {
    const page = await stage.visit({ as: 'canbo.tinh' });
    await page.goto('/what-if?period=2025');
    const floor = page.getByRole('group', { name: 'Ngưỡng của NO2' }).getByLabel('Diện tích nhỏ hơn');
    await floor.fill('12');
    await page.getByRole('table', { name: 'Hộ đổi phân loại' }).getByRole('row', { name: 'Hộ cận nghèo Hộ nghèo' }).click();
    const names = page.getByRole('table', { name: 'Những hộ đổi phân loại' });
    await names.getByRole('link').first().waitFor();
    await page.getByLabel('Tên kịch bản').fill('Diện tích 12 m²');
    await page.getByRole('button', { name: 'Lưu kịch bản' }).click();
    await page.getByRole('button', { name: 'Trở lại quy định của đợt' }).click();
    await page.getByText('Không hộ nào đổi phân loại.').waitFor();
    expect(await floor.inputValue()).toBe('');
    await page.getByRole('link', { name: 'Diện tích 12 m²' }).click();
    await expect.poll(() => floor.inputValue()).toBe('12');
    await page.close();
  });

  it('the standard of 2027 says of the households of 2026 what is sure, and no more', async () => {
    const page = await stage.visit({ as: 'canbo.tinh' });
    await page.goto('/what-if?period=2026');
    await page.getByRole('combobox', { name: 'Chuẩn nghèo' }).selectOption('P2027');
    await page.getByText('Chưa đủ căn cứ để xếp').waitFor();
    await page.getByText(/^≥ \d+$/).first().waitFor();
    await page.close();
  });

  it.each([['desktop', undefined, 'light'], ['phone', phone, 'dark']] as const)('stands on a %s', async (name, size, scheme) => {
    const page = await stage.visit({ as: 'canbo.tinh', scheme, ...(size && { size }) });
    await page.goto(`/what-if?period=2025&changes=${encodeURIComponent('{"without":["NS2"]}')}`);
    await page.getByRole('table', { name: 'Theo đơn vị' }).waitFor();
    await expectAccessible(page);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await picture(page, `what-if-${name}`);
    await page.close();
  });
});
