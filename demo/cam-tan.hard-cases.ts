/** Made-up households of Cẩm Tân at the end of 2025, each to show one hard case. */
import { plainDate } from '#kernel/plain-date.ts';
import type { Text } from '#kernel/text.ts';
import type { HouseholdIntake, MemberIntake, Sex } from '#modules/households/contract.intake.ts';
import { Facts } from '#modules/standards/contract.facts.ts';
import { answers, household, type Lines } from './facts.ts';
import { codes2022 } from './forms-2022.ts';
import { unrealProvince } from './people.ts';

/** What a household of the demonstration is good for showing. `differs`: our class is not the stated one. */
export interface HardCase {
  place: string;
  number: string;
  shows: Text;
  differs: boolean;
}

interface Told {
  shows: Text;
  members: MemberIntake[];
  stated: HouseholdIntake['stated'];
  facts: Partial<Facts>;
  rest?: Partial<HouseholdIntake>;
  differs?: true;
}

function person(name: string, relation: string, sex: Sex | null, birth: string | null, idNumber: string | null = null): MemberIntake {
  return { name, head: relation === 'Chủ hộ', relation, sex, birth, ethnicity: 'Mường', idNumber };
}

const couple = (husband: string, wife: string, year: number): MemberIntake[] => [
  person(husband, 'Chủ hộ', 'male', `${year}-03-12`),
  person(wife, 'Vợ', 'female', `${year + 2}-09-05`),
];

const village = 'Thôn Phi Long';
const decision = { number: '01/QĐ-UBND (mô phỏng)', day: plainDate('2025-12-12') };

/** The form with these deprivations; the `unknown` ones are left blank. */
function form(deprived: readonly string[], unknown: readonly string[] = []): Facts['indicators'] {
  return Object.fromEntries(Object.entries(answers(codes2022, new Set(deprived))).filter(([code]) => !unknown.includes(code)));
}

const noneOfIt = {
  workIsRegular: false,
  trainedByEmployer: false,
  allowanceAsElderlyOrDisabled: false,
  lowHeightForAge: false,
  lowWeightForAge: false,
  healthInsurance: true,
};
const grownUp = { ...noneOfIt, attending: 'none', ofWorkingAge: true, ableToWork: true, wantsWork: true };
const child = { ...noneOfIt, work: 'none', ofWorkingAge: false, ableToWork: false, wantsWork: false };

/** A family of which the answers alone tell every indicator. */
const fullAnswers = (income: number): Partial<Facts> =>
  Facts.parse({
    income,
    people: 4,
    members: [
      { ...grownUp, birth: '1986-02-11', completed: 'lower_secondary', healthInsurance: false, work: 'wage_without_contract' },
      { ...grownUp, birth: '1988-07-30', completed: 'primary', work: 'own_work', workIsRegular: true },
      { ...child, birth: '2013-01-19', attending: 'lower_secondary', completed: 'primary', lowHeightForAge: true },
      { ...child, birth: '2020-10-08', attending: 'none', completed: 'none' },
    ],
    house: { wallsDurable: true, columnsDurable: true, roofDurable: false, floorArea: 52 },
    waterSource: 'other',
    latrine: 'septic',
    usesInternet: true,
    informationMeans: ['television', 'smartphone'],
  });

/** Incomes at and around the line. */
const atTheLine = ({ criterion }: Lines): Told[] => [
  {
    shows: { vi: 'Thu nhập đúng bằng chuẩn, thiếu hụt đúng ba chỉ số', en: 'Income exactly at the line, exactly three deprivations' },
    members: couple('Bùi Văn Sơn', 'Quách Thị Mùi', 1979),
    stated: 'poor',
    facts: { income: criterion, indicators: form(['NO1', 'NS2', 'TT1']) },
  },
  {
    shows: { vi: 'Thu nhập vừa vượt chuẩn, dù thiếu hụt bốn chỉ số', en: 'Income just above the line, in spite of four deprivations' },
    members: couple('Trương Văn Lực', 'Bùi Thị Thơm', 1983),
    stated: 'average',
    facts: { income: criterion + 10_000, indicators: form(['VL1', 'NO1', 'NS1', 'TT2']) },
  },
];

/** Lists and forms that do not agree, with each other or with themselves. */
const contradictions = (copiedB1: number): Told[] => [
  {
    shows: { vi: 'Danh sách ghi hộ nghèo, chưa có quyết định; theo phiếu là hộ cận nghèo', en: 'Listed as poor without a decision; near-poor by its form' },
    members: couple('Phạm Văn Điền', 'Hà Thị Nhàn', 1975),
    stated: 'poor',
    facts: { copiedB1, indicators: form(['NS2', 'TT1']) },
    differs: true,
  },
  {
    shows: { vi: 'Quyết định công nhận hộ cận nghèo; theo phiếu là hộ nghèo', en: 'Near-poor by decision; poor by its form' },
    members: couple('Cao Văn Thuận', 'Trương Thị Đào', 1981),
    stated: 'near_poor',
    facts: { copiedB1, indicators: form(['VL1', 'NO2', 'NS1', 'NS2']) },
    rest: { decision: { ...decision, number: '02/QĐ-UBND (mô phỏng)' } },
    differs: true,
  },
  {
    shows: { vi: 'Tổng điểm B2 chép lại không khớp với các chỉ số', en: 'The copied B2 sum contradicts the indicators' },
    members: couple('Phạm Văn Hoạt', 'Quách Thị Cúc', 1984),
    stated: 'poor',
    facts: { copiedB1, copiedB2: 20, indicators: form(['VL1', 'NS1', 'NS2', 'TT1']) },
    rest: { decision },
  },
];

