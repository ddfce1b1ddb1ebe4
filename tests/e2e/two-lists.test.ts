/** Last year's list and this year's, laid out differently: matched, brought in, taken back, brought in again; then the table of changes balances and opens. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeList } from '#platform/documents/write-workbook.ts';
import { expectAccessible, openStage, picture, type Stage } from '../support/e2e.ts';

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openStage();
  page = await stage.visit({ as: 'canbo.tinh' });
  page.setDefaultTimeout(15_000);
});
afterAll(() => stage?.close());

const commune = 'area=16093@2025-07-01';

/** As another program gave it out: a title, one row a household, its own order and words. */
const lastYear = Buffer.from(
  [
    'DANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO NĂM 2025;;;;;;;;',
    ';;;;;;;;',
    'TT;Thôn, bản;Tên chủ hộ;Năm sinh;Số CCCD;Mã số hộ;Phân loại hộ;Số khẩu;Điểm B1;Điểm B2',
    '1;Thôn Một;Lê Văn Bình;1961;999061000101;N-01;Hộ nghèo;3;110;40',
    '2;Thôn Một;Trịnh Thị Lành;1958;999158000102;N-02;Hộ nghèo;2;95;50',
    '3;Thôn Một;Nguyễn Hữu Tạo;1972;999072000103;N-03;Hộ nghèo;4;120;30',
    '4;Thôn Hai;Hoàng Thị Sen;1980;999180000104;N-04;Hộ nghèo;5;130;30',
    '5;Thôn Hai;Mai Xuân Đức;1969;999069000105;N-05;Hộ nghèo;4;125;30',
    '6;Thôn Hai;Lê Thị Nhạn;1975;999175000106;N-06;Hộ nghèo;3;135;30',
    '7;Thôn Hai;Phạm Văn Thiệu;1983;999083000107;N-07;Hộ cận nghèo;4;135;20',
    '8;Thôn Ba;Bùi Thị Hồng;1979;999179000108;N-08;Hộ cận nghèo;3;130;10',
  ].join('\n'),
);

const heads = ['Mã hộ', 'Họ và tên chủ hộ', 'Họ và tên thành viên', 'Quan hệ với chủ hộ', 'Ngày sinh', 'Giới tính', 'CCCD', 'Thôn', 'Phân loại hộ', 'Điểm B1', 'Điểm B2', 'Số nhân khẩu'];

/** A row a person, the household beside its first. The second household is typed without diacritics and numbers, the sixth is not named, the last is new. */
async function* thisYear(): AsyncGenerator<(string | number | null)[]> {
  const of = (head: string, name: string, relation: string, birth: string, sex: string, id: string | null, household: (string | number | null)[], number: string | null): (string | number | null)[] => [number, head, name, relation, birth, sex, id, ...household];
  const beside = [null, null, null, null, null];
  yield of('Lê Văn Bình', 'Lê Văn Bình', 'Chủ hộ', '04/03/1961', 'Nam', '999061000101', ['Thôn Một', 'Hộ nghèo', 115, 30, 3], 'N-01');
  yield of('Lê Văn Bình', 'Đỗ Thị Hoa', 'Vợ', '1964', 'Nữ', null, beside, 'N-01');
  yield of('Trinh Thi Lanh', 'Trinh Thi Lanh', 'Chủ hộ', '1958', 'Nữ', null, ['Thôn Một', 'Hộ nghèo', 100, 40, 2], null);
  yield of('Nguyễn Hữu Tạo', 'Nguyễn Hữu Tạo', 'Chủ hộ', '1972', 'Nam', '999072000103', ['Thôn Một', 'Hộ nghèo', 120, 30, 4], 'N-03');
  yield of('Hoàng Thị Sen', 'Hoàng Thị Sen', 'Chủ hộ', '1980', 'Nữ', '999180000104', ['Thôn Hai', 'Hộ nghèo', 125, 30, 5], 'N-04');
  yield of('Mai Xuân Đức', 'Mai Xuân Đức', 'Chủ hộ', '1969', 'Nam', '999069000105', ['Thôn Hai', 'Hộ cận nghèo', 135, 20, 4], 'N-05');
  yield of('Phạm Văn Thiệu', 'Phạm Văn Thiệu', 'Chủ hộ', '1983', 'Nam', '999083000107', ['Thôn Hai', 'Hộ cận nghèo', 138, 20, 4], 'N-07');
  yield of('Bùi Thị Hồng', 'Bùi Thị Hồng', 'Chủ hộ', '1979', 'Nữ', '999179000108', ['Thôn Ba', 'Hộ nghèo', 120, 30, 3], 'N-08');
  yield of('Cao Văn Thuận', 'Cao Văn Thuận', 'Chủ hộ', '11/11/1990', 'Nam', '999090000109', ['Thôn Ba', 'Hộ nghèo', 105, 40, 1], 'N-09');
}

