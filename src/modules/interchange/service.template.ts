import type { Text } from '#kernel/text.ts';
import { writeWorkbook, type Choice, type PlacedCell, type PlacedRow, type PlacedSheet } from '#platform/documents/write-workbook.ts';
import type { CommuneColumn, CommuneForm, SheetId } from './contract.parts.ts';

export interface TemplateOptions {
  /** Name of the commune; its code and province are filled in as well where they are given. */
  commune: string;
  code?: string | null;
  province?: string | null;
  /** Villages to choose from, where they are known. */
  villages?: readonly string[];
  period: string;
  /** The indicators of the round’s standard: a column each. */
  indicators: readonly { code: string; name: Text }[];
  /** Rows prepared for typing. */
  rows?: number;
}

interface TemplateColumn {
  label: string;
  width: number;
  /** Null for an indicator. */
  column: CommuneColumn | null;
  required: boolean;
}

const usualRows = 500;
const headRow = 3;
/** An Excel list that is typed into the rule itself may not be longer. */
const longestList = 255;
const indicatorWidth = 13;

/** The workbook that a commune fills in: the three lists with the columns of the form and the indicators of the round, and instructions. */
export async function communeTemplate(form: CommuneForm, options: TemplateOptions): Promise<Uint8Array> {
  const sheets = form.sheets.map(({ id, name, title }) => listSheet(form, columnsOf(form, id, options), name.vi, title.vi, options));
  return writeWorkbook({ title: `Sổ rà soát ${options.commune} ${options.period}`, sheets: [...sheets, instructions(form, options)] });
}

function columnsOf(form: CommuneForm, id: SheetId, { indicators }: TemplateOptions): TemplateColumn[] {
  const columns = form.columns.filter(({ template }) => template.includes(id)).map((column): TemplateColumn => {
    return { label: column.label.vi, width: column.width, column, required: column.required.includes(id) || column.id === 'head' || column.id === 'name' };
  });
  const marks = indicators.map(({ code, name }): TemplateColumn => ({ label: `${code} ${name.vi}`, width: indicatorWidth, column: null, required: false }));
  const note = columns.findIndex(({ column }) => column?.id === 'note');
  return columns.toSpliced(note === -1 ? columns.length : note, 0, ...marks);
}

function listSheet(form: CommuneForm, columns: readonly TemplateColumn[], name: string, title: string, options: TemplateOptions): PlacedSheet {
  const count = options.rows ?? usualRows;
  const place = [options.commune, options.province].filter(Boolean).join(', ') + (options.code ? ` (mã ${options.code})` : '');
  const empty: PlacedRow = { cells: columns.map(({ column }) => emptyCell(column, options)) };
  return {
    name,
    widths: columns.map(({ width }) => width),
    rows: [
      { cells: [{ value: `${title}, kỳ ${options.period}`.toLocaleUpperCase('vi'), look: 'strong', across: 10 }], height: 24 },
      { cells: [{ value: `${place}. Cột tô vàng là cột phải ghi. Cách ghi: xem trang “Hướng dẫn”.`, look: 'italic', across: 10 }], height: 20 },
      { cells: columns.map(({ label, required }) => ({ value: label, look: required ? ('required' as const) : ('head' as const) })), height: 80 },
      ...Array.from({ length: count }, () => empty),
    ],
    freeze: { rows: headRow, columns: columns.findIndex(({ column }) => column?.id === 'name') + 1 },
    print: { sheet: 'a4', orientation: 'landscape', repeat: [headRow, headRow] },
    choices: columns.flatMap(({ column }, index) => choiceOf(form, column, index, headRow + count, options)),
  };
}

/** A cell to type into. As text it keeps leading zeros, and a day stays as typed; where the commune lies is filled in. */
function emptyCell(column: CommuneColumn | null, options: TemplateOptions): PlacedCell {
  const isText = column !== null && ['text', 'id_number', 'birth', 'day', 'place'].includes(column.kind);
  return { value: column === null ? null : known(column, options), look: 'input', ...(isText && { format: 'text' as const }) };
}

function known({ id }: CommuneColumn, { commune, code, province }: TemplateOptions): string | null {
  if (id === 'commune') return commune;
  if (id === 'commune_code') return code ?? null;
  return id === 'province' ? (province ?? null) : null;
}

