import { bilingual } from '#web/i18n/bilingual.ts';

export const roundsTexts = bilingual({
  vi: {
    yearly: 'Đợt rà soát năm {year}',
    monthly: 'Đợt rà soát tháng {month}/{year}',
    several: '{n} đợt rà soát trong kỳ',
    none: 'Chưa có đợt rà soát trong kỳ này',
    standard: 'chuẩn {document}',
    where: '{area}, số liệu đến ngày {day}.',
    withData: 'Kỳ có đợt rà soát',
    open: {
      button: 'Mở đợt rà soát',
      title: 'Mở đợt rà soát kỳ {period}',
      area: 'Địa bàn của đợt',
      areaWhy: 'Mọi xã trong địa bàn dùng chung đợt này; một hộ chỉ được đếm trong một đợt.',
      standard: 'Chuẩn chính thức',
      standardWhy: 'Đề xuất chuẩn có hiệu lực vào ngày cuối kỳ; hãy đối chiếu với văn bản hướng dẫn của đợt.',
      save: 'Mở đợt',
      done: 'Đã mở đợt rà soát kỳ {period} của {area}.',
    },
  },
  en: {
    yearly: 'Review of {year}',
    monthly: 'Review of {month}/{year}',
    several: '{n} reviews in the period',
    none: 'No review in this period yet',
    standard: 'standard of {document}',
    where: '{area}, as of {day}.',
    withData: 'Periods with a review',
    open: {
      button: 'Open a review round',
      title: 'Open a review round for {period}',
      area: 'Area of the review',
      areaWhy: 'All communes in the area share it; a household is counted in one review only.',
      standard: 'Official standard',
      standardWhy: 'Proposed is the standard in force on the last day of the period; compare it with the instructions for the review.',
      save: 'Open',
      done: 'The review of {area} for {period} is open.',
    },
  },
});