const workbook = async (): Promise<Buffer> =>
  Buffer.from(await new Response(writeList({ name: 'Hộ nghèo, cận nghèo', above: ['Xã làm', 'Năm 2026'], columns: heads.map((header) => ({ header, width: 14 })) }, thisYear())).arrayBuffer());

async function openRound(period: string): Promise<void> {
  await page.goto(`/import?${commune}&period=${period}`);
  await page.getByRole('button', { name: 'Mở đợt rà soát' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Địa bàn của đợt').click();
  await page.getByRole('option', { name: 'Xã Nga Sơn' }).click();
  await form.getByRole('button', { name: 'Mở đợt' }).click();
  await page.getByText(`Đã mở đợt rà soát kỳ ${period}`).waitFor();
}

async function check(period: string, name: string, mimeType: string, buffer: Buffer): Promise<void> {
  await page.goto(`/import?${commune}&period=${period}`);
  await page.getByRole('button', { name: /Chọn tệp/, disabled: false }).waitFor();
  await page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer });
}

async function load(households: number): Promise<void> {
  await page.getByRole('button', { name: `Nạp ${households} hộ` }).click();
  await page.getByRole('heading', { name: 'Đã nạp xong' }).waitFor();
}

const checkThisYear = async (): Promise<void> => check('2026', 'ra-soat-2026.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', await workbook());

describe('two lists of a commune', () => {
  it('last year’s comes in as it stands, a row a household', async () => {
    await openRound('2025');
    await check('2025', 'danh-sach-2025.csv', 'text/csv', lastYear);
    await load(8);
  });

  it('one of a year when the commune was not yet there goes to the communes of that day', async () => {
    await page.goto(`/import?${commune}&period=2024`);
    await page.getByText('Xã Nga Sơn không có trên bản đồ hành chính ngày 31/12/2024').waitFor();
    await expectAccessible(page);
    await picture(page, 'import-not-then');
    expect(await page.locator('[role=alert]').getByRole('link').count()).toBeGreaterThan(3);
    await page.getByRole('link', { name: 'Năm 2024, Thị trấn Nga Sơn' }).click();
    await page.getByText('Thị trấn Nga Sơn chưa có đợt rà soát').waitFor();
  });

  it('this year’s finds its households, one by its name without diacritics, and asks about the one that it does not name', async () => {
    await openRound('2026');
    await checkThisYear();
    const match = page.getByRole('table', { name: 'Hộ trong tệp và hộ trong sổ' }).locator('tbody tr');
    await match.getByText('Tên giống nhau sau khi bỏ dấu: Trinh Thi Lanh / Trịnh Thị Lành').waitFor();
    const absent = page.locator('section', { has: page.getByRole('heading', { name: 'Có trong danh sách trước, không có trong tệp' }) });
    await absent.getByRole('combobox').first().selectOption({ label: 'Thôn Hai (1)' });
    await absent.getByText('Lê Thị Nhạn').waitFor();
    await picture(page, 'two-lists-checked');
    await load(8);
  });

  it('is taken back whole, and comes in again', async () => {
    await page.getByRole('button', { name: 'Hoàn tác lượt nhập' }).click();
    await page.getByRole('heading', { name: 'Đã hoàn tác' }).waitFor();
    await page.goto(`/households?${commune}&period=2026`);
    await page.getByText('Đợt rà soát đã mở nhưng chưa có danh sách hộ').waitFor();
    await page.goto(`/households?${commune}&period=2025`);
    await page.getByText('8 hộ', { exact: true }).waitFor();
    await checkThisYear();
    await load(8);
  });

  it('table 1.2 balances, and a cell opens the household behind it', async () => {
    await page.goto(`/reports/1.2?${commune}&period=2026`);
    const total = page.getByRole('row').filter({ hasText: 'Tổng cộng' });
    await total.getByRole('link').first().waitFor();
    const cells = (await total.getByRole('cell').allTextContents()).slice(1).map(Number);
    expect(cells).toEqual([6, 1, 0, 1, 1, 0, 1, 0, 6]);
    await picture(page, 'two-lists-1.2');
    await total.getByRole('link').nth(1).click();
    await page.getByText('1 hộ', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Mai Xuân Đức' }).waitFor();
  });
});
