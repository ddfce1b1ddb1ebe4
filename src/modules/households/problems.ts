import { problems } from '#kernel/problem.ts';

export const problem = problems({
  'household.not-found': {
    status: 404,
    vi: 'Không có hộ này trong sổ, hoặc hộ ở ngoài địa bàn của anh, chị.',
    en: 'There is no such household in the register, or it lies outside your area.',
  },
  'household.bad-cursor': {
    status: 400,
    vi: 'Vị trí trang không đọc được. Hãy mở lại danh sách từ đầu.',
    en: 'The place in the list cannot be read. Open the list from its beginning.',
  },
  'household.no-such-indicator': {
    status: 422,
    vi: 'Chuẩn nghèo {standard} không có chỉ số {code}. Các chỉ số: {known}.',
    en: 'The standard {standard} has no indicator {code}. Its indicators: {known}.',
  },
  'household.no-such-part': {
    status: 422,
    vi: 'Không có dân tộc hoặc nguyên nhân mang mã {code}. Các mã hiện có: {known}.',
    en: 'There is no ethnic group or cause with the code {code}. Those on record: {known}.',
  },
  'household.several-standards': {
    status: 409,
    vi: 'Các đợt rà soát của {area} trong kỳ {period} theo những chuẩn khác nhau ({standards}). Hãy chọn một địa bàn nhỏ hơn.',
    en: 'The rounds of {area} for {period} follow different standards ({standards}). Choose a smaller area.',
  },
});