/** Forms with blanks. */
const unknowns = (copiedB1: number): Told[] => [
  {
    shows: { vi: 'Bỏ trống ba chỉ số: chưa đủ căn cứ', en: 'Three indicators left blank: insufficient basis' },
    members: couple('Quách Văn Năm', 'Phạm Thị Sen', 1970),
    stated: null,
    facts: { copiedB1, indicators: form(['NO1', 'NS2'], ['YT2', 'GD1', 'TT1']) },
  },
  {
    shows: { vi: 'Bỏ trống hai chỉ số nhưng không ảnh hưởng kết quả', en: 'Two indicators left blank, which changes nothing' },
    members: couple('Hà Văn Tư', 'Bùi Thị Lụa', 1968),
    stated: 'poor',
    facts: { copiedB1, indicators: form(['VL1', 'NO1', 'NS2', 'TT1'], ['YT1', 'TT2']) },
    rest: { decision },
  },
  {
    shows: { vi: 'Chỉ có tổng điểm B1, B2 chép từ phiếu giấy', en: 'Only the sums of B1 and B2 copied from paper' },
    members: couple('Bùi Văn Cảnh', 'Cao Thị Tý', 1977),
    stated: 'poor',
    facts: { copiedB1, copiedB2: 40 },
    rest: { decision },
  },
  {
    shows: { vi: 'Không rõ thu nhập và điểm B1: chưa đủ căn cứ', en: 'Neither income nor B1 known: insufficient basis' },
    members: couple('Trương Văn Tạo', 'Đinh Thị Nụ', 1972),
    stated: null,
    facts: { indicators: form(['VL1', 'NO1', 'NS2', 'TT1']) },
  },
  {
    shows: {
      vi: 'Bảy nhân khẩu nhưng danh sách mới ghi ba người, một người chưa rõ năm sinh',
      en: 'Seven people of whom only three are listed, one without a year of birth',
    },
    members: [
      person('Quách Văn Định', 'Chủ hộ', 'male', '1974'),
      person('Bùi Thị Loan', 'Vợ', 'female', '1978'),
      person('Quách Thị Mận', 'Con', null, null),
    ],
    stated: 'near_poor',
    facts: { copiedB1, people: 7, indicators: form(['NO2']) },
    rest: { size: 7 },
  },
];

/** Households that are of several groups, or of one person, or told in full. */
const groups = ({ criterion }: Lines, copiedB1: number): Told[] => [
  {
    shows: {
      vi: 'Hộ thuộc cả ba nhóm: dân tộc thiểu số, không có khả năng lao động, có thành viên là người có công',
      en: 'Of three groups at once: ethnic minority, without labour, with a member of merit',
    },
    members: [person('Hà Văn Bảy', 'Chủ hộ', 'male', '1947'), person('Trương Thị Nhung', 'Vợ', 'female', '1951')],
    stated: 'poor',
    facts: { copiedB1, copiedB2: 40, indicators: form(['VL2', 'NO1', 'NS2', 'TT1']) },
    rest: { decision, groups: { minority: true, noLabour: true, merit: true } },
  },
  {
    shows: { vi: 'Cụ bà sống một mình, không có khả năng lao động', en: 'An old woman living alone, without labour' },
    members: [person('Bùi Thị Sáu', 'Chủ hộ', 'female', '1939')],
    stated: 'poor',
    facts: { copiedB1: copiedB1 - 30, copiedB2: 50, indicators: form(['VL2', 'NO1', 'NS2', 'TT1', 'TT2']) },
    rest: { decision, groups: { minority: true, noLabour: true, merit: false }, causes: ['Thiếu lao động'] },
  },
  {
    shows: { vi: 'Phiếu trả lời đầy đủ: mọi chỉ số đều tính ra từ câu trả lời', en: 'A fully answered form: every indicator is worked out of the answers' },
    members: [
      person('Phạm Văn Khang', 'Chủ hộ', 'male', '1986-02-11', `${unrealProvince}086390001`),
      person('Cao Thị Vân', 'Vợ', 'female', '1988-07-30', `${unrealProvince}188390002`),
      person('Phạm Minh Khôi', 'Con', 'male', '2013-01-19'),
      person('Phạm Bảo An', 'Con', 'female', '2020-10-08'),
    ],
    stated: 'poor',
    facts: fullAnswers(criterion - 320_000),
    // The first is worded as no official cause is.
    rest: { decision, causes: ['Đông con', 'Thiếu vốn sản xuất, kinh doanh'] },
  },
];

function casesUnder(lines: Lines): (HardCase & { household: HouseholdIntake })[] {
  const copiedB1 = lines.b1Criterion - 20;
  const told = [...atTheLine(lines), ...contradictions(copiedB1), ...unknowns(copiedB1), ...groups(lines, copiedB1)];
  return told.map(({ shows, members, stated, facts, rest, differs = false }, index) => {
    const number = `CT-K${String(index + 1).padStart(2, '0')}`;
    const common = { village, groups: { minority: true, noLabour: false, merit: false } };
    return { place: 'cam-tan-2025', number, shows, differs, household: household(number, members, stated, facts, { ...common, ...rest }) };
  });
}

/** The households themselves, for the list. */
export const hardCases2025 = (lines: Lines): HouseholdIntake[] => casesUnder(lines).map(({ household: one }) => one);

/** What each of them shows. */
export const hardCasesOfCamTan = (lines: Lines): HardCase[] => casesUnder(lines).map(({ household: _, ...told }) => told);
