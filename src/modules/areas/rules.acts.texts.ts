import { fill, type Text } from '#kernel/text.ts';
import type { ActRequest, Consequences } from './contract.acts.ts';

const titles = {
  rename: { vi: 'Đổi tên, loại: {first}', en: 'New name or kind: {first}' },
  move_villages: { vi: 'Chuyển thôn: {moved}', en: 'Villages moved: {moved}' },
  merge_villages: { vi: 'Nhập thôn: {ends} thành {begins}', en: 'Villages merged: {ends} into {begins}' },
  split_village: { vi: 'Tách thôn: {ends} thành {begins}', en: 'Village split: {ends} into {begins}' },
  merge_communes: { vi: 'Nhập xã: {ends} thành {begins}', en: 'Communes merged: {ends} into {begins}' },
  split_commune: { vi: 'Tách xã: {ends} thành {begins}', en: 'Commune split: {ends} into {begins}' },
  move_commune: { vi: 'Chuyển tỉnh: {moved}', en: 'Moved to another province: {moved}' },
} as const satisfies Record<ActRequest['kind'], Text>;

/** The first few of many names. */
export const listed = (names: readonly string[]): string => names.slice(0, 4).join(', ') + (names.length > 4 ? ` (+${names.length - 4})` : '');

/** What an act did, in one line. */
export function titleOf(kind: string, { ends, begins, moves }: Pick<Consequences, 'ends' | 'begins' | 'moves'>): Text {
  const spec = titles[kind as ActRequest['kind']];
  const slots = {
    ends: listed(ends.map(({ name }) => name)),
    begins: listed(begins.map(({ name }) => name)),
    first: listed(moves.map(({ from, to }) => `${from} → ${to}`)),
    moved: listed(moves.filter(({ from, to }) => from !== to).map(({ area, to }) => `${area.name} → ${to}`)),
  };
  return { vi: fill(spec.vi, slots), en: fill(spec.en, slots) };
}

export const notes = {
  sameNames: {
    vi: '{commune} sẽ có {count} thôn cùng tên “{name}”. Hãy đổi tên theo nghị quyết, nếu không danh sách nhập sau này không phân biệt được.',
    en: '{commune} will have {count} villages named “{name}”. Rename them by the resolution, or later lists cannot tell them apart.',
  },
  seeLess: {
    vi: '{count} người dùng sẽ chỉ còn thấy phần còn lại của địa bàn cũ. Ai phụ trách phần kia cần được cấp vị trí công tác mới; trong lúc chờ, họ không thấy gì thêm.',
    en: '{count} users will see only the remainder of their old area. Whoever works in the other part needs a new post; until then they see nothing more than before.',
  },
  seeMore: {
    vi: '{count} người dùng sẽ thấy cả phần đất nhập thêm, vì vị trí công tác của họ theo đơn vị mới. Hãy xem lại ai còn phụ trách.',
    en: '{count} users will also see the land that joins, since their posts follow the new unit. Check who still works there.',
  },
  statistics: {
    vi: '{count} số liệu công bố ở lại với đơn vị cũ; số công bố của đơn vị mới phải nhập riêng, chương trình không tự cộng hay chia.',
    en: '{count} published figures stay with the old units; those of the new ones are entered apart, nothing is added up or divided.',
  },
  lists: {
    vi: '{count} mục trong danh mục đặc thù ở lại với đơn vị cũ và chỉ còn hiệu lực trên phần đất cũ.',
    en: '{count} entries of special lists stay with the old units and bind their old land only.',
  },
  outline: {
    vi: 'Chưa có ranh giới của xã mới; trên bản đồ, số liệu của xã nằm trong bảng.',
    en: 'There is no outline of the new commune; on maps its figures are in the table.',
  },
} as const satisfies Record<string, Text>;

/** What the rows of a table are, in the order in which they are told. */
const records: Readonly<Record<string, Text>> = {
  household: { vi: 'hộ', en: 'households' },
  class_record: { vi: 'lần phân loại hộ', en: 'classes of households' },
  household_event: { vi: 'biến động của hộ', en: 'events of households' },
  household_absence: { vi: 'hộ vắng trong danh sách', en: 'absences from lists' },
  household_ledger_closing: { vi: 'lần chốt sổ theo dõi', en: 'closings of the ledger' },
  household_ledger_line: { vi: 'dòng của sổ đã chốt', en: 'lines of a closed ledger' },
  member_correction: { vi: 'đề nghị sửa thông tin', en: 'corrections' },
  duplicate_person: { vi: 'người ghi ở hai hộ', en: 'persons in two households' },
  duplicate_search: { vi: 'lần tìm hộ trùng', en: 'searches for duplicates' },
  house_place: { vi: 'vị trí nhà', en: 'places of houses' },
  house_photo: { vi: 'ảnh nhà', en: 'photographs of houses' },
  village_place: { vi: 'vị trí thôn', en: 'places of the village' },
  import_run: { vi: 'lượt nhập', en: 'imports' },
  coverage: { vi: 'phạm vi danh sách', en: 'coverages of lists' },
  round: { vi: 'đợt rà soát', en: 'rounds' },
  statistic: { vi: 'số công bố', en: 'published figures' },
  special_list: { vi: 'danh mục đặc thù', en: 'special lists' },
  special_list_unit: { vi: 'mục của danh mục đặc thù', en: 'entries of special lists' },
  scenario: { vi: 'phương án chính sách', en: 'scenarios' },
  post: { vi: 'vị trí công tác', en: 'posts' },
};

/** Which records there are, how many, and by what a few of each are known: `2 hộ (12, 15); 1 vị trí công tác (Lê Thị Hoa)`, in English `households: 2 (12, 15); …`. */
export function recordsNamed(found: readonly { table: string; count: number; such: readonly string[] }[]): Text {
  const known = Object.entries(records).flatMap(([table, name]) => found.filter((rows) => rows.table === table).map((rows) => ({ ...rows, name })));
  // What the program keeps beside them is told of where nothing else is.
  const told = known.length > 0 ? known : [{ count: found.reduce((all, { count }) => all + count, 0), such: [], name: { vi: 'bản ghi khác', en: 'other records' } }];
  const examples = ({ such }: (typeof told)[number]): string => (such.length === 0 ? '' : ` (${such.slice(0, 4).join(', ')}${such.length > 4 ? ', …' : ''})`);
  return {
    vi: told.map((rows) => `${rows.count} ${rows.name.vi}${examples(rows)}`).join('; '),
    en: told.map((rows) => `${rows.name.en}: ${rows.count}${examples(rows)}`).join('; '),
  };
}
