import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectAccessible, openStage, phone, picture, type Stage } from '../support/e2e.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const ngaSon = 'area=401@2009-04-01&period=2018';
const step = (page: Page, name: string) => page.getByRole('row', { name }).getByRole('link');
const count = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words }).waitFor();

describe('why a number changed', () => {
  it('goes from start to end; each part opens as many households as it counts, and a chip takes the filter off', async () => {
    const page = await stage.visit({ as: 'canbo.tinh' });
    await page.goto(`/?${ngaSon}`);
    await page.getByRole('link', { name: 'Vì sao số hộ thay đổi' }).click();
    await page.getByRole('heading', { level: 1, name: 'Vì sao số hộ thay đổi' }).waitFor();
    await page.getByText('Từ danh sách năm 2017 đến danh sách năm 2018').waitFor();
    await step(page, 'Thoát nghèo, trở thành cận nghèo').click();
    await count(page, '412 hộ');
    await page.getByText('thoát nghèo, trở thành cận nghèo so với 2017').first().waitFor();
    await page.getByRole('button', { name: 'Bỏ lọc: Diễn biến của hộ nghèo: thoát nghèo, trở thành cận nghèo' }).click();
    await page.waitForURL((url) => !url.searchParams.has('change') && !url.searchParams.has('changeOf'));
    await page.close();
  });

  it('says what is missing where it cannot be told', async () => {
    const page = await stage.visit({ as: 'canbo.tinh' });
    await page.goto(`/changes?${ngaSon}&class=near_poor`);
    await page.getByText('Chưa giải thích được').waitFor();
    await page.close();
  });

  it.each([['desktop', undefined, 'light'], ['phone', phone, 'dark']] as const)('stands on a %s', async (name, size, scheme) => {
    const page = await stage.visit({ as: 'canbo.tinh', scheme, ...(size && { size }) });
    await page.goto(`/changes?${ngaSon}`);
    await page.locator('figure svg').waitFor();
    await step(page, 'Đầu kỳ').waitFor();
    await expectAccessible(page);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await picture(page, `changes-${name}`);
    await page.close();
  });
});

it('table 1.2 has two lines a unit, and the persons of a unit open its households too', async () => {
  const page = await stage.visit({ as: 'canbo.tinh' });
  await page.goto(`/reports/1.2?${ngaSon}`);
  await page.getByRole('columnheader', { name: 'Phân tổ' }).waitFor();
  expect(await page.getByRole('rowheader', { name: 'Nhân khẩu' }).count()).toBe(28);
  const total = page.getByRole('row').filter({ hasText: 'Tổng cộng' });
  expect((await total.getByRole('cell').allTextContents()).slice(1, 5)).toEqual(['1.925', '412', '281', '0']);
  await expectAccessible(page);
  await total.getByRole('link', { name: '1.925' }).click();
  await count(page, '1.925 hộ');
  expect(new URL(page.url()).searchParams.get('period')).toBe('2017');
  await page.close();
});
