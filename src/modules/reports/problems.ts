import { problems } from '#kernel/problem.ts';

export const problem = problems({
  'report.form-not-found': {
    status: 404,
    vi: 'Không có biểu {form}. Các biểu hiện có: {known}.',
    en: 'There is no form {form}. Those on record: {known}.',
  },
  'report.no-province': {
    status: 422,
    vi: '{area} không nằm gọn trong một tỉnh, nên không chọn cột dân tộc ở đây được. Hãy chọn một tỉnh.',
    en: '{area} does not lie in one province, so its ethnic columns cannot be chosen. Choose a province.',
  },
  'report.no-such-ethnicity': {
    status: 422,
    vi: 'Không chọn được cột cho: {codes}. Mỗi cột là một dân tộc thiểu số có trong danh mục, mỗi dân tộc một lần.',
    en: 'These cannot have a column: {codes}. Each column is an ethnic minority of the catalogue, each once.',
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
