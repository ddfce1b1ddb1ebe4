import { problems } from '#kernel/problem.ts';

export const problem = problems({
  'standard.not-found': {
    status: 404,
    vi: 'Không có chuẩn nghèo, bảng điểm hoặc chuẩn của tỉnh mang mã {id}. Các mã hiện có: {known}.',
    en: 'There is no standard, table of points or local standard {id}. Those there are: {known}.',
  },
  'standard.indicator-unknown': {
    status: 422,
    vi: 'Chuẩn {standard} không có chỉ số {codes}. Các chỉ số của chuẩn này: {known}.',
    en: 'Standard {standard} has no indicator {codes}. Its indicators are: {known}.',
  },
  'standard.not-its-own': {
    status: 422,
    vi: '{id} thuộc chuẩn {owner}, không dùng được với chuẩn {standard}. Hãy chọn bảng điểm hoặc chuẩn của tỉnh đúng giai đoạn.',
    en: '{id} belongs to standard {owner} and cannot be used with {standard}. Choose a table or local standard of the same period.',
  },
  'standard.answer-unknown': {
    status: 422,
    vi: 'Bảng điểm {table} không có câu hoặc phương án {answer}. Hãy kiểm tra mã câu và mã phương án.',
    en: 'Table {table} has no item or option {answer}. Check the codes of the item and of the option.',
  },
  'standard.pack-invalid': {
    status: 503,
    vi: 'Tệp {file} không nạp được: {faults}. Hãy sửa tệp rồi khởi động lại; chương trình không chạy với quy định thiếu căn cứ.',
    en: 'File {file} cannot be loaded: {faults}. Mend the file and start again; the program does not run on rules without a basis.',
  },
});
