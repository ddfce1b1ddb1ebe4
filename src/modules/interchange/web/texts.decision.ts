import { bilingual } from '#web/i18n/bilingual.ts';

/** What is said of a decision that is given for a whole file. */
export const decisionTexts = bilingual({
  vi: {
    decision: {
      title: 'Quyết định chung cho cả tệp, nếu danh sách không có cột quyết định',
      why: 'Dùng cho danh sách đã được công nhận mà từng dòng không ghi quyết định, như danh sách năm trước. Hộ không có quyết định riêng được lấy phân loại ghi trong danh sách làm chính thức; hộ có quyết định riêng giữ quyết định của hộ.',
      number: 'Số quyết định',
      day: 'Ngày quyết định',
      needsNumber: 'Hãy ghi số quyết định, hoặc xóa ngày.',
      counts: 'Quyết định chung {number}: dùng cho {n} hộ không có quyết định riêng.',
      countsDay: 'Quyết định chung {number} ngày {day}: dùng cho {n} hộ không có quyết định riêng.',
    },
  },
  en: {
    decision: {
      title: 'A decision of the whole file, if the list has no column for it',
      why: 'For a list that was decided on without its rows saying so, such as last year’s. Households without a decision of their own take the class that the list states as official; those with one keep theirs.',
      number: 'Number of the decision',
      day: 'Day of the decision',
      needsNumber: 'Give the number of the decision, or empty the day.',
      counts: 'Decision {number} of the whole file: counts for {n} households without one of their own.',
      countsDay: 'Decision {number} of {day} for the whole file: counts for {n} households without one of their own.',
    },
  },
});
