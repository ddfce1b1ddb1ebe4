import { showRate } from '#kernel/show.ts';
import { fill, type Text } from '#kernel/text.ts';
import type { CarriedOver, Reason } from './contract.ts';

/** What stands in the cell of a paper, and why. */
const words: Readonly<Record<Reason['code'], { short: Text; long: Text }>> = {
  not_published: {
    short: { vi: 'chưa công bố', en: 'not published' },
    long: { vi: 'Chưa công bố: không có nguồn nào công bố số liệu này cho địa bàn và thời điểm này.', en: 'Not published: no source gives this figure for this area and day.' },
  },
  not_listed: {
    short: { vi: 'chưa công bố', en: 'not published' },
    long: { vi: 'Chưa công bố: danh sách của đợt rà soát ở địa bàn này không có loại hộ này.', en: 'Not published: the list of this round in this area does not hold households of this class.' },
  },
  not_asked: {
    short: { vi: '–', en: '–' },
    long: { vi: 'Danh sách của đợt rà soát ở địa bàn này không ghi chỉ số này.', en: 'The list of this round in this area does not tell this indicator.' },
  },
  partly: {
    short: { vi: '–', en: '–' },
    long: { vi: 'Mới biết ở {known} trong {units} đơn vị, nên chưa cộng thành số của địa bàn.', en: 'Known for {known} of {units} units only, so it is not added up for the area.' },
  },
  no_round: {
    short: { vi: '–', en: '–' },
    long: { vi: 'Không có đợt rà soát nào của địa bàn này vào thời điểm này.', en: 'There is no round of review of this area on this day.' },
  },
  no_data: {
    short: { vi: '–', en: '–' },
    long: { vi: 'Chưa có dữ liệu: chương trình chưa ghi nhận việc công nhận này.', en: 'No data yet: this recognition is not on record.' },
  },
  size_unknown: {
    short: { vi: '–', en: '–' },
    long: { vi: 'Còn {households} hộ chưa rõ số nhân khẩu.', en: 'The size of {households} households is not known.' },
  },
  not_told: {
    short: { vi: 'không hỏi', en: 'not asked' },
    long: { vi: 'Danh sách của đợt rà soát ở địa bàn này không hỏi thông tin này.', en: 'The list of this round in this area does not ask for this.' },
  },
  unclear: {
    short: { vi: '{households} hộ chưa rõ', en: '{households} not known' },
    long: { vi: 'Còn {households} hộ mà danh sách chưa cho biết thông tin này, nên chưa cộng thành số.', en: 'Of {households} households the list does not tell this, so there is no sum.' },
  },
  no_households: {
    short: { vi: '–', en: '–' },
    long: { vi: 'Không có hộ nào để tính tỷ lệ.', en: 'There are no households to work out a share of.' },
  },
  not_compared: {
    short: { vi: '–', en: '–' },
    long: { vi: 'Chưa có danh sách kỳ trước của địa bàn này với loại hộ này để so sánh.', en: 'There is no earlier list of this area with this class to compare with.' },
  },
  change_unknown: {
    short: { vi: '–', en: '–' },
    long: {
      vi: 'Còn {households} hộ chưa rõ diễn biến: danh sách kỳ trước không có đủ hai loại hộ nghèo, cận nghèo, hoặc hộ chưa đủ căn cứ phân loại.',
      en: 'How {households} households changed is not known: the list before does not hold both classes, or their class was not settled.',
    },
  },
  not_standing: {
    short: { vi: '–', en: '–' },
    long: { vi: 'Địa bàn này chưa có, hoặc không còn, vào ngày của bản đồ.', en: 'This area did not yet stand on the day of the map, or stood no more.' },
  },
  not_placed: {
    short: { vi: '–', en: '–' },
    long: { vi: 'Còn {villages} thôn chưa rõ nằm ở đơn vị nào trên bản đồ của ngày được chọn.', en: 'Of {villages} villages it is not known in which unit they lay on the map of the day chosen.' },
  },
  no_lineage: {
    short: { vi: '–', en: '–' },
    long: {
      vi: 'Chưa rõ đơn vị này được lập từ những đơn vị nào của ngày số liệu.',
      en: 'It is not on record which units of the day of the data this unit was made from.',
    },
  },
  outside_post: {
    short: { vi: '–', en: '–' },
    long: {
      vi: 'Số liệu của đơn vị cũ nằm một phần ngoài địa bàn mà vị trí công tác của anh, chị phụ trách, nên không chia ra.',
      en: 'The figure is of an old unit that lies partly outside the area of your post, so it is not shared out.',
    },
  },
};

/** How a figure came over from units of another day, in a sentence; `names` are those of the units, in the order of `origins`. */
export function carriedText({ estimated, from }: CarriedOver, names: readonly string[]): Text {
  const list = (language: 'vi' | 'en'): string => {
    const shown = from.slice(0, namedUnits).map(({ origin, share }) => (share < 1 ? `${names[origin]} ≈ ${showRate(Math.round(share * 10_000), language)} %` : names[origin]!));
    const rest = from.length - shown.length;
    return [...shown, ...(rest > 0 ? [language === 'vi' ? `và ${rest} đơn vị khác` : `and ${rest} others`] : [])].join(', ');
  };
  return estimated
    ? {
        vi: `Ước tính: chia số của đơn vị cũ theo phần đất, không phải phần dân (${list('vi')}).`,
        en: `Estimated: figures of old units shared out by land, which is no share of people (${list('en')}).`,
      }
    : { vi: `Đúng số, cộng từ: ${list('vi')}.`, en: `Exact, added up from: ${list('en')}.` };
}

/** So many units are named in a sentence; a longer list is no longer read. */
const namedUnits = 12;

/** Why a figure is not known, in a sentence. */
export const reasonText = ({ code, details }: Reason): Text => ({ vi: fill(words[code].long.vi, details), en: fill(words[code].long.en, details) });

/** What stands in the cell instead of the figure. */
export const cellText = ({ code, details }: Reason): Text => ({ vi: fill(words[code].short.vi, details), en: fill(words[code].short.en, details) });
