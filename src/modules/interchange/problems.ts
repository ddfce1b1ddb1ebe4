import { problems } from '#kernel/problem.ts';

export const problem = problems({
  'import.has-errors': {
    status: 422,
    vi: 'Tệp còn {errors} lỗi nên chưa nạp gì cả. Hãy sửa theo danh sách lỗi, lưu tệp rồi thử lại.',
    en: 'The file has {errors} errors, so nothing was loaded. Mend them by the list, save the file and try again.',
  },
  'import.not-a-commune': {
    status: 422,
    vi: 'Danh sách hộ nhập theo từng xã, phường, thị trấn; {name} không phải đơn vị cấp xã. Hãy chọn đơn vị cấp xã ở đầu trang.',
    en: 'Lists of households are imported by commune; {name} is none. Choose a unit of commune level at the top of the page.',
  },
  'import.not-then': {
    status: 422,
    vi: 'Ngày {day}, trên bản đồ hành chính không có {name}; địa bàn này khi đó thuộc {units}. Hãy chọn đơn vị khi đó ở đầu trang rồi nhập danh sách của đơn vị ấy.',
    en: '{name} is not on the map of {day}; its land then belonged to {units}. Choose the unit of that day at the top of the page and import its list there.',
  },
  'import.decision-of-figures': {
    status: 422,
    vi: 'Bảng số liệu theo đơn vị không có hộ nào nên không ghi quyết định chung được. Hãy bỏ số quyết định, hoặc chọn loại tệp là sổ rà soát.',
    en: 'A table of figures by unit lists no households, so no decision can be given for it. Leave the decision out, or say that the file is a commune workbook.',
  },
  'import.not-found': {
    status: 404,
    vi: 'Không còn lượt nhập này. Chương trình đã khởi động lại hoặc lượt nhập đã quá cũ; nếu chưa báo hoàn thành thì chưa có gì được ghi. Hãy chọn lại tệp.',
    en: 'This import is gone: the program was restarted, or it is too old. Unless it had said that it was done, nothing was written. Choose the file again.',
  },
  'import.not-ready': {
    status: 409,
    vi: 'Tệp {file} chưa kiểm tra xong, có lỗi, hoặc đã được nạp. Hãy xem trạng thái của lượt nhập.',
    en: 'The file {file} is not checked yet, has errors, or was loaded already. See the state of the import.',
  },
  'import.file-gone': {
    status: 409,
    vi: 'Tệp {file} không còn được giữ để đọc lại vì đã có tệp mới hơn. Hãy chọn lại tệp.',
    en: 'The file {file} is no longer kept to be read again, since a newer one came. Choose it again.',
  },
  'import.no-such-sheet': {
    status: 422,
    vi: 'Tệp {file} không có bảng nào ở trang tính “{sheet}”. Hãy chọn một trang tính trong danh sách.',
    en: 'The file {file} has no table on the sheet “{sheet}”. Choose one of the sheets listed.',
  },
  'import.no-such-head': {
    status: 422,
    vi: 'Dòng {first} đến dòng {last} không phải là tiêu đề của trang tính “{sheet}”. Hãy chọn trong các dòng đầu, đến dòng {most}, dòng đầu không sau dòng cuối.',
    en: 'Rows {first} to {last} cannot be the head of the sheet “{sheet}”. Choose among its first rows, up to row {most}, the first not after the last.',
  },
  'import.not-running': {
    status: 409,
    vi: 'Tệp {file} không còn đang kiểm tra hay đang nạp nên không có gì để dừng. Hãy xem trạng thái của lượt nhập.',
    en: 'The file {file} is no longer being checked or loaded, so there is nothing to stop. See the state of the import.',
  },
  'import.undone-already': {
    status: 409,
    vi: 'Lượt nhập tệp {file} đã được hoàn tác lúc trước.',
    en: 'The import of {file} was undone before.',
  },
  'import.built-on': {
    status: 409,
    vi: 'Không hoàn tác được lượt nhập tệp {file}: từ sau lượt nhập, các hộ của tệp đã có {revision} lần ghi lại phân loại, {round} phân loại ở đợt khác, {event} biến động, {member} thành viên được ghi thêm, {correction} đề nghị sửa thông tin và {house} lần ghi vị trí, ảnh nhà. Hãy mở lượt nhập để xem từng hộ; nếu cần, hoàn tác những việc đó trước.',
    en: 'The import of {file} cannot be undone: since then its households were given {revision} new classes, {round} classes in other rounds, {event} events, {member} persons, {correction} corrections and {house} places or photographs of houses. Open the import to see each; undo those first if need be.',
  },
  'import.no-such-question': {
    status: 404,
    vi: 'Không còn câu hỏi này về hộ ở {source}: sổ hộ đã thay đổi sau khi kiểm tra. Hãy mở lại lượt nhập.',
    en: 'This question about the household at {source} is gone: the register has changed since the check. Open the import again.',
  },
  'import.no-such-absence': {
    status: 404,
    vi: 'Không còn phải hỏi về hộ này: tệp hoặc sổ hộ đã thay đổi sau khi kiểm tra. Hãy mở lại lượt nhập.',
    en: 'There is nothing to ask of this household any more: the file or the register has changed since the check. Open the import again.',
  },
  'import.form-invalid': {
    status: 503,
    vi: 'Tệp {file} không nạp được: {faults}. Hãy sửa tệp rồi khởi động lại.',
    en: 'File {file} cannot be loaded: {faults}. Mend the file and start again.',
  },
});
