import type { Text } from '#kernel/text.ts';
import type { Issue } from './contract.parts.ts';

export interface IssueSpec extends Text {
  severity: Issue['severity'];
  /** What should stand there, when that is always the same. */
  expected?: Text;
}

/** Every sentence that an import says of a file: what is odd and what to do. The place stands beside it. */
export const issueCatalogue = {
  'file.macros': {
    severity: 'warning',
    vi: 'Tệp có macro; chương trình bỏ qua và không chạy macro.',
    en: 'The file has macros; they are left out and never run.',
  },
  'file.no-sheet': {
    severity: 'error',
    vi: 'Không nhận ra trang tính nào của sổ rà soát cấp xã. Hãy dùng mẫu tải về, hoặc kiểm tra dòng tiêu đề cột.',
    en: 'No sheet of the commune workbook was recognised. Use the template, or check the heads of the columns.',
  },
  'file.no-table': {
    severity: 'error',
    vi: 'Không nhận ra bảng số liệu: cần một cột tên đơn vị và ít nhất hai cột số liệu có tiêu đề.',
    en: 'No table of figures was recognised: it takes a column of units and at least two columns of figures with heads.',
  },
  'file.no-unicode': {
    severity: 'error',
    vi: 'Tệp CSV không phải Unicode nên chữ tiếng Việt không đọc được. Hãy mở bằng Excel và lưu thành .xlsx, hoặc lưu CSV dạng UTF-8.',
    en: 'The CSV file is not in Unicode, so its Vietnamese cannot be read. Open it in Excel and save it as .xlsx, or as CSV UTF-8.',
  },
  'encoding.tcvn3': {
    severity: 'error',
    vi: 'Chữ trong trang tính gõ bằng bảng mã TCVN3 (phông .VnTime), ví dụ “{sample}”. Hãy chuyển sang Unicode (UniKey: Ctrl+Shift+F6, nguồn TCVN3 (ABC), đích Unicode) rồi lưu lại.',
    en: 'The sheet is typed in the TCVN3 encoding (fonts .VnTime), such as “{sample}”. Convert it to Unicode (UniKey: Ctrl+Shift+F6, from TCVN3 (ABC) to Unicode) and save it.',
  },
  'encoding.vni': {
    severity: 'error',
    vi: 'Chữ trong trang tính gõ bằng bảng mã VNI (phông VNI-Times), ví dụ “{sample}”. Hãy chuyển sang Unicode (UniKey: Ctrl+Shift+F6, nguồn VNI Windows, đích Unicode) rồi lưu lại.',
    en: 'The sheet is typed in the VNI encoding (fonts VNI-Times), such as “{sample}”. Convert it to Unicode (UniKey: Ctrl+Shift+F6, from VNI Windows to Unicode) and save it.',
  },

  'sheet.unrecognised': {
    severity: 'warning',
    vi: 'Không nhận ra trang tính này nên không đọc.',
    en: 'This sheet was not recognised and is not read.',
  },
  'sheet.no-head': {
    severity: 'error',
    vi: 'Không tìm thấy dòng tiêu đề cột của “{title}”.',
    en: 'The heads of the columns of “{title}” were not found.',
  },
  'sheet.twice': {
    severity: 'error',
    vi: 'Có hai trang tính cùng là “{title}”. Hãy gộp lại hoặc xoá bớt một trang.',
    en: 'Two sheets are both “{title}”. Join them or remove one.',
  },
  'sheet.hidden': {
    severity: 'warning',
    vi: 'Trang tính đang ẩn nhưng vẫn được đọc.',
    en: 'The sheet is hidden; it is read all the same.',
  },
  'sheet.hidden-rows': {
    severity: 'warning',
    vi: 'Có {count} dòng đang ẩn; chúng vẫn được đọc như các dòng khác.',
    en: '{count} rows are hidden; they are read like the others.',
  },
  'sheet.village-row': {
    severity: 'warning',
    vi: 'Lấy “{village}” làm thôn của các hộ ở dưới dòng này, nơi cột thôn để trống.',
    en: '“{village}” is taken as the village of the households below this row wherever theirs is blank.',
  },

  'column.missing': {
    severity: 'error',
    vi: 'Thiếu cột “{label}” nên trang tính chưa được đọc. Hãy thêm cột, hoặc đổi tiêu đề cột đã có cho giống mẫu.',
    en: 'The column “{label}” is missing, so the sheet was not read. Add it, or give a column that you have the head of the template.',
  },
  'column.one-of': {
    severity: 'error',
    vi: 'Cần có ít nhất một trong các cột: {labels}.',
    en: 'At least one of these columns is needed: {labels}.',
  },
  'column.twice': {
    severity: 'error',
    vi: 'Có hai cột cùng là “{label}” (cột {first} và cột {second}). Hãy xoá hoặc đổi tên một cột.',
    en: 'Two columns are both “{label}” (columns {first} and {second}). Remove or rename one.',
  },
  'column.unknown': {
    severity: 'warning',
    vi: 'Không nhận ra cột này nên không đọc.',
    en: 'This column was not recognised and is not read.',
  },

  'value.formula': {
    severity: 'error',
    vi: 'Ô chứa công thức nhưng tệp không lưu kết quả. Hãy mở bằng Excel, chờ tính xong rồi lưu, hoặc dán giá trị.',
    en: 'The cell holds a formula without its result. Open the file in Excel, let it calculate and save it, or paste the value.',
  },
  'value.error': {
    severity: 'error',
    vi: 'Ô đang báo lỗi {found}. Hãy sửa công thức hoặc gõ giá trị.',
    en: 'The cell shows the error {found}. Mend the formula or type the value.',
  },
  'value.too-long': {
    severity: 'error',
    vi: 'Nội dung dài quá {most} ký tự.',
    en: 'The text is longer than {most} characters.',
  },
  'value.birth': {
    severity: 'error',
    vi: 'Không đọc được ngày sinh “{found}”.',
    en: 'The day of birth “{found}” cannot be read.',
    expected: { vi: 'dd/mm/yyyy, mm/yyyy hoặc yyyy', en: 'dd/mm/yyyy, mm/yyyy or yyyy' },
  },
  'value.birth-range': {
    severity: 'error',
    vi: 'Ngày sinh {found} sau ngày {day} của đợt rà soát, hoặc quá xa.',
    en: 'Born {found}: after the day {day} of the round, or too long ago.',
  },
  'value.day': {
    severity: 'error',
    vi: 'Không đọc được ngày “{found}”.',
    en: 'The day “{found}” cannot be read.',
    expected: { vi: 'dd/mm/yyyy', en: 'dd/mm/yyyy' },
  },
  'value.sex': {
    severity: 'error',
    vi: 'Không hiểu giới tính “{found}”.',
    en: 'The sex “{found}” is not understood.',
  },
  'value.class': {
    severity: 'error',
    vi: 'Không hiểu phân loại hộ “{found}”.',
    en: 'The class “{found}” is not understood.',
  },
  'value.class-unclear': {
    severity: 'error',
    vi: '“{found}” là diễn biến, chưa nói hộ nay là cận nghèo hay không nghèo. Hãy ghi phân loại sau rà soát.',
    en: '“{found}” is a change and does not say whether the household is near-poor or not poor now. Give its class after the review.',
  },
  'value.class-missing': {
    severity: 'error',
    vi: 'Hộ {head} chưa có phân loại. Hãy ghi phân loại sau rà soát ở dòng chủ hộ.',
    en: 'The household of {head} has no class. Give its class after the review in the row of the head.',
  },
  'value.flag': {
    severity: 'error',
    vi: 'Không hiểu “{found}”.',
    en: '“{found}” is not understood.',
    expected: { vi: 'x (có), 0 (không) hoặc để trống (chưa rõ)', en: 'x (yes), 0 (no) or blank (unknown)' },
  },
  'value.whole-number': {
    severity: 'error',
    vi: '“{found}” không phải số nguyên hợp lệ.',
    en: '“{found}” is not a valid whole number.',
  },
  'value.score-step': {
    severity: 'error',
    vi: 'Điểm B2 là {found}, không phải bội số của {step} (điểm của một chỉ số thiếu hụt). Hãy đối chiếu phiếu B2.',
    en: 'The B2 score is {found}, not a multiple of {step} (the points of one deprivation). Compare with form B2.',
  },
  'value.score-range': {
    severity: 'error',
    vi: 'Điểm B2 là {found}, ngoài thang điểm.',
    en: 'The B2 score of {found} is beyond the scale.',
  },
  'value.id': {
    severity: 'error',
    vi: '“{found}” không phải số CCCD hay CMND.',
    en: '“{found}” is no ID number.',
    expected: { vi: '12 chữ số (CCCD), 9 chữ số (CMND), hoặc để trống', en: '12 digits, 9 digits, or blank' },
  },
  'value.id-lost-zeros': {
    severity: 'error',
    vi: 'Số “{found}” có {digits} chữ số: có thể Excel đã bỏ các số 0 ở đầu. Hãy đối chiếu giấy tờ, định dạng cột là Văn bản rồi gõ lại.',
    en: '“{found}” has {digits} digits: Excel may have dropped leading zeros. Compare with the card, format the column as Text and type it again.',
    expected: { vi: '12 hoặc 9 chữ số', en: '12 or 9 digits' },
  },
  'value.name-missing': {
    severity: 'error',
    vi: 'Dòng có dữ liệu nhưng thiếu họ tên.',
    en: 'The row has data but no name.',
  },
  'value.number': {
    severity: 'error',
    vi: '“{found}” không phải một con số.',
    en: '“{found}” is not a number.',
  },

  'age.contradicts': {
    severity: 'warning',
    vi: 'Tuổi {found} không khớp với năm sinh {birth}.',
    en: 'The age {found} does not fit the birth in {birth}.',
  },
  'birth.very-old': {
    severity: 'warning',
    vi: 'Ngày sinh {found}: người này hơn {years} tuổi. Hãy kiểm tra lại.',
    en: 'Born {found}: older than {years}. Please check.',
  },
  'score.indicators': {
    severity: 'warning',
    vi: 'Điểm B2 là {found} nhưng các chỉ số được đánh dấu cho {marked} điểm.',
    en: 'The B2 score is {found}, but the indicators marked give {marked}.',
  },
  'decision.without-number': {
    severity: 'error',
    vi: 'Có ngày quyết định nhưng thiếu số quyết định.',
    en: 'There is a day of the decision but no number.',
  },
  'decision.after-round': {
    severity: 'warning',
    vi: 'Quyết định ngày {found}, sau ngày chốt số liệu {day} của đợt rà soát. Hãy kiểm tra lại.',
    en: 'The decision of {found} is later than {day}, the day of the round. Please check.',
  },

  'household.conflict': {
    severity: 'error',
    vi: 'Hộ {head} có hai giá trị khác nhau: “{found}” ở dòng này và “{other}” ở dòng {otherRow}. Hãy ghi giống nhau, hoặc chỉ ghi ở dòng chủ hộ.',
    en: 'The household of {head} has two values: “{found}” in this row and “{other}” in row {otherRow}. Make them the same, or give it in the row of the head alone.',
  },
  'household.no-head': {
    severity: 'error',
    vi: 'Không biết chủ hộ của thành viên ở dòng này. Dòng đầu của mỗi hộ phải là chủ hộ.',
    en: 'The head of this member’s household is not known. The first row of a household must be its head.',
  },
  'household.head-not-listed': {
    severity: 'warning',
    vi: 'Chủ hộ {head} không có dòng riêng trong danh sách thành viên; hộ được ghi với chủ hộ chưa rõ ngày sinh, giới tính.',
    en: 'The head {head} has no row among the members; the household is kept with a head whose birth and sex are unknown.',
  },
  'household.too-many': {
    severity: 'error',
    vi: 'Hộ {head} có hơn {most} thành viên. Có thể thiếu dòng chủ hộ của hộ sau.',
    en: 'The household of {head} has more than {most} members. The head of the next one may be missing.',
  },
  'household.fewer-than-rows': {
    severity: 'error',
    vi: 'Hộ {head} ghi {found} nhân khẩu nhưng có {rows} dòng thành viên. Hãy sửa số nhân khẩu, hoặc chuyển dòng của người thuộc hộ khác.',
    en: 'The household of {head} says {found} persons but has {rows} rows. Mend the number, or move the rows of persons of another household.',
  },
  'household.more-than-rows': {
    severity: 'warning',
    vi: 'Hộ {head} ghi {found} nhân khẩu nhưng chỉ có {rows} dòng thành viên; những người còn lại là chưa rõ.',
    en: 'The household of {head} says {found} persons but has only {rows} rows; of the others nothing is known.',
  },
  'household.twice': {
    severity: 'error',
    vi: 'Hộ {head} đã có ở “{where}” (cùng họ tên, ngày sinh và thôn). Nếu là một hộ, hãy xoá bớt; nếu là hai hộ, hãy ghi mã hộ hoặc số CCCD của cả hai.',
    en: 'The household of {head} is already in “{where}” (same name, birth and village). If it is the same, remove one; if they are two, give both a household number or an ID number.',
  },
  'household.perhaps-twice': {
    severity: 'warning',
    vi: 'Hộ {head} trùng họ tên và thôn với hộ ở “{where}”. Nếu là một hộ, hãy xoá bớt.',
    en: 'The household of {head} has the name and village of that in “{where}”. If it is the same, remove one.',
  },
  'household.number-twice': {
    severity: 'error',
    vi: 'Mã hộ {found} đã dùng ở “{where}”. Mỗi hộ phải có một mã riêng.',
    en: 'The household number {found} is already used in “{where}”. Each household needs its own.',
  },
  'household.two-lists': {
    severity: 'error',
    vi: 'Hộ {head} có tên trong danh sách này nhưng ở “{where}” lại là “{class}”. Hãy bỏ tên ở một danh sách, hoặc sửa phân loại.',
    en: 'The household of {head} is on this list, but in “{where}” it is “{class}”. Take it off one of the lists, or mend its class.',
  },
  'person.id-twice': {
    severity: 'error',
    vi: 'Số {found} của {name} trùng với {other} ở “{where}”. Mỗi người có một số riêng; hãy đối chiếu giấy tờ.',
    en: 'The number {found} of {name} is also that of {other} in “{where}”. Each person has a number of their own; compare with the cards.',
  },

  'total.contradicts': {
    severity: 'warning',
    vi: 'Dòng tổng ghi {found}, nhưng cộng các dòng được {summed}.',
    en: 'The total says {found}, but the rows add up to {summed}.',
  },
  'rate.contradicts': {
    severity: 'warning',
    vi: '{unit}: tỷ lệ ghi {found} %, nhưng {part}/{whole} là {computed} %.',
    en: '{unit}: the rate says {found} %, but {part}/{whole} is {computed} %.',
  },
  'difference.contradicts': {
    severity: 'warning',
    vi: '{unit}: ghi {found}, nhưng {from} − {less} = {computed}.',
    en: '{unit}: says {found}, but {from} − {less} = {computed}.',
  },
  'unit.twice': {
    severity: 'error',
    vi: 'Đơn vị “{found}” đã có ở dòng {otherRow}.',
    en: 'The unit “{found}” is already in row {otherRow}.',
  },
  'rate.over-hundred': {
    severity: 'error',
    vi: 'Tỷ lệ {found} % lớn hơn 100 %.',
    en: 'The rate {found} % is more than 100 %.',
  },
} as const satisfies Record<string, IssueSpec>;