/** What Excel lets be typed into a column; the file is read by the wider rules of the form all the same. */
function choiceOf({ values }: CommuneForm, column: CommuneColumn | null, index: number, last: number, options: TemplateOptions): Choice[] {
  const choice = (allowed: Choice['values'], message: string): Choice[] => [{ column: index, from: headRow + 1, to: last, values: allowed, message }];
  const list = (allowed: readonly string[], message: string): Choice[] =>
    allowed.length === 0 || allowed.join(',').length > longestList || allowed.some((value) => value.includes(',')) ? [] : choice(allowed, message);
  if (column === null || column.kind === 'flag') return list([values.yes[0]!, values.no[0]!], 'Ghi x là có, 0 là không, để trống là chưa rõ.');
  if (column.kind === 'class') return list([values.class.poor[0]!, values.class.near_poor[0]!], 'Chọn Hộ nghèo hoặc Hộ cận nghèo.');
  if (column.kind === 'sex') return list([values.sex.male[0]!, values.sex.female[0]!], 'Chọn Nam hoặc Nữ.');
  if (column.kind === 'score') return choice({ least: 0, most: 1000 }, 'Ghi tổng điểm, là số nguyên.');
  if (column.kind === 'size') return choice({ least: 1, most: 100 }, 'Ghi số nhân khẩu, là số nguyên.');
  if (column.id === 'village') return list(options.villages ?? [], 'Chọn thôn trong danh sách.');
  const place = known(column, options);
  return place === null ? [] : list([place], `Trang này dành cho ${options.commune}.`);
}

function instructions({ values }: CommuneForm, { indicators, commune, period }: TemplateOptions): PlacedSheet {
  const line = (what: string, how: string): PlacedRow => ({ cells: [{ value: what, look: 'total' }, { value: how, look: 'cell' }], height: how.length > 95 ? 34 : 20 });
  const head = (...texts: string[]): PlacedRow => ({ cells: texts.map((value) => ({ value, look: 'head' as const })), height: 20 });
  const example = (...texts: string[]): PlacedRow => ({ cells: texts.map((value): PlacedCell => ({ value, look: 'cell' })) });
  return {
    name: 'Hướng dẫn',
    widths: [30, 96, 18, 14, 14, 14, 14],
    rows: [
      { cells: [{ value: `Cách ghi sổ rà soát kỳ ${period} – ${commune}`.toLocaleUpperCase('vi'), look: 'strong', across: 2 }], height: 26 },
      head('Nội dung', 'Cách ghi'),
      line('Mỗi dòng một người', 'Dòng đầu của mỗi hộ là chủ hộ (cột quan hệ ghi “Chủ hộ”), các dòng sau là thành viên của hộ đó. Không để dòng trống giữa hộ.'),
      line('Thông tin của hộ', 'Thôn, phân loại, số quyết định, điểm, chỉ số, số nhân khẩu: ghi ở dòng chủ hộ; các dòng thành viên để trống hoặc ghi giống như vậy.'),
      line('Ngày sinh', 'dd/mm/yyyy; nếu chỉ biết tháng thì mm/yyyy, chỉ biết năm thì yyyy.'),
      line('CCCD, CMND', '12 hoặc 9 chữ số, giữ cả số 0 ở đầu. Người chưa có thì để trống.'),
      line('Giới tính', `${values.sex.male[0]} hoặc ${values.sex.female[0]}.`),
      line('Phân loại hộ', `${values.class.poor[0]} hoặc ${values.class.near_poor[0]}. Hộ đã thoát nghèo, thoát cận nghèo ghi ở trang riêng; hộ thoát nghèo nhưng là hộ cận nghèo ghi ở cả hai trang.`),
      line('Điểm B1, B2', 'Tổng điểm chép từ phiếu. Không cộng hai điểm với nhau.'),
      line('Chỉ số thiếu hụt', 'x là thiếu hụt, 0 là không thiếu hụt, để trống là chưa rõ. Để trống không có nghĩa là không thiếu hụt.'),
      line('Nguyên nhân nghèo', 'Ghi được nhiều nguyên nhân, cách nhau bằng dấu chấm phẩy (;).'),
      line('Cột và trang', 'Có thể đổi thứ tự cột, bỏ cột không dùng. Trang “Hướng dẫn” không được đọc khi nạp.'),
      { cells: [] },
      head('Mã chỉ số', 'Tên chỉ số'),
      ...indicators.map(({ code, name }) => line(code, name.vi)),
      { cells: [] },
      { cells: [{ value: 'Ví dụ (chỉ để xem, không phải số liệu)', look: 'strong', across: 2 }] },
      head('Chủ hộ', 'Thành viên', 'Quan hệ với chủ hộ', 'Ngày sinh', 'Giới tính', 'Phân loại hộ', 'Điểm B1'),
      example('Nguyễn Văn A', 'Nguyễn Văn A', 'Chủ hộ', '17/05/1970', 'Nam', values.class.poor[0]!, '120'),
      example('Nguyễn Văn A', 'Trần Thị B', 'Vợ', '1972', 'Nữ', '', ''),
    ],
    freeze: { rows: 2, columns: 0 },
    print: { sheet: 'a4', orientation: 'landscape' },
  };
}
