import type { OfficialPaper } from '#platform/documents/official-paper.ts';

/** A small official paper with all that one can have: heads over columns, unknown and published figures, nested rows, remarks, signatures. */
export const samplePaper: OfficialPaper = {
  name: 'Biểu 1.1',
  language: 'vi',
  office: ['Đơn vị báo cáo: Xã Cẩm Long', 'Biểu số 1.1'],
  motto: ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'],
  title: 'Tổng hợp kết quả rà soát',
  subtitles: ['Xã Cẩm Long, năm 2022 (số liệu đến ngày 31/12/2022)'],
  mark: 'DỮ LIỆU MÔ PHỎNG',
  measured: 'Đơn vị tính: hộ, %',
  head: [
    [{ text: 'STT', down: 2 }, { text: 'Đơn vị', down: 2 }, { text: 'Tổng số hộ', down: 2 }, { text: 'Hộ nghèo', across: 2 }],
    [{ text: 'Số hộ' }, { text: 'Tỷ lệ (%)' }],
  ],
  columns: [
    { number: 'A', kind: 'no' },
    { number: 'B', kind: 'text' },
    { number: '1', kind: 'integer' },
    { number: '2', kind: 'integer' },
    { number: '3=2/1×100', kind: 'rate' },
  ],
  rows: [
    { cells: ['I', 'Thôn *Một* #[x] <b>', { figure: 1518, mark: '[1]', estimated: false }, 40, 264], strong: true },
    { cells: ['I.1', '=1+1', 'chưa công bố', { figure: 5, mark: null, estimated: true }, '–'], depth: 1 },
    { cells: ['', 'Tổng cộng', 1518, 45, 296], strong: true },
  ],
  remarks: [
    { title: 'Ghi chú', lines: ['- Thôn 2: số hộ chưa công bố.'] },
    { title: 'Nguồn của số công bố', lines: ['[1] Niên giám thống kê xã (12/BC-UBND; chưa đối chiếu)'] },
  ],
  signing: { day: '………, ngày …… tháng …… năm ………', posts: ['NGƯỜI LẬP BIỂU', 'THỦ TRƯỞNG ĐƠN VỊ'], hint: '(Ký, ghi rõ họ tên)' },
};

/** Two units with a line for households and one for persons each. */
export const splitPaper: OfficialPaper = {
  ...samplePaper,
  head: [[{ text: 'STT' }, { text: 'Đơn vị' }, { text: 'Phân tổ' }, { text: 'Tổng số' }]],
  columns: [{ number: 'A', kind: 'no' }, { number: 'B', kind: 'text' }, { number: 'C', kind: 'text' }, { number: '1', kind: 'integer' }],
  rows: [
    { cells: ['1', 'Thôn Một', 'Hộ', 40] },
    { cells: [null, null, 'Nhân khẩu', 161] },
    { cells: ['2', 'Thôn Hai', 'Hộ', 5] },
    { cells: [null, null, 'Nhân khẩu', 17] },
  ],
};

/** The same with more rows of figures than a page holds, and as many columns of them as are wished. */
export function longPaper(rows: number, figures = 3): OfficialPaper {
  const places = Array.from({ length: figures }, (_, place) => place);
  return {
    ...samplePaper,
    head: [[{ text: 'STT' }, { text: 'Đơn vị' }, ...places.map(() => ({ text: 'Nhân khẩu hộ nghèo' }))]],
    columns: [{ number: 'A', kind: 'no' }, { number: 'B', kind: 'text' }, ...places.map((place) => ({ number: String(place + 1), kind: 'integer' as const }))],
    rows: Array.from({ length: rows }, (_, row) => ({ cells: [String(row + 1), `Xã số ${row + 1}`, ...places.map((place) => row * 1000 + place)] })),
  };
}
