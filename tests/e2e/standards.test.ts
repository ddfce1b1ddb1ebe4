import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desktop, expectAccessible, openStage, phone, picture, type Stage } from '../support/e2e.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const result = (page: Page) => page.getByRole('complementary', { name: 'Kết quả tạm tính' });
const choose = (page: Page, question: string, answer: string) => page.getByRole('radiogroup', { name: question, exact: true }).getByText(answer, { exact: true }).click();
const income = (page: Page) => page.getByLabel('Thu nhập bình quân đầu người một tháng');

async function open(page: Page, address: string, heading: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
}

describe('the page of a standard', () => {
  it('opens without sign-in, says what is not verified, and compares with another', async () => {
    const page = await stage.visit();
    await open(page, '/standards/P2022', 'Chuẩn nghèo đa chiều giai đoạn 2022-2025');
    await page.getByText('giá trị chưa đối chiếu với văn bản').first().waitFor();
    await expectAccessible(page);
    await picture(page, 'standards-desktop');
    await page.getByLabel('So với chuẩn khác').selectOption('P2016');
    await page.getByRole('row', { name: /^YT3/ }).getByText('bỏ', { exact: true }).waitFor();
    await page.getByRole('row', { name: /^VL1/ }).getByText('thêm mới').waitFor();
    await expectAccessible(page);
    await page.close();
  });

  it('goes to the standard of the period in view', async () => {
    const page = await stage.visit();
    await open(page, '/standards?period=2018', 'Chuẩn nghèo tiếp cận đa chiều giai đoạn 2016-2020');
    expect(new URL(page.url()).pathname).toBe('/standards/P2016');
    await page.getByText('Chỉ dùng trong bản mô phỏng').waitFor();
    await page.close();
  });

  it('fits a phone, and stands inside the shell for a person with an account', async () => {
    const small = await stage.visit({ size: phone });
    await open(small, '/standards/P2027', 'Chuẩn nghèo đa chiều quốc gia giai đoạn 2027-2030');
    expect(await small.evaluate('document.documentElement.scrollWidth')).toBe(phone.width);
    await picture(small, 'standards-phone');
    await small.close();
    const page = await stage.visit({ as: 'canbo.camtan', size: desktop });
    await open(page, '/standards', 'Chuẩn nghèo');
    await page.getByRole('link', { name: 'Tự kiểm tra', exact: true }).first().waitFor();
    await expectAccessible(page);
    await page.close();
  });
});

describe('the self-check', () => {
  it('gives poor for three deprivations at the line, near-poor for two, and the reasons with their articles', async () => {
    const page = await stage.visit();
    await open(page, '/self-check?standard=P2022', 'Tự kiểm tra');
    await result(page).getByText('Chưa đủ căn cứ').first().waitFor();
    await choose(page, 'Hộ ở khu vực', 'Nông thôn');
    await income(page).fill('1500000');
    for (const indicator of ['Dinh dưỡng', 'Bảo hiểm y tế']) await choose(page, indicator, 'Thiếu hụt');
    await page.getByRole('button', { name: 'Đánh dấu các mục còn lại là “Không”' }).click();
    await result(page).getByText('Hộ cận nghèo', { exact: true }).waitFor();
    await choose(page, 'Nhà tiêu hợp vệ sinh', 'Thiếu hụt');
    await result(page).getByText('Hộ nghèo', { exact: true }).waitFor();
    await result(page).getByText('3 trong 12 chỉ số', { exact: true }).waitFor();
    await result(page).getByRole('link', { name: /Nghị định 07\/2021\/NĐ-CP, Điều 3/ }).first().waitFor();
    await expectAccessible(page);
    await picture(page, 'self-check-desktop');
    await page.close();
  });

  it('asks about persons only what can still matter, with the keyboard alone', async () => {
    const page = await stage.visit();
    await open(page, '/self-check?standard=P2022', 'Tự kiểm tra');
    await page.getByRole('radio', { name: 'Trả lời nhanh theo chỉ số' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('button', { name: 'Thêm thành viên' }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Năm sinh, ngày sinh hoặc tuổi').and(page.locator(':focus')).waitFor();
    await page.keyboard.type('80');
    await page.getByRole('radiogroup', { name: 'Có thẻ bảo hiểm y tế?' }).waitFor();
    expect(await page.getByLabel('Đang học').count()).toBe(0);
    await page.getByRole('radiogroup', { name: 'Có thẻ bảo hiểm y tế?' }).getByRole('radio', { name: 'Chưa rõ' }).focus();
    await page.keyboard.press('ArrowLeft');
    await result(page).getByText('thành viên số 1').waitFor();
    await expectAccessible(page);
    await page.close();
  });

  it('opens its result from the bottom bar of a phone, with targets of 48 px', async () => {
    const page = await stage.visit({ size: phone });
    await open(page, '/self-check?standard=P2022', 'Tự kiểm tra');
    await choose(page, 'Hộ ở khu vực', 'Thành thị');
    await income(page).fill('9000000');
    // At the end of the page the bar lies over no field.
    await page.evaluate('scrollTo(0, document.body.scrollHeight)');
    await page.getByRole('button', { name: /Không nghèo.*Xem lý do/ }).click();
    const panel = page.getByRole('dialog', { name: 'Kết quả tạm tính' });
    await panel.getByText('Đây không phải quyết định công nhận').waitFor();
    await expectAccessible(page);
    await picture(page, 'self-check-phone');
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'hidden' });
    const heights = await page.locator('form label:has(input[type=radio]), form input:not([type=radio]), form select').evaluateAll((nodes) => nodes.map((node) => Math.round(node.getBoundingClientRect().height)));
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(48);
    await page.close();
  });

  it('offers the sample table in the demonstration, and says what it is', async () => {
    const page = await stage.visit();
    await open(page, '/self-check?standard=P2016', 'Tự kiểm tra');
    await choose(page, 'Xét theo', 'Chấm phiếu B1 mẫu');
    await page.getByText('Bảng điểm mẫu, chỉ dùng trong bản mô phỏng, không dùng cho hộ thật.').waitFor();
    await page.close();
  });
});
