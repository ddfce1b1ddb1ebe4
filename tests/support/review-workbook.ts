/** The review workbook of a commune as an officer fills it in: once with ten different mistakes, once mended. Names are made up. */
import ExcelJS from 'exceljs';

type Value = ExcelJS.CellValue;

const heads = [
  'STT', 'Họ và tên chủ hộ', 'Họ và tên thành viên', 'Quan hệ với chủ hộ', 'Ngày, tháng,\nnăm sinh', 'Giới tính', 'Số CCCD', 'Thôn', 'Phân loại hộ',
  'Điểm B1', 'Điểm B2', 'Số khẩu', 'VL1', 'YT2', 'NO1', 'Ghi chú', 'Số điện thoại',
] as const;
type Head = (typeof heads)[number];
type Cells = Partial<Record<Head, Value>>;

/** A member of a household: its own cells. */
const member = (name: string, relation: string, birth: string, sex: string, id: string | null = null): Cells => ({
  'Họ và tên thành viên': name, 'Quan hệ với chủ hộ': relation, 'Ngày, tháng,\nnăm sinh': birth, 'Giới tính': sex, 'Số CCCD': id,
});

interface Household {
  head: string;
  birth: string;
  sex: string;
  village: string;
  cells?: Cells;
  members?: Cells[];
}

const rowsOf = ({ head, birth, sex, village, cells = {}, members = [] }: Household): Cells[] => [
  { 'Họ và tên chủ hộ': head, ...member(head, 'Chủ hộ', birth, sex), Thôn: village, 'Phân loại hộ': 'Hộ nghèo', 'Điểm B1': 120, 'Điểm B2': 30, 'Số khẩu': members.length + 1, ...cells },
  ...members.map((cell) => ({ 'Họ và tên chủ hộ': head, ...cell })),
];

/** Eleven households; the second sheet has those that escaped poverty. `wrong` puts one mistake of its own into each of ten places. */
function households(wrong: boolean): { current: Household[]; escaped: Household[] } {
  const either = <Kind extends Value>(bad: Kind, good: Kind): Kind => (wrong ? bad : good);
  return {
    current: [
      { head: 'Bùi Văn Thịnh', birth: '17/05/1961', sex: 'Nam', village: 'Thôn Vọng Thủy', cells: { VL1: 'x', YT2: '0', NO1: 'x' }, members: [member('Lê Thị Mão', 'Vợ', '1963', 'Nữ', '038163004521')] },
      { head: 'Phạm Thị Hiền', birth: either('31/02/1974', '28/02/1974'), sex: 'Nữ', village: 'Thôn Vọng Thủy', cells: { 'Số CCCD': '038174002210' } },
      { head: 'Trương Văn Quế', birth: '1958', sex: 'Nam', village: 'Thôn Vọng Thủy', cells: { 'Số CCCD': either<Value>(38058001123, '038058001123') } },
      { head: 'Quách Thị Nhâm', birth: '02/09/1952', sex: either('Bà', 'Nữ'), village: 'Thôn Cẩm Hoa', cells: { 'Phân loại hộ': 'Hộ cận nghèo', 'Điểm B1': 131, 'Điểm B2': 20 } },
      { head: 'Cao Văn Lực', birth: '11/11/1979', sex: 'Nam', village: 'Thôn Cẩm Hoa', cells: { 'Phân loại hộ': either('Hộ khá', 'Hộ cận nghèo'), 'Điểm B1': 128, 'Điểm B2': 10 } },
      { head: 'Hà Thị Liên', birth: '08/1966', sex: 'Nữ', village: 'Thôn Cẩm Hoa', cells: { 'Điểm B2': either(35, 40) } },
      { head: 'Đinh Văn Sáu', birth: '25/12/1970', sex: 'Nam', village: 'Thôn Cẩm Hoa', cells: { YT2: either('chưa hỏi', '') } },
      {
        head: 'Nguyễn Thị Thơm', birth: '06/04/1981', sex: 'Nữ', village: 'Thôn Phú Sơn', cells: { 'Số khẩu': either(2, 3) },
        members: [member('Nguyễn Văn Hòa', 'Con', '12/08/2006', 'Nam'), member('Nguyễn Thị Hà', 'Con', '30/01/2010', 'Nữ')],
      },
      { head: 'Lê Văn Nghĩa', birth: '14/07/1969', sex: 'Nam', village: 'Thôn Phú Sơn', cells: { 'Số CCCD': either('038163004521', '038069007734') } },
      { head: 'Vũ Thị Sen', birth: '1949', sex: 'Nữ', village: 'Thôn Phú Sơn', cells: { 'Phân loại hộ': either('', 'Hộ nghèo') } },
      // Stated poor, while the points say near-poor: no mistake of the file, but told.
      { head: 'Mai Văn Tuyến', birth: '19/03/1984', sex: 'Nam', village: 'Thôn Phú Sơn', cells: { 'Điểm B1': 131, 'Điểm B2': 20 } },
    ],
    escaped: [{ head: either('Bùi Văn Thịnh', 'Bùi Văn Tới'), birth: either('17/05/1961', '1977'), sex: 'Nam', village: 'Thôn Vọng Thủy', cells: { 'Phân loại hộ': null, 'Điểm B1': 160, 'Điểm B2': 0 } }],
  };
}

export const badWorkbook = (): Promise<Buffer> => workbook(true);
export const mendedWorkbook = (): Promise<Buffer> => workbook(false);

async function workbook(wrong: boolean): Promise<Buffer> {
  const { current, escaped } = households(wrong);
  const book = new ExcelJS.Workbook();
  addList(book, 'Nghèo, cận nghèo', 'DANH SÁCH HỘ NGHÈO, HỘ CẬN NGHÈO SAU RÀ SOÁT', current);
  addList(book, 'Thoát nghèo', 'DANH SÁCH HỘ THOÁT NGHÈO', escaped);
  return Buffer.from(await book.xlsx.writeBuffer());
}

function addList(book: ExcelJS.Workbook, name: string, title: string, list: readonly Household[]): void {
  const sheet = book.addWorksheet(name);
  sheet.addRow([title]);
  sheet.mergeCells(1, 1, 1, heads.length);
  sheet.addRow([...heads]);
  list.forEach((household, place) => rowsOf(household).forEach((cells, line) => sheet.addRow(heads.map((head) => (head === 'STT' ? (line === 0 ? place + 1 : null) : (cells[head] ?? null))))));
}
