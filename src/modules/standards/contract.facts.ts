import { z } from 'zod';
import { PlainDate } from '#kernel/plain-date.ts';

/** Whether something holds: a blank on the form is unknown, never no. */
export const Answer = z.enum(['yes', 'no', 'unknown']);
export type Answer = z.infer<typeof Answer>;

export const SchoolLevel = z
  .enum([
    'preschool',
    'primary',
    'lower_secondary',
    'upper_secondary',
    'vocational_elementary',
    'vocational_secondary',
    'college',
    'university',
  ])
  .describe('mầm non, tiểu học, THCS, THPT, sơ cấp, trung cấp, cao đẳng, đại học trở lên');
export type SchoolLevel = z.infer<typeof SchoolLevel>;

const YesOrNo = z.boolean().nullable().default(null);

/** One person of the household. Names are not asked for: steps speak of person 1, 2, 3 in the order given. */
export const MemberFacts = z.strictObject({
  birth: z
    .string()
    .regex(/^\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?$/, '1986, 1986-05, 1986-05-17')
    .refine((text) => text.length < 10 || PlainDate.safeParse(text).success, 'YYYY-MM-DD')
    .nullable()
    .default(null)
    .describe('Ngày, tháng hoặc năm sinh'),
  age: z.int().min(0).max(130).nullable().default(null).describe('Tuổi tròn vào ngày rà soát; chỉ dùng khi không có ngày sinh'),
  attending: z
    .union([SchoolLevel, z.literal('none')])
    .nullable()
    .default(null)
    .describe('Cấp học đang học; none là không đi học'),
  completed: z
    .union([SchoolLevel, z.literal('none')])
    .nullable()
    .default(null)
    .describe('Trình độ cao nhất đã hoàn thành'),
  trainedByEmployer: YesOrNo.describe('Được doanh nghiệp tuyển dụng và chứng nhận đào tạo nghề tại chỗ'),
  healthInsurance: YesOrNo.describe('Hiện có thẻ bảo hiểm y tế'),
  work: z
    .enum(['none', 'own_work', 'wage_with_contract', 'wage_without_contract'])
    .nullable()
    .default(null)
    .describe('Không có việc; tự làm; làm công ăn lương có hợp đồng; làm công ăn lương không có hợp đồng'),
  workIsRegular: YesOrNo.describe('Việc làm thường xuyên, ổn định'),
  ofWorkingAge: YesOrNo.describe('Trong độ tuổi lao động'),
  ableToWork: YesOrNo.describe('Có khả năng lao động'),
  wantsWork: YesOrNo.describe('Có nhu cầu làm việc'),
  allowanceAsElderlyOrDisabled: YesOrNo.describe('Người cao tuổi, người khuyết tật đang hưởng trợ cấp xã hội hằng tháng'),
  lowHeightForAge: YesOrNo.describe('Suy dinh dưỡng chiều cao theo tuổi'),
  lowWeightForAge: YesOrNo.describe('Suy dinh dưỡng cân nặng theo tuổi'),
  seriouslyIll: YesOrNo.describe('Trong năm bị ốm đau đến mức nằm một chỗ, cần người chăm sóc hoặc nghỉ việc, nghỉ học'),
  treated: YesOrNo.describe('Khi ốm đau như vậy có được khám, chữa bệnh'),
});
export type MemberFacts = z.infer<typeof MemberFacts>;

const HouseFacts = z.strictObject({
  grade: z
    .enum(['permanent', 'semi_permanent', 'less_permanent', 'simple'])
    .nullable()
    .default(null)
    .describe('Kiên cố, bán kiên cố, thiếu kiên cố, đơn sơ'),
  wallsDurable: YesOrNo.describe('Tường làm bằng vật liệu bền chắc'),
  columnsDurable: YesOrNo.describe('Cột làm bằng vật liệu bền chắc'),
  roofDurable: YesOrNo.describe('Mái làm bằng vật liệu bền chắc'),
  floorArea: z.number().min(0).max(100_000).nullable().default(null).describe('Tổng diện tích nhà ở, m²'),
});

