import { problems } from '#kernel/problem.ts';

export const problem = problems({
  'measure.not-found': {
    status: 404,
    vi: 'Không có thước đo {id}. Danh mục thước đo nằm ở /api/measures.',
    en: 'There is no measure {id}. The catalogue is at /api/measures.',
  },
  'measure.not-publishable': {
    status: 422,
    vi: 'Thước đo {id} được tính từ số liệu khác, không nhập được thành số liệu công bố.',
    en: 'The measure {id} is worked out from others and cannot be entered as a published figure.',
  },
  'measure.coverage-too-high': {
    status: 422,
    vi: '{name} không phải là đơn vị cấp xã hay thôn. Phạm vi của đợt rà soát được ghi theo từng xã hoặc từng thôn.',
    en: '{name} is neither a unit of commune level nor a village. What a round listed is recorded commune by commune or village by village.',
  },
});
