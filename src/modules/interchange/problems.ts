import { problems } from '#kernel/problem.ts';

export const problem = problems({
  'import.has-errors': {
    status: 422,
    vi: 'Tệp còn {errors} lỗi nên chưa nạp gì cả. Hãy sửa theo danh sách lỗi, lưu tệp rồi thử lại.',
    en: 'The file has {errors} errors, so nothing was loaded. Mend them by the list, save the file and try again.',
  },
  'import.form-invalid': {
    status: 503,
    vi: 'Tệp {file} không nạp được: {faults}. Hãy sửa tệp rồi khởi động lại.',
    en: 'File {file} cannot be loaded: {faults}. Mend the file and start again.',
  },
});
