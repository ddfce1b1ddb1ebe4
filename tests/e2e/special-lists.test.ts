import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectAccessible, looks, openStage, picture, type Stage } from '../support/e2e.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

it.each(looks)('special lists are accessible on a $name, $scheme, $language', async ({ name, size, scheme, language }) => {
  const page = await stage.visit({ as: 'quantri', size, scheme, language });
  await page.goto('/special-lists?list=coastal-difficult-2021-2025');
  await page.getByRole('row', { name: /Xã Ngư Lộc/ }).waitFor();
  await expectAccessible(page);
  await picture(page, `special-lists-${name}-${scheme}`);
  await page.close();
});

it('an administrator opens a list by pasting, settles what is doubtful, and takes it back', async () => {
  const page = await stage.visit({ as: 'quantri' });
  await page.goto('/special-lists');
  await page.getByRole('button', { name: 'Mở danh mục mới: Khu vực III vùng đồng bào dân tộc thiểu số và miền núi' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('textbox', { name: 'Tên danh mục' }).fill('Xã khu vực III thử nghiệm');
  await form.getByRole('textbox', { name: 'Cơ quan ban hành' }).fill('Cơ quan thử nghiệm');
  await form.getByRole('textbox', { name: 'Số văn bản' }).fill('01/QĐ-THU');
  await form.getByRole('textbox', { name: 'Có tên từ ngày' }).fill('01/01/2026');
  await form.getByRole('textbox', { name: /^Đơn vị: mỗi dòng/ }).fill('15178\nXã Hoàn Toàn Lạ');
  await form.getByRole('button', { name: 'Kiểm tra' }).click();
  const save = form.getByRole('button', { name: 'Ghi 1 đơn vị' });
  await form.getByText('Còn 1 dòng cần xem lại').waitFor();
  expect(await save.isDisabled()).toBe(true);
  await expectAccessible(page);
  await form.getByRole('combobox', { name: 'Đơn vị của dòng 2, Xã Hoàn Toàn Lạ' }).selectOption('Bỏ dòng này');
  // Enter in a field is the main button of the dialog.
  await form.getByRole('textbox', { name: 'Số văn bản' }).press('Enter');
  await page.getByRole('button', { name: /Xã khu vực III thử nghiệm/ }).click();
  await page.getByRole('link', { name: 'Xã Cẩm Tân' }).click();
  await page.getByRole('link', { name: 'Xã khu vực III thử nghiệm' }).waitFor();
  await page.getByText('danh sách chưa đủ', { exact: true }).waitFor();
  await page.goBack();
  await page.getByRole('button', { name: /^Hoàn tác: Thêm 1 đơn vị/ }).click();
  await page.getByRole('button', { name: /Xã khu vực III thử nghiệm/ }).waitFor({ state: 'detached' });
  await page.close();
});
