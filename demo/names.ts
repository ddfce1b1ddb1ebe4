import type { Sex } from '#modules/households/contract.intake.ts';
import type { Random } from './random.ts';

/** Which family names a place knows, the common ones more often. */
export interface Naming {
  /** Null where the lists of the place do not tell it. */
  ethnicity: string | null;
  families: readonly (readonly [string, number])[];
}

export const kinhNgaSon: Naming = {
  ethnicity: 'Kinh',
  families: [['Mai', 18], ['Nguyễn', 18], ['Phạm', 13], ['Trần', 9], ['Lê', 9], ['Trịnh', 7], ['Vũ', 6], ['Hoàng', 5], ['Phan', 4], ['Đỗ', 4], ['Dương', 3], ['Mã', 2], ['Thịnh', 2]],
};
export const haNam: Naming = {
  ethnicity: null,
  families: [['Nguyễn', 26], ['Trần', 17], ['Phạm', 10], ['Lê', 8], ['Vũ', 7], ['Đỗ', 6], ['Ngô', 5], ['Đinh', 4], ['Lại', 4], ['Trương', 4], ['Chu', 3], ['Lương', 3], ['Bùi', 3]],
};
export const muongCamThuy: Naming = {
  ethnicity: 'Mường',
  families: [['Bùi', 25], ['Phạm', 17], ['Trương', 14], ['Quách', 11], ['Hà', 10], ['Cao', 9], ['Nguyễn', 6], ['Lê', 4], ['Đinh', 4]],
};
export const kinhCamThuy: Naming = {
  ethnicity: 'Kinh',
  families: [['Nguyễn', 24], ['Lê', 18], ['Trịnh', 12], ['Phạm', 12], ['Hoàng', 9], ['Đỗ', 8], ['Vũ', 7], ['Trần', 7], ['Lưu', 3]],
};

type Names = readonly string[];
const split = (text: string): Names => text.split(' ');

const middleOf: Record<Sex, Record<'old' | 'young', readonly (readonly [string, number])[]>> = {
  male: {
    old: [['Văn', 60], ['Đình', 9], ['Xuân', 9], ['Hữu', 6], ['Quang', 5], ['Đức', 5], ['Công', 3], ['Bá', 3]],
    young: [['Văn', 26], ['Đức', 12], ['Minh', 12], ['Quang', 10], ['Anh', 8], ['Tiến', 8], ['Duy', 8], ['Gia', 8], ['Mạnh', 8]],
  },
  female: {
    old: [['Thị', 100]],
    young: [['Thị', 52], ['Thu', 9], ['Phương', 8], ['Khánh', 7], ['Bảo', 6], ['Kim', 6], ['Thùy', 6], ['Minh', 6]],
  },
};
const givenOf: Record<Sex, Record<'old' | 'young', Names>> = {
  male: {
    old: split('Hùng Dũng Cường Tâm Lực Thắng Thành Toàn Sơn Hải Long Mạnh Tiến Quyết Định Kiên Chiến Hồng Lợi Luận Tạo Sáng Vinh Khánh Phúc Hòa Đông Nam Bắc Khang Thuận Nhượng Điền Cảnh Hoạt Bảy Năm Tư'),
    young: split('Anh Huy Đạt Khôi Phong Quân Nam Hoàng Khoa Phát Thịnh Trường Vũ Hưng An Bảo Kiệt Lâm Tùng Sơn Đăng Khánh Thiện Nhân Phúc Hiển Trọng'),
  },
  female: {
    old: split('Hoa Hồng Hương Mai Tâm Thơm Nhung Xuân Hạnh Loan Nga Oanh Phượng Sáu Bảy Tư Mùi Tý Dần Thìn Ngọ Lý Đào Mận Nhàn Thoa Vân Yến Lụa Gái Chín Sen Cúc Nụ Hiền Hậu'),
    young: split('Linh Trang Anh My Nhi Hà Thảo Hằng Ngân Quỳnh Chi Ly Vy Thư Uyên Diệp Trâm Mai Nhung Hiền Giang Dung Yến Như Tâm Duyên'),
  },
};

/** From this year of birth on, children got the newer names. */
const newerNames = 1990;

/** A name as people of that sex and age bear it. Made of common parts: that somebody bears it is chance. */
export function fullName(random: Random, family: string, sex: Sex, birthYear: number): string {
  const age = birthYear < newerNames ? 'old' : 'young';
  return [family, random.weighted(middleOf[sex][age]), random.pick(givenOf[sex][age])].join(' ');
}
