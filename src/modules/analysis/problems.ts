import { problems } from '#kernel/problem.ts';

export const problem = problems({
  'analysis.no-round': {
    status: 409,
    vi: '{area} không có đợt rà soát nào trong kỳ {period}, nên chưa có hộ để thử. Hãy chọn kỳ khác.',
    en: '{area} has no round of review for {period}, so there are no households to try on. Choose another period.',
  },
  'analysis.several-standards': {
    status: 409,
    vi: 'Các đợt rà soát của {area} trong kỳ {period} theo những chuẩn khác nhau ({standards}). Hãy chọn một địa bàn nhỏ hơn.',
    en: 'The rounds of {area} for {period} follow different standards ({standards}). Choose a smaller area.',
  },
  'analysis.no-such-indicator': {
    status: 422,
    vi: 'Chuẩn nghèo {standard} không có chỉ số {code}. Các chỉ số: {known}.',
    en: 'The standard {standard} has no indicator {code}. Its indicators: {known}.',
  },
  'analysis.no-such-parameter': {
    status: 422,
    vi: 'Ngưỡng của chỉ số {code} không có tham số số học {parameter}. Các tham số thay đổi được: {known}.',
    en: 'The threshold of {code} has no numeric parameter {parameter}. Those that can be changed: {known}.',
  },
  'analysis.no-such-line': {
    status: 422,
    vi: 'Chuẩn nghèo {standard} không có mức {line}, nên không thay đổi được mức này.',
    en: 'The standard {standard} has no line {line}, so it cannot be changed.',
  },
  'analysis.bad-cursor': {
    status: 400,
    vi: 'Vị trí trang không đọc được. Hãy mở lại danh sách từ đầu.',
    en: 'The place in the list cannot be read. Open the list from its beginning.',
  },
  'analysis.scenario-not-found': {
    status: 404,
    vi: 'Không có kịch bản này trong địa bàn của anh, chị, hoặc kịch bản đã được gỡ.',
    en: 'There is no such scenario in your area, or it was removed.',
  },
});
