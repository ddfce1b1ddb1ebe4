import { problems } from '#kernel/problem.ts';

export const problem = problems({
  'http.sign-in': { status: 401, vi: 'Phiên làm việc chưa đăng nhập hoặc đã hết hạn. Hãy đăng nhập lại.', en: 'You are not signed in, or the session has ended. Please sign in again.' },
  'http.not-permitted': {
    status: 403,
    vi: 'Vị trí công tác đang chọn không có quyền làm việc này ({permission}). Hãy chọn vị trí khác, hoặc hỏi người quản trị.',
    en: 'The post that you act in does not hold this right ({permission}). Choose another post, or ask the administrator.',
  },
  'http.too-many-attempts': {
    status: 429,
    vi: 'Đã nhập sai nhiều lần. Hãy đợi {minutes} phút rồi thử lại, hoặc nhờ người quản trị đặt lại mật khẩu.',
    en: 'Too many failed attempts. Wait {minutes} minutes and try again, or ask the administrator to reset the password.',
  },
});