export const WaterSource = z
  .enum(['piped', 'drilled_well', 'protected_dug_well', 'protected_spring', 'rain', 'bottled', 'other'])
  .describe('Nước máy; giếng khoan; giếng đào được bảo vệ; khe, mó được bảo vệ; nước mưa; nước đóng chai, bình; nguồn khác');
export const LatrineKind = z
  .enum(['septic', 'pour_flush', 'ventilated_improved', 'double_vault', 'other', 'none'])
  .describe('Tự hoại, bán tự hoại; thấm dội nước; cải tiến có ống thông hơi; hai ngăn; loại khác; không có');
export const InformationMeans = z
  .enum(['television', 'radio', 'desktop_computer', 'telephone', 'laptop', 'tablet', 'smartphone'])
  .describe('Ti vi; đài; máy tính để bàn; điện thoại; máy tính xách tay; máy tính bảng; điện thoại thông minh');

/** No form adds up to more: a larger sum is a slip of the pen. */
export const largestScore = 1000;
const Score = z.int().min(0).max(largestScore).nullable().default(null);

/**
 * What is known of a household: the answers of its form, raw. All of it is optional, and what is left out is unknown. An
 * indicator may be answered on the form (`indicators`), worked out of the rest, or both; a sum copied from a paper is a fact of
 * its own.
 */
export const Facts = z
  .strictObject({
    income: z.int().min(0).max(10_000_000_000).nullable().default(null).describe('Thu nhập bình quân đầu người một tháng, đồng'),
    b1Answers: z
      .record(z.string(), z.union([z.string(), z.array(z.string())]))
      .nullable()
      .default(null)
      .describe('Câu trả lời phiếu B1: mã câu -> mã phương án; câu chọn nhiều thì liệt kê, không có thì danh sách rỗng'),
    copiedB1: Score.describe('Tổng điểm B1 chép từ phiếu giấy'),
    copiedB2: Score.describe('Tổng điểm B2 chép từ phiếu giấy'),
    indicators: z.record(z.string(), Answer).default({}).describe('Trả lời trên phiếu theo mã chỉ số: yes là thiếu hụt'),
    people: z
      .int()
      .min(1)
      .max(100)
      .nullable()
      .default(null)
      .describe('Số nhân khẩu; khi lớn hơn danh sách thành viên thì những người còn lại là chưa rõ'),
    members: z.array(MemberFacts).min(1).max(100).nullable().default(null).describe('Các thành viên'),
    house: HouseFacts.nullable().default(null).describe('Nhà ở'),
    waterSource: WaterSource.nullable().default(null).describe('Nguồn nước chính cho sinh hoạt'),
    waterIsHygienic: YesOrNo.describe('Nguồn nước sinh hoạt hợp vệ sinh'),
    latrine: LatrineKind.nullable().default(null).describe('Loại nhà tiêu'),
    latrineIsHygienic: YesOrNo.describe('Nhà tiêu hợp vệ sinh'),
    usesTelephone: YesOrNo.describe('Có thành viên sử dụng thuê bao điện thoại'),
    usesInternet: YesOrNo.describe('Có thành viên sử dụng dịch vụ internet'),
    informationMeans: z
      .array(InformationMeans)
      .nullable()
      .default(null)
      .describe('Phương tiện tiếp cận thông tin đang có; danh sách rỗng là không có gì'),
    hearsLoudspeaker: YesOrNo.describe('Nghe được hệ thống loa truyền thanh của xã, thôn'),
  })
  .refine(({ people, members }) => people === null || members === null || members.length <= people, {
    path: ['people'],
    message: 'people must not be fewer than the members listed',
  });
export type Facts = z.infer<typeof Facts>;
