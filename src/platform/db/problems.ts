import { problems } from '#kernel/problem.ts';

export const problem = problems({
  'db.folder-in-use': {
    status: 503,
    vi: 'Thư mục dữ liệu {folder} đang được tiến trình số {pid} ({command}) sử dụng. Hãy dừng tiến trình đó, hoặc chỉ thư mục khác bằng --data.',
    en: 'The data folder {folder} is in use by process {pid} ({command}). Stop that process, or name another folder with --data.',
  },
  'db.unreachable': {
    status: 503,
    vi: 'Không nối được tới cơ sở dữ liệu {place}: {reason}. Hãy kiểm tra DATABASE_URL, máy chủ PostgreSQL và mật khẩu.',
    en: 'The database {place} cannot be reached: {reason}. Check DATABASE_URL, the PostgreSQL server and the password.',
  },
  'db.migration-changed': {
    status: 503,
    vi: 'Tệp {file} đã được áp dụng vào cơ sở dữ liệu nhưng nội dung nay đã khác. Hãy khôi phục tệp cũ; thay đổi mới phải nằm trong tệp mới.',
    en: 'The file {file} was applied to the database but has changed since. Restore it; a change belongs into a new file.',
  },
  'db.unguarded': {
    status: 503,
    vi: 'Các bảng {tables} không được bảo vệ theo địa bàn với vai trò chungtay_app. Máy chủ không khởi động để tránh lộ dữ liệu.',
    en: 'The tables {tables} are not guarded by area for the role chungtay_app. The server does not start, so that nothing leaks.',
  },
});
