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
  },
  en: {
    yearly: 'Review of {year}',
    monthly: 'Review of {month}/{year}',
    several: '{n} reviews in the period',
    none: 'No review in this period yet',
    standard: 'standard of {document}',
    where: '{area}, as of {day}.',
    withData: 'Periods with a review',
  },
});
