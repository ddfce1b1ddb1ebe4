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

/** What an act did, in one line. */
export function titleOf(kind: string, { ends, begins, moves }: Pick<Consequences, 'ends' | 'begins' | 'moves'>): Text {
  const spec = titles[kind as ActRequest['kind']];
  const listed = (names: readonly string[]): string => names.slice(0, 4).join(', ') + (names.length > 4 ? ` (+${names.length - 4})` : '');
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
