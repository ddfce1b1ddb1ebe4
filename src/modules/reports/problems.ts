import { problems } from '#kernel/problem.ts';

export const problem = problems({
  'report.form-not-found': {
    status: 404,
    vi: 'Không có biểu {form}. Các biểu hiện có: {known}.',
    en: 'There is no form {form}. Those on record: {known}.',
  },
  'report.mixed-standards': {
    status: 422,
    vi: 'Các đợt rà soát của {area} trong kỳ {period} dùng nhiều chuẩn nghèo khác nhau ({standards}), nên không lập chung một biểu. Hãy chọn địa bàn thuộc một đợt rà soát.',
    en: 'The rounds of {area} in {period} use different standards ({standards}), so they do not go into one table. Choose an area that lies in one round.',
  },
  'report.form-invalid': {
    status: 503,
    vi: 'Biểu mẫu {file} không nạp được: {faults}. Hãy sửa tệp rồi khởi động lại.',
    en: 'The form {file} cannot be loaded: {faults}. Mend the file and start again.',
  },
});
