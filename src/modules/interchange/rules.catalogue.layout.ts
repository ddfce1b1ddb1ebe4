/** What an import says of a whole file, of a sheet or of a column. */
import type { IssueSpec } from './rules.issue-spec.ts';

export const layoutIssues = {
  'file.macros': {
    severity: 'warning',
    vi: 'Tệp có macro; chương trình bỏ qua và không chạy macro.',
    en: 'The file has macros; they are left out and never run.',
  },
  'file.decision-after-round': {
    severity: 'warning',
    vi: 'Quyết định chung cho cả tệp, số {number} ngày {decided}, sau ngày chốt số liệu {day} của đợt rà soát. Hãy đối chiếu quyết định; nếu đúng thì giữ nguyên.',
    en: 'The decision of the whole file, {number} of {decided}, is later than {day}, the day of the round. Compare with the decision; if it is right, leave it.',
    expected: { vi: 'thường không sau ngày {day}', en: 'as a rule not after {day}' },
  },
  'file.no-sheet': {
    severity: 'error',
    vi: 'Không nhận ra trang tính nào của sổ rà soát cấp xã. Hãy dùng mẫu tải về, hoặc kiểm tra dòng tiêu đề cột.',
    en: 'No sheet of the commune workbook was recognised. Use the template, or check the heads of the columns.',
    expected: { vi: 'trang tính có dòng tiêu đề cột như trong mẫu', en: 'a sheet with the heads of the template' },
  },
  'file.no-table': {
    severity: 'error',
    vi: 'Không nhận ra bảng số liệu: cần một cột tên đơn vị và ít nhất hai cột số liệu có tiêu đề.',
    en: 'No table of figures was recognised: it takes a column of units and at least two columns of figures with heads.',
    expected: { vi: 'một cột tên đơn vị và ít nhất hai cột số liệu', en: 'a column of units and at least two of figures' },
  },
  'file.no-unicode': {
    severity: 'error',
    vi: 'Tệp CSV không phải Unicode nên chữ tiếng Việt không đọc được. Hãy mở bằng Excel và lưu thành .xlsx, hoặc lưu CSV dạng UTF-8.',
    en: 'The CSV file is not in Unicode, so its Vietnamese cannot be read. Open it in Excel and save it as .xlsx, or as CSV UTF-8.',
    expected: { vi: 'tệp .xlsx, hoặc CSV dạng UTF-8', en: 'an .xlsx file, or CSV in UTF-8' },
  },
  'encoding.tcvn3': {
    severity: 'error',
    vi: 'Chữ trong trang tính gõ bằng bảng mã TCVN3 (phông .VnTime). Hãy đồng ý để chương trình chuyển sang Unicode, hoặc tự chuyển (UniKey: Ctrl+Shift+F6, nguồn TCVN3 (ABC), đích Unicode) rồi lưu lại.',
    en: 'The sheet is typed in the TCVN3 encoding (fonts .VnTime). Let the program convert it to Unicode, or convert it yourself (UniKey: Ctrl+Shift+F6, from TCVN3 (ABC) to Unicode) and save it.',
    found: { vi: '{sample}', en: '{sample}' },
    expected: { vi: 'chữ Unicode', en: 'letters in Unicode' },
  },
  'encoding.vni': {
    severity: 'error',
    vi: 'Chữ trong trang tính gõ bằng bảng mã VNI (phông VNI-Times). Hãy đồng ý để chương trình chuyển sang Unicode, hoặc tự chuyển (UniKey: Ctrl+Shift+F6, nguồn VNI Windows, đích Unicode) rồi lưu lại.',
    en: 'The sheet is typed in the VNI encoding (fonts VNI-Times). Let the program convert it to Unicode, or convert it yourself (UniKey: Ctrl+Shift+F6, from VNI Windows to Unicode) and save it.',
    found: { vi: '{sample}', en: '{sample}' },
    expected: { vi: 'chữ Unicode', en: 'letters in Unicode' },
  },

  'sheet.unrecognised': {
    severity: 'warning',
    vi: 'Không nhận ra trang tính này nên không đọc.',
    en: 'This sheet was not recognised and is not read.',
  },
  'sheet.no-head': {
    severity: 'error',
    vi: 'Không tìm thấy dòng tiêu đề cột của “{title}”. Hãy thêm dòng tiêu đề như trong mẫu, ngay trên dòng dữ liệu đầu tiên.',
    en: 'The heads of the columns of “{title}” were not found. Add them as in the template, right above the first row of data.',
    expected: { vi: 'một dòng tiêu đề cột như trong mẫu', en: 'a row of heads as in the template' },
  },
  'sheet.twice': {
    severity: 'error',
    vi: 'Trang tính này và trang tính “{other}” cùng là “{title}”. Hãy gộp lại hoặc xoá bớt một trang.',
    en: 'This sheet and the sheet “{other}” are both “{title}”. Join them or remove one.',
    expected: { vi: 'một trang tính', en: 'one sheet' },
  },
  'sheet.hidden': {
    severity: 'warning',
    vi: 'Trang tính đang ẩn nhưng vẫn được đọc.',
    en: 'The sheet is hidden; it is read all the same.',
  },
  'sheet.hidden-rows': {
    severity: 'warning',
    vi: 'Có {count} dòng đang ẩn; chúng vẫn được đọc như các dòng khác. Nếu không cần, hãy bỏ ẩn rồi xoá.',
    en: '{count} rows are hidden; they are read like the others. If they are not needed, show and delete them.',
    found: { vi: 'dòng {rows}', en: 'rows {rows}' },
  },

  'column.missing': {
    severity: 'error',
    vi: 'Thiếu cột “{label}” nên trang tính chưa được đọc. Hãy thêm cột, hoặc đổi tiêu đề cột đã có cho giống mẫu.',
    en: 'The column “{label}” is missing, so the sheet was not read. Add it, or give a column that you have the head of the template.',
    expected: { vi: 'cột “{label}”', en: 'the column “{label}”' },
  },
  'column.one-of': {
    severity: 'error',
    vi: 'Cần có ít nhất một trong các cột: {labels}.',
    en: 'At least one of these columns is needed: {labels}.',
    expected: { vi: 'một trong các cột: {labels}', en: 'one of the columns: {labels}' },
  },
  'column.twice': {
    severity: 'error',
    vi: 'Có hai cột cùng là “{label}” (cột {first} và cột {second}). Hãy xoá hoặc đổi tên một cột.',
    en: 'Two columns are both “{label}” (columns {first} and {second}). Remove or rename one.',
    found: { vi: 'cột {first} và cột {second}', en: 'columns {first} and {second}' },
    expected: { vi: 'một cột', en: 'one column' },
  },
  'column.unknown': {
    severity: 'warning',
    vi: 'Không nhận ra cột này nên không đọc.',
    en: 'This column was not recognised and is not read.',
  },
} as const satisfies Record<string, IssueSpec>;
