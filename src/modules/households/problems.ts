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
  'household.no-class-then': {
    status: 404,
    vi: 'Hộ này không có phân loại chính thức trong kỳ {period}. Hãy mở hồ sơ hộ để xem các kỳ đã có.',
    en: 'The household has no official class for {period}. Open its file to see for which periods it has one.',
  },
  'household.not-deprived': {
    status: 409,
    vi: 'Trong kỳ {period} hộ không thiếu hụt chỉ số {code}, nên không ghi nguyên nhân thiếu hụt. Hãy chọn chỉ số mà hộ thiếu hụt.',
    en: 'For {period} the household is not deprived in the indicator {code}, so no cause is recorded. Choose one in which it is deprived.',
  },
  'household.same-causes': {
    status: 409,
    vi: 'Nguyên nhân và diễn giải giống hệt bản đang có, nên không ghi gì.',
    en: 'The causes and the note are the ones on record, so nothing was written.',
  },
  'household.class-changed-since': {
    status: 409,
    vi: 'Phân loại kỳ {period} của hộ vừa được người khác ghi lại, nên chưa ghi gì. Hãy tải lại hồ sơ, xem bản mới rồi ghi lại.',
    en: 'The class of the household for {period} was recorded anew meanwhile, so nothing was written. Load the file again, look at it, and record the causes then.',
  },
  'household.no-told-causes': {
    status: 409,
    vi: 'Nguyên nhân của kỳ {period} là của danh sách, không có bản nào ghi trên hồ sơ để hoàn tác.',
    en: 'The causes for {period} are those of the list; none was recorded on the file that could be taken back.',
  },
  'household.sensitive-cause': {
    status: 403,
    vi: 'Nguyên nhân “{name}” là thông tin nhạy cảm; vai trò hiện tại không được xem hộ nào có nguyên nhân này. Hãy bỏ điều kiện lọc, hoặc nhờ cán bộ cấp xã, cấp tỉnh.',
    en: 'The cause “{name}” is sensitive, and your role may not see which households have it. Take the filter off, or ask an officer of the commune or the province.',
  },
  'household.photo-unreadable': {
    status: 422,
    vi: 'Tệp này không phải ảnh JPEG hay PNG nguyên vẹn nên chưa ghi gì. Hãy chụp lại, hoặc chọn ảnh khác.',
    en: 'This file is no whole JPEG or PNG picture, so nothing was kept. Take the photograph again, or choose another.',
  },
  'household.photo-not-found': {
    status: 404,
    vi: 'Không có ảnh này của hộ, hoặc hộ ở ngoài địa bàn của anh, chị.',
    en: 'The household has no such photograph, or it lies outside your area.',
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
    vi: 'Hai bên là cùng một hộ trong sổ. Hãy chọn hộ khác.',
    en: 'Both are the same household of the register. Choose another one.',
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
  'household.act-in-future': {
    status: 422,
    vi: 'Ngày {day} chưa đến. Hãy ghi ngày việc đã xảy ra, muộn nhất là hôm nay.',
    en: 'The day {day} has not come yet. Enter the day on which it happened, today at the latest.',
  },
  'household.act-too-early': {
    status: 422,
    vi: '{name} có trong hộ theo sổ từ ngày {from}, sau ngày {day} đã ghi. Hãy kiểm tra lại ngày xảy ra.',
    en: 'By the register {name} is in the household from {from} on, which is after {day}. Check the day on which it happened.',
  },
  'household.act-before-founding': {
    status: 422,
    vi: 'Hộ {head} tách ra lập hộ ngày {founded}, sau ngày {day} đã ghi. Hãy kiểm tra lại ngày xảy ra, hoặc ghi vào hộ trước khi tách.',
    en: 'The household of {head} was founded by a split on {founded}, which is after {day}. Check the day, or enter it with the household that it split from.',
  },
  'household.not-present': {
    status: 409,
    vi: 'Hộ {head} không còn trong sổ của địa bàn (đã nhập, đã chuyển đi hoặc không còn), nên không ghi thêm biến động. Nếu ghi nhầm, hãy hoàn tác việc trước đó.',
    en: 'The household of {head} is no longer in the register of the area (merged, moved away or ended), so nothing more is entered. Undo the earlier act if it was a mistake.',
  },
  'household.not-sent': {
    status: 409,
    vi: 'Hộ {head} không ở trạng thái chờ tiếp nhận, nên không xếp vào thôn mới được. Nếu hộ chuyển nơi ở, hãy dùng “Chuyển nơi ở”.',
    en: 'The household of {head} does not wait to be placed. If it moves, use “Move”.',
  },
  'household.not-a-member': {
    status: 422,
    vi: 'Người được chọn không phải thành viên hiện nay của hộ {head}. Hãy tải lại trang và chọn lại.',
    en: 'The person chosen is not a present member of the household of {head}. Load the page again and choose anew.',
  },
  'household.nobody-stays': {
    status: 422,
    vi: 'Không còn ai ở lại hộ {head}. Nếu cả hộ đi nơi khác, hãy dùng “Chuyển nơi ở”; nếu về ở với hộ khác, dùng “Nhập hộ”.',
    en: 'Nobody would stay in the household of {head}. If all of it goes elsewhere use “Move”; if it goes to live with another household, “Merge”.',
  },
  'household.head-needed': {
    status: 422,
    vi: 'Chủ hộ {head} rời hộ, nên phải chọn người làm chủ hộ trong số những người ở lại.',
    en: 'The head {head} leaves, so one of those who stay must be chosen as the new head.',
  },
  'household.head-not-among': {
    status: 422,
    vi: 'Chủ hộ mới phải là một trong những người của hộ mới.',
    en: 'The new head must be one of the people of the new household.',
  },
  'household.same-village': {
    status: 422,
    vi: 'Hộ đang ở {village}. Hãy chọn thôn khác.',
    en: 'The household lives in {village} already. Choose another village.',
  },
  'household.already-head': {
    status: 422,
    vi: '{name} đang là chủ hộ.',
    en: '{name} is the head already.',
  },
  'household.village-outside': {
    status: 422,
    vi: '{name} nằm ngoài địa bàn của anh, chị. Hộ mới lập phải ở trong địa bàn; nếu chuyển sau đó, hãy dùng “Chuyển nơi ở”.',
    en: '{name} lies outside your area. A new household must lie inside; if it moves afterwards, use “Move”.',
  },
  'household.place-ended': {
    status: 422,
    vi: '{name} đã kết thúc ngày {day}. Hãy chọn xã hoặc thôn đang tồn tại.',
    en: '{name} ended on {day}. Choose a commune or village that stands.',
  },
  'household.not-a-village': {
    status: 422,
    vi: '{name} không phải là xã, phường, đặc khu hay thôn. Hãy chọn đến cấp xã hoặc thôn.',
    en: '{name} is neither a commune nor a village. Choose one of these.',
  },
  'household.birth-not-on-day': {
    status: 422,
    vi: 'Ngày sinh {birth} không khớp với ngày xảy ra {day}. Hãy ghi cùng một ngày.',
    en: 'The birth {birth} does not agree with the day of the act, {day}. Enter the same day.',
  },
  'household.marriage-home': {
    status: 422,
    vi: 'Nơi ở của đôi vợ chồng không khớp: về ở hộ bên kia chỉ chọn được khi người bên kia có trong sổ, và hộ mới phải có thôn.',
    en: 'Where the couple lives does not fit: the household of the spouse needs a spouse of the register, and a new household needs a village.',
  },
  'household.nothing-to-undo': {
    status: 409,
    vi: 'Việc này không hoàn tác được: không phải việc gần nhất của các hộ liên quan, hoặc đã được hoàn tác.',
    en: 'This cannot be undone: it is not the latest act of the households concerned, or it was undone already.',
  },
  'household.built-upon': {
    status: 409,
    vi: 'Việc này không hoàn tác được nữa vì sau đó thành viên hoặc phân loại của hộ đã thay đổi. Hãy ghi một biến động mới cho đúng hiện trạng.',
    en: 'This can no longer be undone, since members or classes were entered after it. Enter a new act that tells how things are.',
  },
  'household.partly-outside': {
    status: 409,
    vi: 'Việc này liên quan đến hộ ngoài địa bàn của anh, chị, nên chỉ cán bộ cấp trên của cả hai nơi hoàn tác được.',
    en: 'This act concerns a household outside your area, so only an officer above both places can undo it.',
  },
  'absence.not-found': {
    status: 404,
    vi: 'Hộ này không còn là việc phải hỏi: đã có trả lời, đã có trong danh sách mới hơn, hoặc lượt nhập đã hoàn tác. Hãy mở lại danh sách.',
    en: 'This household is no longer to be asked about: it was answered, a newer list names it, or the import was undone. Open the list again.',
  },
  'absence.names-exits': {
    status: 422,
    vi: 'Tệp có danh sách hộ thoát nghèo hoặc thoát cận nghèo mà không có hộ này, nên không trả lời “không còn nghèo” được. Hãy thêm hộ vào danh sách đó, hoặc chọn câu trả lời khác.',
    en: 'The file has a list of households that left poverty and this one is not on it, so that cannot be the answer. Add it to that list, or choose another answer.',
  },
  'absence.day-late': {
    status: 422,
    vi: 'Ngày {day} muộn hơn ngày {last}, là ngày chốt của danh sách hoặc hôm nay. Hãy ghi ngày sớm hơn.',
    en: 'The day {day} is later than {last}, the day of the list or today. Give an earlier one.',
  },
  'absence.day-early': {
    status: 422,
    vi: 'Ngày {day} không sau ngày chốt {since} của danh sách trước, khi hộ còn có tên. Hãy ghi ngày muộn hơn.',
    en: 'The day {day} is not after {since}, the day of the list before, which still names the household. Give a later one.',
  },
  'correction.not-found': {
    status: 404,
    vi: 'Không có đề nghị sửa này, hoặc hộ ở ngoài địa bàn của anh, chị.',
    en: 'There is no such request for correction, or the household lies outside your area.',
  },
  'correction.same-value': {
    status: 422,
    vi: 'Giá trị mới trùng với giá trị đang có trong sổ. Không có gì để sửa.',
    en: 'The new value is what the register has already. There is nothing to correct.',
  },
  'correction.bad-value': {
    status: 422,
    vi: 'Giá trị “{value}” không hợp lệ cho mục này. Họ tên không để trống; ngày sinh ghi 1986, 1986-05 hoặc 1986-05-17; số định danh có 9 hoặc 12 chữ số.',
    en: 'The value “{value}” does not fit this field. A name may not be empty; a birth is 1986, 1986-05 or 1986-05-17; an identity number has 9 or 12 digits.',
  },
  'correction.open-already': {
    status: 409,
    vi: 'Đã có đề nghị sửa mục này của {name} đang chờ xác nhận. Hãy chờ quyết định trước.',
    en: 'A correction of this field of {name} already waits for a decision. Wait for that first.',
  },
  'correction.own-request': {
    status: 409,
    vi: 'Người đề nghị không tự xác nhận được. Cần một cán bộ khác xem giấy tờ và xác nhận.',
    en: 'Who asked cannot decide. Another officer has to look at the papers and confirm.',
  },
  'correction.decided': {
    status: 409,
    vi: 'Đề nghị này đã được quyết định trước đó.',
    en: 'This request was decided before.',
  },
  'correction.changed-since': {
    status: 409,
    vi: 'Từ khi đề nghị, thông tin của {name} trong sổ đã thay đổi. Hãy từ chối đề nghị này và lập đề nghị mới.',
    en: 'Since the request, the entry of {name} has changed. Refuse this request and make a new one.',
  },
  'household.pack-invalid': {
    status: 503,
    vi: 'Tệp {file} của gói dữ liệu có lỗi: {faults}.',
    en: 'The pack file {file} has faults: {faults}.',
  },
  'ledger.not-a-village': {
    status: 422,
    vi: '{name} không phải là thôn. Sổ được lập theo từng thôn; hãy chọn một thôn.',
    en: '{name} is no village. The book is kept village by village; choose one.',
  },
  'ledger.month-not-over': {
    status: 422,
    vi: 'Tháng chưa hết: chốt sổ được từ ngày {day}.',
    en: 'The month is not over: its book can be closed from {day} on.',
  },
  'ledger.closed-already': {
    status: 409,
    vi: 'Sổ tháng này của {village} đã chốt. Thay đổi về sau được ghi là sửa sau khi chốt.',
    en: 'The book of {village} for this month is closed already. Later changes are shown as made after the closing.',
  },
  'ledger.later-closed': {
    status: 409,
    vi: 'Đã chốt sổ tháng {month}, nên không chốt tháng trước đó nữa.',
    en: 'The book of {month} is closed, so an earlier month can no longer be.',
  },
  'ledger.nobody': {
    status: 422,
    vi: 'Sổ của {village} chưa có hộ nào trong tháng này, nên không có gì để chốt.',
    en: 'The book of {village} has no household in this month, so there is nothing to close.',
  },
});
