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
  'area.act-future': {
    status: 422,
    vi: 'Ngày {day} chưa tới. Chỉ ghi được thay đổi có hiệu lực từ hôm nay trở về trước; hãy ghi lại vào ngày đó, vì địa bàn hiện hành quyết định ai được xem gì.',
    en: 'The day {day} has not come. A change can be entered from its first day on, since today’s map decides who may see what; enter it on that day.',
  },
  'area.act-too-early': {
    status: 422,
    vi: '{name} thay đổi lần gần nhất ngay trước đó; ngày hiệu lực phải từ {day} trở đi. Nếu cùng một nghị quyết, hãy hoàn tác lần trước rồi ghi lại chung một lần.',
    en: '{name} changed last just before that; the day must be {day} or later. If both are by one resolution, take the first back and enter them together.',
  },
  'area.act-same-day': {
    status: 409,
    vi: '{name} đã được lập từ ngày {day} bởi một thay đổi khác. Hãy hoàn tác thay đổi đó rồi ghi lại chung một lần.',
    en: '{name} begins on {day} by another change already. Take that one back and enter both together.',
  },
  'area.act-ended': { status: 422, vi: '{name} đã kết thúc ngày {day}. Hãy chọn đơn vị đang tồn tại.', en: '{name} ended on {day}. Choose a unit that stands.' },
  'area.act-ended-today': { status: 422, vi: '{name} không còn trên bản đồ hôm nay. Hãy chọn đơn vị đang tồn tại.', en: '{name} is not on the map of today. Choose a unit that stands.' },
  'area.act-level': {
    status: 422,
    vi: '{name} không đúng cấp cho việc này. Việc về thôn cần chọn thôn, việc về xã cần chọn xã, phường hay đặc khu; nơi chuyển đến cũng vậy.',
    en: '{name} is not of the level that this change is about. Choose villages for a change of villages, communes for one of communes, and likewise where they go.',
  },
  'area.act-nothing': { status: 422, vi: 'Không có gì thay đổi: các thôn, xã đã ở đúng nơi được chọn. Hãy chọn nơi đến khác.', en: 'Nothing would change: the units lie there already. Choose another place.' },
  'area.act-name': { status: 422, vi: 'Tên “{name}” phải bắt đầu bằng loại đơn vị, như “{kind} …”.', en: 'The name “{name}” must begin with its kind, as in “{kind} …”.' },
  'area.act-name-taken': { status: 409, vi: 'Xã đã có thôn tên “{name}”. Hãy đặt tên khác, hoặc chọn cả thôn đó.', en: 'The commune has a village “{name}” already. Give another name, or choose that village too.' },
  'area.act-code-taken': { status: 409, vi: 'Mã {code} đang là mã của một đơn vị khác. Hãy xem lại mã do cơ quan thống kê cấp.', en: 'The code {code} belongs to another unit that stands. Check the code with the statistics office.' },
  'area.act-across-provinces': {
    status: 422,
    vi: 'Các đơn vị được chọn thuộc nhiều tỉnh. Hãy chuyển cả xã sang tỉnh kia trước, rồi ghi thay đổi này.',
    en: 'The units lie in several provinces. Move the commune to the other province first, then enter this change.',
  },
  'area.act-villages-apart': { status: 422, vi: 'Các thôn phải khác nhau và cùng thuộc một xã. Hãy chuyển thôn về cùng xã trước.', en: 'The villages must be different ones of the same commune. Move them into one commune first.' },
  'area.act-unknown-village': {
    status: 422,
    vi: '“{name}” là chỗ giữ các hộ chưa rõ thôn, không phải một thôn. Hãy chuyển hộ về đúng thôn trong sổ hộ.',
    en: '“{name}” keeps households whose village is unknown and is no village. Move its households in the register.',
  },
  'area.act-not-in': { status: 422, vi: '{village} không thuộc {commune} vào ngày này. Hãy chọn lại thôn.', en: '{village} does not lie in {commune} on that day. Choose again.' },
  'area.act-village-twice': { status: 422, vi: '{village} được giao cho hai nơi. Hãy để ở một nơi.', en: '{village} is given to two places. Leave it in one.' },
  'area.act-no-household': {
    status: 422,
    vi: 'Không có hộ “{household}” đang ở {village}. Hãy xem lại số thứ tự hoặc mã hộ; hộ không ghi sẽ ở lại thôn giữ phần còn lại.',
    en: 'No household “{household}” lives in {village}. Check its number or id; households that are not named stay in the remaining village.',
  },
  'area.act-household-many': { status: 422, vi: 'Có {count} hộ mang số “{household}” trong thôn. Hãy ghi mã hộ thay cho số.', en: '{count} households of the village have the number “{household}”. Give the id instead.' },
  'area.act-household-twice': { status: 422, vi: 'Hộ “{household}” được ghi vào {village} và một thôn khác. Hãy để ở một thôn.', en: 'Household “{household}” is given to {village} and to another village. Leave it in one.' },
  'area.act-not-found': { status: 404, vi: 'Không có lần thay đổi địa bàn này trong phạm vi của anh, chị. Hãy xem lại danh sách.', en: 'There is no such change of the map inside your post. Look at the list again.' },
  'area.act-undone': { status: 409, vi: 'Thay đổi này đã được hoàn tác. Không cần làm gì thêm.', en: 'This change has been taken back already. Nothing is left to do.' },
  'area.act-changed-since': {
    status: 409,
    vi: 'Chưa hoàn tác được: các đơn vị này sau đó đã thay đổi tiếp ({later}). Hãy hoàn tác thay đổi ấy trước.',
    en: 'This cannot be taken back: the same units were changed again since ({later}). Take that change back first.',
  },
  'area.act-villages-since': {
    status: 409,
    vi: 'Không hoàn tác được nữa: đơn vị mới đã có thêm {names}. Điều đã ghi thì không mất đi; hãy ghi một thay đổi mới đưa địa bàn về như cũ, như tách hoặc chuyển thôn lại.',
    en: 'This can be taken back no more: the new unit has got {names} since. What is on record stays; enter a new change that brings the map to where it was, such as a split or a move of villages.',
  },
  'area.act-records-since': {
    status: 409,
    vi: 'Không hoàn tác được nữa, vì đơn vị mới đã có bản ghi của nó: {what}. Điều đã ghi thì không mất đi; hãy ghi một thay đổi mới đưa địa bàn về như cũ, như tách hoặc nhập lại.',
    en: 'This can be taken back no more, since the new unit has records of its own: {what}. What is on record stays; enter a new change that brings the map to where it was, such as a split or a merger.',
  },
  'area.list-not-found': { status: 404, vi: 'Không có danh mục này, hoặc mọi lần ghi của danh mục đã được hoàn tác. Hãy xem lại trang danh mục đặc thù.', en: 'There is no such list, or all that was entered of it was taken back. Look at the page of special lists.' },
  'area.list-act-not-found': { status: 404, vi: 'Không có lần ghi danh mục này. Hãy xem lại trang danh mục đặc thù.', en: 'Nothing of that kind was done with a list. Look at the page of special lists.' },
  'area.list-outside-post': {
    status: 403,
    vi: 'Danh mục “{list}” là của {area}, ngoài địa bàn mà vị trí công tác của anh, chị phụ trách. Hãy mở danh mục riêng cho địa bàn của mình.',
    en: 'The list “{list}” is of {area}, outside the area of the post that you act in. Open a list for your own area.',
  },
  'area.list-days': { status: 422, vi: 'Ngày kết thúc {to} trước ngày bắt đầu {from}. Hãy sửa một trong hai ngày.', en: 'The last day {to} is before the first, {from}. Correct one of them.' },
  'area.list-units': {
    status: 422,
    vi: 'Có {count} đơn vị không đúng cấp của danh mục, không tồn tại vào ngày {day}, hoặc nằm ngoài {area}: {names}. Hãy kiểm tra lại danh sách; chưa ghi đơn vị nào.',
    en: '{count} areas are not of the level of the list, do not stand on {day}, or lie outside {area}: {names}. Check the areas again; none was entered.',
  },
  'area.list-not-on': {
    status: 422,
    vi: 'Từ ngày {day}, các đơn vị này không có trong danh mục hoặc danh mục đã kết thúc: {names}. Hãy tải lại trang và chọn lại.',
    en: 'From {day} on these areas are not on the list, or it has ended: {names}. Load the page again and choose anew.',
  },
  'area.place-unknown': {
    status: 422,
    vi: 'Dòng {line}: {commune} không có thôn “{village}”. Hãy ghi đúng tên như trong danh mục thôn, hoặc thêm thôn trước. Chưa ghi dòng nào.',
    en: 'Line {line}: {commune} has no village “{village}”. Write its name as the list of villages does, or add it first. Nothing was written.',
  },
  'area.place-range': {
    status: 422,
    vi: 'Dòng {line}: {village} có vĩ độ {lat}, kinh độ {lon}, ngoài khoảng cho phép (vĩ độ −90 đến 90, kinh độ −180 đến 180). Chưa ghi dòng nào.',
    en: 'Line {line}: {village} has latitude {lat} and longitude {lon}, out of range (−90 to 90, −180 to 180). Nothing was written.',
  },
  'area.catalogue-conflict': {
    status: 409,
    vi: 'Danh mục địa bàn mới không khớp với các thay đổi đã ghi: {what}. Chương trình giữ nguyên danh mục cũ.',
    en: 'The new catalogue of areas does not fit the changes on record: {what}. The old catalogue stays.',
  },
});
