import { problems } from '#kernel/problem.ts';

export const problem = problems({
  'round.not-found': {
    status: 404,
    vi: 'Chưa có đợt rà soát nào của {area} cho kỳ {period}. Cán bộ cấp tỉnh mở đợt rà soát trước, rồi mới nhập được danh sách.',
    en: 'There is no round of {area} for {period}. A province officer opens the round first; then lists can be imported.',
  },
  'round.overlaps': {
    status: 409,
    vi: 'Đã có đợt rà soát cùng kỳ {period} ở {area}, là địa bàn trùng với địa bàn được chọn. Một hộ chỉ được đếm trong một đợt.',
    en: 'There is already a round for {period} in {area}, which overlaps with the area chosen. A household is counted in one round only.',
  },
  'round.unknown-standard': {
    status: 422,
    vi: 'Không có chuẩn nghèo {standard}. Các chuẩn đang có: {known}.',
    en: 'There is no standard {standard}. Those on record: {known}.',
  },
  'round.official-not-among': {
    status: 422,
    vi: 'Chuẩn chính thức {official} phải nằm trong các chuẩn của đợt rà soát.',
    en: 'The official standard {official} must be one of the round’s standards.',
  },
});
