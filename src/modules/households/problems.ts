import { problems } from '#kernel/problem.ts';

export const problem = problems({
  'household.not-found': {
    status: 404,
    vi: 'Không có hộ này trong sổ, hoặc hộ ở ngoài địa bàn của anh, chị.',
    en: 'There is no such household in the register, or it lies outside your area.',
  },
  'household.bad-cursor': {
    status: 400,
    vi: 'Vị trí trang không đọc được. Hãy mở lại danh sách từ đầu.',
    en: 'The place in the list cannot be read. Open the list from its beginning.',
  },
  'household.no-such-indicator': {
    status: 422,
    vi: 'Chuẩn nghèo {standard} không có chỉ số {code}. Các chỉ số: {known}.',
    en: 'The standard {standard} has no indicator {code}. Its indicators: {known}.',
  },
  'household.no-such-part': {
    status: 422,
    vi: 'Không có dân tộc hoặc nguyên nhân mang mã {code}. Các mã hiện có: {known}.',
    en: 'There is no ethnic group or cause with the code {code}. Those on record: {known}.',
  },
  'household.several-standards': {
    status: 409,
    vi: 'Các đợt rà soát của {area} trong kỳ {period} theo những chuẩn khác nhau ({standards}). Hãy chọn một địa bàn nhỏ hơn.',
    en: 'The rounds of {area} for {period} follow different standards ({standards}). Choose a smaller area.',
  },
  'household.search-gone': {
    status: 404,
    vi: 'Không còn lượt tìm này. Chương trình đã khởi động lại, hoặc lượt tìm của người khác. Hãy tìm lại.',
    en: 'This search is gone: the program was restarted, or it is somebody else’s. Search again.',
  },
  'household.same-household': {
    status: 422,
    vi: 'Hai bên là cùng một hộ trong sổ nên không có gì để so.',
    en: 'Both sides are the same household of the register: there is nothing to compare.',
  },
  'household.merged-away': {
    status: 409,
    vi: 'Hộ {head} đã được gộp vào hộ khác. Hãy mở lại danh sách trùng lặp.',
    en: 'The household of {head} was already merged into another one. Open the list of duplicates again.',
  },
  'household.merge-stale': {
    status: 409,
    vi: 'Thành viên hoặc phân loại của một trong hai hộ đã thay đổi sau khi mở trang so sánh. Chưa có gì được ghi; hãy mở lại trang.',
    en: 'Members or classes of one of the households have changed since the comparison was opened. Nothing was written; open the page again.',
  },
  'household.merge-elsewhere': {
    status: 422,
    vi: 'Hai hộ ở hai xã khác nhau nên hộ ở lại giữ thôn của mình. Nếu gia đình sống ở xã kia, hãy chọn hộ của xã kia làm hộ ở lại.',
    en: 'The households lie in two communes, so the one that stays keeps its village. If the family lives in the other commune, let that household stay.',
  },
  'household.merge-undone': {
    status: 409,
    vi: 'Lần gộp này đã được hoàn tác.',
    en: 'This merge was already taken back.',
  },
  'household.merge-not-found': {
    status: 404,
    vi: 'Không có lần gộp này, hoặc ở ngoài địa bàn của anh, chị.',
    en: 'There is no such merge, or it lies outside your area.',
  },
  'household.merge-followed': {
    status: 409,
    vi: 'Hộ {head} đã có thay đổi sau khi gộp (thành viên, phân loại hoặc gộp tiếp), nên không hoàn tác được nữa. Hãy ghi nhận tách hộ, hoặc sửa từng mục.',
    en: 'The household of {head} has changed since the merge (members, classes, or another merge), so it cannot be taken back. Record a split, or correct the entries one by one.',
  },
});
