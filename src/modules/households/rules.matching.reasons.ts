/** The findings of a comparison as sentences that an officer can check against the papers. */
import { showPartOfDate } from '#kernel/plain-date.ts';
import { fill, type Text } from '#kernel/text.ts';
import type { Birth } from './contract.intake.ts';
import type { Reason } from './contract.matching.ts';
import type { Comparison, Finding, Person } from './rules.matching.ts';
import { weights } from './rules.matching.weights.ts';

type Sentences = { [Feature in keyof typeof weights]: Record<keyof (typeof weights)[Feature], Text | null> };

const sentences: Sentences = {
  name: {
    same: { vi: 'Cùng họ tên: {one}', en: 'The same name: {one}' },
    typed: { vi: 'Cùng họ tên, một bên gõ lỗi bộ gõ hoặc phông chữ: {one} / {other}', en: 'The same name, mistyped by keyboard or font on one side: {one} / {other}' },
    unmarked: { vi: 'Tên giống nhau sau khi bỏ dấu: {one} / {other}', en: 'The same name without diacritics: {one} / {other}' },
    marks: { vi: 'Tên chỉ khác dấu: {one} / {other}', en: 'The names differ in diacritics only: {one} / {other}' },
    spaced: { vi: 'Tên chỉ khác chỗ cách chữ: {one} / {other}', en: 'The names differ in spacing only: {one} / {other}' },
    order: { vi: 'Tên cùng các chữ, khác thứ tự: {one} / {other}', en: 'The same words of the name in another order: {one} / {other}' },
    middle: { vi: 'Cùng họ và tên, một bên thiếu tên đệm: {one} / {other}', en: 'The same family and given name, a middle name left out: {one} / {other}' },
    initials: { vi: 'Cùng tên, một bên viết tắt: {one} / {other}', en: 'The same name, shortened on one side: {one} / {other}' },
    spelling: { vi: 'Tên lệch một chữ cái: {one} / {other}', en: 'The names are one letter apart: {one} / {other}' },
    middle_other: { vi: 'Khác tên đệm: {one} / {other}', en: 'Different middle names: {one} / {other}' },
    given: { vi: 'Chỉ giống tên gọi, khác họ: {one} / {other}', en: 'Only the given name is the same: {one} / {other}' },
    other: { vi: 'Khác họ tên: {one} / {other}', en: 'Different names: {one} / {other}' },
  },
  birth: {
    day: { vi: 'Cùng ngày sinh: {birth}', en: 'The same day of birth: {birth}' },
    swapped: { vi: 'Ngày và tháng sinh đảo chỗ: {birth} / {otherBirth}', en: 'Day and month of birth swapped: {birth} / {otherBirth}' },
    year: { vi: 'Năm sinh khớp, ngày không rõ: {birth} / {otherBirth}', en: 'The year of birth agrees, the day is not known: {birth} / {otherBirth}' },
    part: { vi: 'Cùng năm sinh, lệch ngày hoặc tháng: {birth} / {otherBirth}', en: 'The same year of birth, day or month differ: {birth} / {otherBirth}' },
    same_year: { vi: 'Cùng năm sinh nhưng khác cả ngày và tháng: {birth} / {otherBirth}', en: 'The same year of birth, both day and month differ: {birth} / {otherBirth}' },
    slip: { vi: 'Cùng ngày và tháng, năm sinh lệch một: {birth} / {otherBirth}', en: 'The same day and month, the year one off or mistyped: {birth} / {otherBirth}' },
    next_year: { vi: 'Năm sinh lệch một năm (có thể do tuổi mụ): {birth} / {otherBirth}', en: 'Years of birth one apart, as when age is counted from conception: {birth} / {otherBirth}' },
    other: { vi: 'Khác năm sinh: {birth} / {otherBirth}', en: 'Different years of birth: {birth} / {otherBirth}' },
    unknown: { vi: 'Một bên không ghi ngày sinh', en: 'One side has no birth' },
  },
  sex: { same: null, other: { vi: 'Khác giới tính', en: 'Different sexes' }, unknown: null },
  number: {
    same: { vi: 'Cùng số giấy tờ', en: 'The same identity number' },
    slip: { vi: 'Số giấy tờ lệch một chữ số', en: 'The identity numbers are one digit apart' },
    other: { vi: 'Hai số giấy tờ khác nhau', en: 'Two different identity numbers' },
    kinds: { vi: '9 số CMND khác loại với 12 số CCCD nên không so được', en: 'A number of 9 digits cannot be compared with one of 12' },
    implies: { vi: 'Năm sinh của bên kia đúng như số định danh cho biết', en: 'The year of birth on the other side is the one that the identity number tells' },
    unknown: null,
  },
  ethnicity: { same: null, other: { vi: 'Khác dân tộc', en: 'Different ethnicities' }, unknown: null },
  place: { village: { vi: 'Cùng thôn', en: 'The same village' }, commune: { vi: 'Cùng xã, khác thôn', en: 'The same commune, different villages' }, elsewhere: { vi: 'Khác xã', en: 'Different communes' } },
  role: { heads: null, one_head: { vi: 'Một bên là chủ hộ, bên kia thì không', en: 'Head of household on one side only' }, members: null },
  around: {
    several: { vi: 'Nhiều thành viên khác của hai hộ cũng giống nhau', en: 'Several other members of both households are alike too' },
    one: { vi: 'Một thành viên khác của hai hộ cũng giống nhau', en: 'Another member of both households is alike too' },
    none: { vi: 'Các thành viên khác của hai hộ không giống ai', en: 'No other members of the two households are alike' },
    unknown: null,
  },
};

const common: Text = { vi: 'Tên này nhiều người mang, nên ít sức chứng minh', en: 'Many bear this name, so it proves little' };

/** As precise as the paper is: `17/05/1986`, `05/1986`, `1986`. */
const showBirth = (birth: Birth | null): string => (birth === null ? '?' : showPartOfDate(birth));

const speaks = (bits: number): Reason['speaks'] => (bits > 0 ? 'for' : bits < -1 ? 'against' : 'neither');

/** What speaks for and against two records being one person's, the weightiest first. */
export function reasonsOf({ findings }: Pick<Comparison, 'findings'>, one: Person, other: Person): Reason[] {
  const slots = { one: one.name, other: other.name, birth: showBirth(one.birth), otherBirth: showBirth(other.birth) };
  const sentenceOf = ({ feature, level }: Finding): Text | null => (sentences[feature] as Record<string, Text | null>)[level] ?? null;
  return [...findings]
    .sort((a, b) => Math.abs(b.bits) - Math.abs(a.bits))
    .flatMap((finding): Reason[] => {
      const sentence = sentenceOf(finding);
      if (!sentence) return [];
      const reason: Reason = { speaks: speaks(finding.bits), text: { vi: fill(sentence.vi, slots), en: fill(sentence.en, slots) } };
      return finding.feature === 'name' && finding.bits < weights.name[finding.level] - 1 ? [reason, { speaks: 'neither', text: common }] : [reason];
    });
}
