/** What an import says of a household or a person: rows that do not fit together, or that are there twice. */
import { asFound, type CellIssueSpec } from './rules.issue-spec.ts';

const theHead = { vi: '{head}', en: '{head}' } as const;

export const householdIssues = {
  'sheet.village-row': {
    severity: 'warning',
    vi: 'Lấy “{found}” làm thôn của các hộ ở dưới dòng này, nơi cột thôn để trống.',
    en: '“{found}” is taken as the village of the households below this row wherever theirs is blank.',
    found: asFound,
    expected: { vi: 'tên thôn của các hộ ở dưới', en: 'the village of the households below' },
  },
  'household.conflict': {
    severity: 'error',
    vi: 'Hộ {head} có hai giá trị khác nhau: “{found}” ở dòng này và “{other}” ở dòng {otherRow}. Hãy ghi giống nhau, hoặc chỉ ghi ở dòng chủ hộ.',
    en: 'The household of {head} has two values: “{found}” in this row and “{other}” in row {otherRow}. Make them the same, or give it in the row of the head alone.',
    found: asFound,
    expected: { vi: '“{other}” như dòng {otherRow}, hoặc để trống', en: '“{other}” as in row {otherRow}, or blank' },
  },
  'household.no-head': {
    severity: 'error',
    vi: 'Không biết chủ hộ của {name} ở dòng này. Dòng đầu của mỗi hộ phải là chủ hộ.',
    en: 'The head of the household of {name} is not known. The first row of a household must be its head.',
    found: asFound,
    expected: { vi: '{word}, ở dòng đầu của hộ', en: '{word} (head), in the first row of the household' },
  },
  'household.head-not-listed': {
    severity: 'warning',
    vi: 'Chủ hộ {head} không có dòng riêng trong danh sách thành viên; hộ được ghi với chủ hộ chưa rõ ngày sinh, giới tính.',
    en: 'The head {head} has no row among the members; the household is kept with a head whose birth and sex are unknown.',
    found: theHead,
    expected: { vi: 'một dòng riêng của {head} trong hộ', en: 'a row of {head}’s own in the household' },
  },
  'household.too-many': {
    severity: 'error',
    vi: 'Hộ {head} có {rows} dòng thành viên, hơn {most}. Có thể thiếu dòng chủ hộ của hộ sau.',
    en: 'The household of {head} has {rows} rows of members, more than {most}. The head of the next one may be missing.',
    found: { vi: '{rows} dòng thành viên', en: '{rows} rows' },
    expected: { vi: 'nhiều nhất {most} thành viên', en: 'at most {most} members' },
  },
  'household.fewer-than-rows': {
    severity: 'error',
    vi: 'Hộ {head} ghi {found} nhân khẩu nhưng có {rows} dòng thành viên. Hãy sửa số nhân khẩu, hoặc chuyển dòng của người thuộc hộ khác.',
    en: 'The household of {head} says {found} persons but has {rows} rows. Mend the number, or move the rows of persons of another household.',
    found: asFound,
    expected: { vi: '{rows} trở lên', en: '{rows} or more' },
  },
  'household.more-than-rows': {
    severity: 'warning',
    vi: 'Hộ {head} ghi {found} nhân khẩu nhưng chỉ có {rows} dòng thành viên; những người còn lại là chưa rõ.',
    en: 'The household of {head} says {found} persons but has only {rows} rows; of the others nothing is known.',
    found: asFound,
    expected: { vi: '{rows}, hoặc thêm đủ dòng cho {found} người', en: '{rows}, or a row for each of {found}' },
  },
  'household.twice': {
    severity: 'error',
    vi: 'Hộ {head} đã có ở “{where}” (cùng họ tên, ngày sinh và thôn). Nếu là một hộ, hãy xoá bớt; nếu là hai hộ, hãy ghi mã hộ hoặc số CCCD của cả hai.',
    en: 'The household of {head} is already in “{where}” (same name, birth and village). If it is the same, remove one; if they are two, give both a household number or an ID number.',
    found: theHead,
    expected: { vi: 'mỗi hộ ghi một lần', en: 'each household once' },
  },
  'household.perhaps-twice': {
    severity: 'warning',
    vi: 'Hộ {head} trùng họ tên và thôn với hộ ở “{where}”. Nếu là một hộ, hãy xoá bớt; nếu là hai hộ, hãy ghi ngày sinh, mã hộ hoặc số CCCD để phân biệt.',
    en: 'The household of {head} has the name and village of that in “{where}”. If it is the same, remove one; if they are two, give births, household numbers or ID numbers to tell them apart.',
    found: theHead,
    expected: { vi: 'mỗi hộ ghi một lần', en: 'each household once' },
  },
  'household.number-twice': {
    severity: 'error',
    vi: 'Mã hộ {found} đã dùng ở “{where}”. Mỗi hộ phải có một mã riêng.',
    en: 'The household number {found} is already used in “{where}”. Each household needs its own.',
    found: asFound,
    expected: { vi: 'một mã chưa dùng cho hộ khác', en: 'a number that no other household has' },
  },
  'household.two-lists': {
    severity: 'error',
    vi: 'Hộ {head} có tên trong danh sách này nhưng ở “{where}” lại là “{class}”. Hãy bỏ tên ở một danh sách, hoặc sửa phân loại.',
    en: 'The household of {head} is on this list, but in “{where}” it is “{class}”. Take it off one of the lists, or mend its class.',
    found: theHead,
    expected: { vi: 'chỉ có tên ở một danh sách', en: 'on one of the lists only' },
  },
  'person.id-twice': {
    severity: 'error',
    vi: 'Số {found} của {name} trùng với {other} ở “{where}”. Mỗi người có một số riêng; hãy đối chiếu giấy tờ.',
    en: 'The number {found} of {name} is also that of {other} in “{where}”. Each person has a number of their own; compare with the cards.',
    found: asFound,
    expected: { vi: 'số trên giấy tờ của {name}, hoặc để trống nếu chưa có', en: 'the number on the card of {name}, or blank if there is none' },
  },
} as const satisfies Record<string, CellIssueSpec>;
