import { problems } from '#kernel/problem.ts';

export const problem = problems({
  'area.not-found': {
    status: 404,
    vi: 'Không có địa bàn {ref} vào ngày {day}. Hãy kiểm tra mã và ngày: mã được dùng lại sau mỗi lần sáp nhập.',
    en: 'There is no area {ref} on {day}. Check the code and the day: codes are used again after mergers.',
  },
  'area.not-a-commune': {
    status: 422,
    vi: '{name} không phải là xã, phường, thị trấn hay đặc khu, nên không có thôn trực tiếp. Hãy chọn một đơn vị cấp xã.',
    en: '{name} is not a commune, ward, township or special zone, so it has no villages of its own. Choose a unit of commune level.',
  },
  'area.outside-post': {
    status: 403,
    vi: '{name} nằm ngoài địa bàn mà vị trí công tác của anh, chị phụ trách.',
    en: '{name} lies outside the area of the post that you act in.',
  },
});
