import { problems } from '#kernel/problem.ts';

/** What begins with `usage.` is about how the command line was called; the rest about what it was given to work on. */
export const problem = problems({
  'usage.unknown-command': {
    status: 400,
    vi: 'Không có lệnh "{command}".',
    en: 'There is no command "{command}".',
  },
  'usage.unknown-option': {
    status: 400,
    vi: 'Lệnh {command} không có tùy chọn {option}. Xem: {command} --help.',
    en: 'The command {command} has no option {option}. See: {command} --help.',
  },
  'usage.needs-value': {
    status: 400,
    vi: 'Tùy chọn {option} của lệnh {command} cần một giá trị. Xem: {command} --help.',
    en: 'The option {option} of {command} needs a value. See: {command} --help.',
  },
  'usage.takes-no-value': {
    status: 400,
    vi: 'Tùy chọn {option} của lệnh {command} không nhận giá trị. Xem: {command} --help.',
    en: 'The option {option} of {command} takes no value. See: {command} --help.',
  },
  'usage.missing': {
    status: 400,
    vi: 'Lệnh {command} còn thiếu {missing}. Xem: {command} --help.',
    en: 'The command {command} lacks {missing}. See: {command} --help.',
  },
  'usage.too-many': {
    status: 400,
    vi: 'Lệnh {command} không biết làm gì với "{word}". Xem: {command} --help.',
    en: 'The command {command} does not know what to do with "{word}". See: {command} --help.',
  },
  'usage.bad-value': {
    status: 400,
    vi: '{option} không nhận giá trị "{value}". Cần: {expected}.',
    en: '{option} does not take "{value}". Expected: {expected}.',
  },
  'file.not-readable': {
    status: 404,
    vi: 'Không đọc được tệp {file} ({reason}). Hãy kiểm tra tên tệp và quyền đọc.',
    en: 'The file {file} cannot be read ({reason}). Check its name and your right to read it.',
  },
  'file.not-writable': {
    status: 422,
    vi: 'Không ghi được tệp {file} ({reason}). Hãy kiểm tra thư mục và quyền ghi.',
    en: 'The file {file} cannot be written ({reason}). Check the folder and your right to write there.',
  },
  'cases.not-json': {
    status: 422,
    vi: '{file} không phải là JSON ({reason}). Cần một danh sách hộ; lệnh "schema classify" cho biết cấu trúc.',
    en: '{file} is not JSON ({reason}). It must be an array of cases; "schema classify" prints its shape.',
  },
  'cases.invalid': {
    status: 422,
    vi: '{file} chưa đúng cấu trúc nên không hộ nào được phân loại; lệnh "schema classify" cho biết cấu trúc. Các chỗ sai:\n{faults}.',
    en: '{file} does not have the right shape, so nothing was classified; "schema classify" prints it. What is wrong:\n{faults}.',
  },
  'password.differs': {
    status: 422,
    vi: 'Hai lần nhập mật khẩu không giống nhau. Hãy chạy lại lệnh.',
    en: 'The two passwords are not the same. Run the command again.',
  },
  'password.not-given': {
    status: 422,
    vi: 'Chưa có mật khẩu. Hãy đưa mật khẩu vào đầu vào chuẩn (một dòng), hoặc chạy lệnh trong cửa sổ dòng lệnh để được hỏi.',
    en: 'There is no password. Give it on standard input (one line), or run the command in a terminal to be asked.',
  },
});
