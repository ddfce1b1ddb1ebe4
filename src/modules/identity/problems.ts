import { problems } from '#kernel/problem.ts';

export const problem = problems({
  'identity.no-such-post': {
    status: 404,
    vi: 'Anh, chị không có vị trí công tác này, hoặc vị trí đã hết hạn.',
    en: 'You do not hold this post, or it has ended.',
  },
  'identity.username-taken': {
    status: 409,
    vi: 'Tên đăng nhập {username} đã có người dùng. Hãy chọn tên khác.',
    en: 'The user name {username} is taken. Choose another.',
  },
  'identity.bad-username': {
    status: 422,
    vi: 'Tên đăng nhập {username} không hợp lệ: dùng 3 đến 60 chữ cái thường không dấu, chữ số, dấu chấm, gạch nối hoặc gạch dưới.',
    en: 'The user name {username} will not do: use 3 to 60 small letters without marks, digits, dots, dashes or underscores.',
  },
  'identity.weak-password': {
    status: 422,
    vi: 'Mật khẩu cần có từ {min} đến {max} ký tự.',
    en: 'A password needs {min} to {max} characters.',
  },
  'identity.ended-area': {
    status: 422,
    vi: '{name} không còn trên bản đồ hiện hành, nên không thể giao vị trí công tác ở đó. Hãy chọn đơn vị kế tục.',
    en: '{name} is no longer on the map, so no post can be given there. Choose its successor.',
  },
});
