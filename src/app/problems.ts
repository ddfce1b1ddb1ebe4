import { problems } from '#kernel/problem.ts';

export const problem = problems({
  'app.bad-setting': {
    status: 503,
    vi: 'Biến môi trường {name} không dùng được: {reason}.',
    en: 'The environment variable {name} cannot be used: {reason}.',
  },
  'app.port-taken': {
    status: 503,
    vi: 'Cổng {port} đang được chương trình khác trên máy này sử dụng. Hãy dừng chương trình đó, hoặc chọn cổng khác bằng biến môi trường PORT.',
    en: 'Another program on this machine uses port {port}. Stop it, or choose another port with the environment variable PORT.',
  },
  'app.not-empty': {
    status: 409,
    vi: 'Cơ sở dữ liệu {place} đã có dữ liệu, nên không nạp dữ liệu mô phỏng vào đó. Hãy chỉ thư mục khác bằng --data, hoặc dùng cơ sở dữ liệu trống.',
    en: 'The database {place} holds data, so the demonstration is not loaded into it. Name another folder with --data, or use an empty database.',
  },
  'app.not-a-demonstration': {
    status: 409,
    vi: 'Cơ sở dữ liệu {place} không phải dữ liệu mô phỏng, nên không xóa để nạp lại.',
    en: 'The database {place} is not marked as a demonstration, so it is not emptied.',
  },
  'app.demonstration-in-production': {
    status: 503,
    vi: 'Cơ sở dữ liệu {place} chứa dữ liệu mô phỏng với các tài khoản dùng thử, nên không chạy với NODE_ENV=production. Hãy dùng cơ sở dữ liệu khác.',
    en: 'The database {place} holds the demonstration with its trial accounts, so it does not run with NODE_ENV=production. Use another database.',
  },
});
