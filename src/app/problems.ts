import { problems } from '#kernel/problem.ts';

export const problem = problems({
  'app.bad-setting': {
    status: 503,
    vi: 'Biến môi trường {name} không dùng được: {reason}.',
    en: 'The environment variable {name} cannot be used: {reason}.',
  },
  'app.demonstration-in-production': {
    status: 503,
    vi: 'Cơ sở dữ liệu {place} chứa dữ liệu mô phỏng với các tài khoản dùng thử, nên không chạy với NODE_ENV=production. Hãy dùng cơ sở dữ liệu khác.',
    en: 'The database {place} holds the demonstration with its trial accounts, so it does not run with NODE_ENV=production. Use another database.',
  },
});
