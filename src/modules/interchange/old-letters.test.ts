import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '#platform/documents/read-workbook.ts';
import { options, said, workbookOf } from './fixtures.ts';
import { readCommuneWorkbook } from './rules.commune.ts';
import { inUnicode, modernised, oldLettersIn } from './rules.old-letters.ts';

describe('TCVN3', () => {
  it.each([
    ['NguyÔn V¨n Dòng', 'Nguyễn Văn Dũng'],
    ['TrÇn ThÞ H­¬ng', 'Trần Thị Hương'],
    ['Lª §×nh QuyÕt', 'Lê Đình Quyết'],
    ['Ph¹m ThÞ Th¾m', 'Phạm Thị Thắm'],
    ['Céng hßa x· héi chñ nghÜa ViÖt Nam', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
    ['§éc lËp - Tù do - H¹nh phóc', 'Độc lập - Tự do - Hạnh phúc'],
    ['Hé cËn nghÌo', 'Hộ cận nghèo'],
    ['DANH S¸CH Hé NGHÌO', 'DANH SÁCH HỘ NGHÈO'],
    // Small letters with tones at the beginning of names.
    ['NguyÔn V¨n ¸nh', 'Nguyễn Văn Ánh'],
    ['Th«n 1, x· CÈm T©n', 'Thôn 1, xã Cẩm Tân'],
  ])('%s', (old, modern) => expect(modernised(old, 'tcvn3')).toBe(modern));
});

describe('VNI', () => {
  it.each([
    ['Nguyeãn Vaên Duõng', 'Nguyễn Văn Dũng'],
    ['Traàn Thò Höông', 'Trần Thị Hương'],
    ['Leâ Ñình Quyeát', 'Lê Đình Quyết'],
    ['Phaïm Thò Thaém', 'Phạm Thị Thắm'],
    ['Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam', 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
    ['Ñoäc laäp - Töï do - Haïnh phuùc', 'Độc lập - Tự do - Hạnh phúc'],
    ['DANH SAÙCH HOÄ NGHEØO', 'DANH SÁCH HỘ NGHÈO'],
    ['Aùnh, Yù, Öu, Ôû', 'Ánh, Ý, Ưu, Ở'],
    ['ngöôøi ñöôïc höôûng', 'người được hưởng'],
    ['kyø, kyõ, quyù, lî', 'kỳ, kỹ, quý, lỵ'],
  ])('%s', (old, modern) => expect(modernised(old, 'vni')).toBe(modern));
});

it('what is in Unicode already, and what has no marks, stays as it is', () => {
  expect(modernised('Bùi Văn Tưởng', 'tcvn3')).toBe('Bùi Văn Tưởng');
  fc.assert(fc.property(fc.stringMatching(/^[A-Za-z0-9 .,/()-]*$/), fc.constantFrom('tcvn3' as const, 'vni' as const), (text, encoding) => modernised(text, encoding) === text));
});

describe('a workbook in an old encoding', () => {
  const old = [
    ['Chñ hé', 'Quan hÖ víi chñ hé', 'Ngµy sinh', 'Th«n', 'Ph©n lo¹i hé'],
    ['NguyÔn V¨n ¸nh', 'Chñ hé', '17/05/1970', 'Th«n §«ng', 'Hé nghÌo'],
    ['TrÇn ThÞ BÐ', 'Chñ hé', '1982', 'Th«n §«ng', 'Hé nghÌo'],
  ];

  it('is refused with samples of before and after, until its user agrees', async () => {
    const file = await readWorkbook(await workbookOf({ name: 'Ho ngheo', rows: old }));
    const reading = await readCommuneWorkbook(file, options);
    expect(said(reading)).toEqual(['- encoding.tcvn3']);
    expect(await oldLettersIn(file, reading.issues)).toMatchObject({ encoding: 'tcvn3', samples: expect.arrayContaining([{ before: 'NguyÔn V¨n ¸nh', after: 'Nguyễn Văn Ánh' }]) });
  });

  it('is then read in Unicode', async () => {
    const reading = await readCommuneWorkbook(inUnicode(await readWorkbook(await workbookOf({ name: 'Ho ngheo', rows: old })), 'tcvn3'), options);
    expect(said(reading)).toEqual([]);
    expect(reading.households.map(({ intake }) => [intake.members[0]!.name, intake.village, intake.stated])).toEqual([
      ['Nguyễn Văn Ánh', 'Thôn Đông', 'poor'],
      ['Trần Thị Bé', 'Thôn Đông', 'poor'],
    ]);
  });

  it('and so is a text file of bytes', async () => {
    const bytes = Uint8Array.from('Chñ hé;Ph©n lo¹i hé;Th«n\nNguyÔn V¨n ¸nh;Hé nghÌo;Th«n 1', (letter) => letter.charCodeAt(0));
    const reading = await readCommuneWorkbook(inUnicode(await readWorkbook(bytes), 'tcvn3'), options);
    expect(said(reading)).toEqual([]);
    expect(reading.households).toMatchObject([{ intake: { village: 'Thôn 1', members: [{ name: 'Nguyễn Văn Ánh' }] } }]);
  });
});
