import type { Text } from '#kernel/text.ts';

/** Every sentence of a reasoning, by rule and outcome. Slots are filled by `rules.explain.ts`; the citation follows in brackets. */
export const sentences = {
  'income.poor_alone': {
    met: {
      vi: 'Thu nhập bình quân {income}/người/tháng, {compare} {line} {limit} của khu vực {area}: thuộc diện hộ nghèo theo thu nhập, không xét số chỉ số thiếu hụt',
      en: 'The income of {income} per person per month is {compare} the {line} of {limit} for {area} areas: poor by income, whatever the number of deprivations',
    },
    not_met: {
      vi: 'Thu nhập bình quân {income}/người/tháng, {compare} {line} {limit} của khu vực {area}: không thuộc diện hộ nghèo nếu chỉ xét thu nhập',
      en: 'The income of {income} per person per month is {compare} the {line} of {limit} for {area} areas: not poor by income alone',
    },
  },
  'income.criterion': {
    met: {
      vi: 'Thu nhập bình quân {income}/người/tháng, {compare} {line} {limit} của khu vực {area}: đạt tiêu chí thu nhập của hộ nghèo, hộ cận nghèo',
      en: 'The income of {income} per person per month is {compare} the {line} of {limit} for {area} areas: it meets the income criterion of poor and near-poor households',
    },
    not_met: {
      vi: 'Thu nhập bình quân {income}/người/tháng, {compare} {line} {limit} của khu vực {area}: không thuộc diện hộ nghèo, hộ cận nghèo',
      en: 'The income of {income} per person per month is {compare} the {line} of {limit} for {area} areas: neither poor nor near-poor',
    },
  },
  'income.average': {
    met: {
      vi: 'Thu nhập bình quân {income}/người/tháng, {compare} {line} {limit} của khu vực {area}: trong mức của hộ có mức sống trung bình',
      en: 'The income of {income} per person per month is {compare} the {line} of {limit} for {area} areas: of average living standard',
    },
    not_met: {
      vi: 'Thu nhập bình quân {income}/người/tháng, {compare} {line} {limit} của khu vực {area}: trên mức của hộ có mức sống trung bình',
      en: 'The income of {income} per person per month is {compare} the {line} of {limit} for {area} areas: above an average living standard',
    },
    unknown: {
      vi: 'Chưa biết mức thu nhập tối đa của hộ có mức sống trung bình, nên chỉ kết luận được hộ không nghèo, không cận nghèo',
      en: 'The upper limit of an average living standard is not known, so that only “neither poor nor near-poor” can be said',
    },
  },
  'income.unknown': {
    unknown: {
      vi: 'Chưa biết thu nhập bình quân của hộ và cũng không có điểm B1 dùng được để xét tiêu chí thu nhập',
      en: 'Neither the income of the household nor a B1 score that can stand for it is known',
    },
  },
  'income.against_b1': {
    agrees: {
      vi: 'Điểm B1 ({points} điểm) cho cùng kết quả với thu nhập đã khai {income}/người/tháng',
      en: 'The B1 score of {points} leads to the same as the stated income of {income} per person per month',
    },
    contradicts: {
      vi: 'Điểm B1 ({points} điểm) cho kết quả khác với thu nhập đã khai {income}/người/tháng; phân loại theo thu nhập, vì điểm B1 chỉ dùng thay cho thu nhập',
      en: 'The B1 score of {points} leads elsewhere than the stated income of {income} per person per month; the income decides, since the score only stands for it',
    },
  },
  'b1.poor_alone': {
    met: {
      vi: 'Điểm B1 là {points}, {compare} mức {cut} điểm của khu vực {area}: thuộc diện hộ nghèo theo thu nhập, không xét điểm B2',
      en: 'The B1 score of {points} is {compare} {cut} for {area} areas: poor by income, whatever the B2 score',
    },
    not_met: {
      vi: 'Điểm B1 là {points}, {compare} mức {cut} điểm của khu vực {area}: không thuộc diện hộ nghèo nếu chỉ xét thu nhập',
      en: 'The B1 score of {points} is {compare} {cut} for {area} areas: not poor by income alone',
    },
  },
  'b1.criterion': {
    met: {
      vi: 'Điểm B1 là {points}, {compare} mức {cut} điểm của khu vực {area}: đạt tiêu chí thu nhập của hộ nghèo, hộ cận nghèo',
      en: 'The B1 score of {points} is {compare} {cut} for {area} areas: it meets the income criterion of poor and near-poor households',
    },
    not_met: {
      vi: 'Điểm B1 là {points}, {compare} mức {cut} điểm của khu vực {area}: không thuộc diện hộ nghèo, hộ cận nghèo',
      en: 'The B1 score of {points} is {compare} {cut} for {area} areas: neither poor nor near-poor',
    },
  },
  'b1.average': {
    unknown: {
      vi: 'Điểm B1 không phân biệt được mức sống trung bình với mức cao hơn, nên chỉ kết luận được hộ không nghèo, không cận nghèo',
      en: 'A B1 score does not tell an average living standard from a higher one, so that only “neither poor nor near-poor” can be said',
    },
  },
  'b1.cut': {
    unknown: {
      vi: 'Chưa biết mức điểm B1 ứng với chuẩn thu nhập, nên không dùng được điểm B1',
      en: 'The B1 score that stands for the income line is not known, so that the score cannot be used',
    },
  },
  'b1.copied': {
    taken: {
      vi: 'Điểm B1 là {points}: tổng điểm chép từ phiếu, không tính lại từ từng câu',
      en: 'The B1 score is {points}: a sum copied from the paper form, not worked out again',
    },
  },
  'b1.item': {
    scored: { vi: '{item}: {option}, được {points} điểm', en: '{item}: {option}, {points} points' },
  },
  'b1.sum': {
    scored: { vi: 'Tổng điểm B1 theo {table}: {points} điểm', en: 'B1 score by {table}: {points}' },
    unknown: {
      vi: 'Không tính được tổng điểm B1 theo {table}: chưa có câu trả lời hoặc chưa biết điểm của {items}',
      en: 'The B1 score by {table} cannot be worked out: no answer, or points not known, for {items}',
    },
    contradicts: {
      vi: 'Tổng điểm B1 tính lại là {points}, khác tổng {copied} chép từ phiếu; dùng tổng tính lại từ từng câu',
      en: 'The B1 score worked out is {points} and not {copied} as copied from the paper; the one worked out is used',
    },
  },
  'b1.table': {
    missing: {
      vi: 'Có câu trả lời phiếu B1 nhưng chưa có bảng điểm chính thức được nạp, nên không tính được điểm B1',
      en: 'Form B1 was answered but no official table of points is loaded, so that there is no B1 score',
    },
    demo_only: {
      vi: 'Bảng điểm {table} chỉ dùng để trình diễn, không dùng để phân loại hộ thật',
      en: 'Table {table} is for demonstrations and classifies no real household',
    },
    no_column: {
      vi: 'Bảng điểm {table} không có cột cho khu vực và vùng của hộ, hoặc chưa biết vùng',
      en: 'Table {table} has no column for the area and region of the household, or the region is not known',
    },
  },
  'indicator.stated': {
    yes: { vi: '{indicator}: thiếu hụt, theo trả lời trên phiếu', en: '{indicator}: deprived, as answered on the form' },
    no: { vi: '{indicator}: không thiếu hụt, theo trả lời trên phiếu', en: '{indicator}: not deprived, as answered on the form' },
  },
  'indicator.members': {
    yes: {
      vi: '{indicator}: thiếu hụt, vì {condition}; thành viên số {members}',
      en: '{indicator}: deprived, since {condition}; person {members}',
    },
    no: {
      vi: '{indicator}: không thiếu hụt; chỉ thiếu hụt khi {condition}',
      en: '{indicator}: not deprived; it would be if {condition}',
    },
  },
  'indicator.household': {
    yes: { vi: '{indicator}: thiếu hụt, vì {condition}', en: '{indicator}: deprived, since {condition}' },
    no: {
      vi: '{indicator}: không thiếu hụt; chỉ thiếu hụt khi {condition}',
      en: '{indicator}: not deprived; it would be if {condition}',
    },
  },
  'indicator.floor_area': {
    yes: {
      vi: '{indicator}: thiếu hụt, vì {floor_area} m² cho {people} người, bình quân dưới {size_limit} m²/người',
      en: '{indicator}: deprived, since {floor_area} m² for {people} people is below {size_limit} m² each',
    },
    no: {
      vi: '{indicator}: không thiếu hụt, vì {floor_area} m² cho {people} người, bình quân không dưới {size_limit} m²/người',
      en: '{indicator}: not deprived, since {floor_area} m² for {people} people is not below {size_limit} m² each',
    },
  },
  'indicator.dependants': {
    yes: {
      vi: '{indicator}: thiếu hụt, vì ít nhất {count} trong {people} người là người phụ thuộc, quá {share_limit} %',
      en: '{indicator}: deprived, since at least {count} of {people} people are dependants, more than {share_limit} %',
    },
    no: {
      vi: '{indicator}: không thiếu hụt, vì nhiều nhất {count} trong {people} người là người phụ thuộc, không quá {share_limit} %',
      en: '{indicator}: not deprived, since at most {count} of {people} people are dependants, not more than {share_limit} %',
    },
  },
  'indicator.contradiction': {
    unknown: {
      vi: '{indicator}: chưa rõ, vì phiếu trả lời “{stated}” còn dữ kiện đã khai cho thấy “{computed}”; cần kiểm tra lại',
      en: '{indicator}: unknown, since the form says “{stated}” and the facts say “{computed}”; to be settled',
    },
  },
  'indicators.unknown': {
    unknown: { vi: 'Chưa đủ dữ kiện để xác định: {indicators}', en: 'Not enough is known about: {indicators}' },
  },
  'indicators.no_threshold': {
    unknown: {
      vi: 'Chưa biết ngưỡng thiếu hụt nên không tính từ dữ kiện, chỉ nhận trả lời có hoặc không trên phiếu: {indicators}',
      en: 'The thresholds are not known, so that nothing is worked out and only a yes or no from the form counts: {indicators}',
    },
  },
  'b2.copied': {
    taken: {
      vi: 'Điểm B2 là {points}, tức {count} chỉ số thiếu hụt: tổng điểm chép từ phiếu, không biết đủ từng chỉ số',
      en: 'The B2 score is {points}, that is {count} deprivations: a sum copied from the paper form, not all indicators being known',
    },
    agrees: {
      vi: 'Tổng điểm B2 chép từ phiếu ({points} điểm) khớp với {count} chỉ số thiếu hụt',
      en: 'The B2 score copied from the paper ({points}) agrees with {count} deprivations',
    },
    contradicts: {
      vi: 'Tổng điểm B2 chép từ phiếu ({points} điểm) không khớp với các chỉ số đã biết (từ {least} đến {most} chỉ số thiếu hụt); tính theo các chỉ số, vì điểm B2 chỉ là tổng của chúng',
      en: 'The B2 score copied from the paper ({points}) contradicts the indicators (between {least} and {most} deprivations); the indicators count, since the score is only their sum',
    },
    no_points: {
      vi: 'Chưa biết điểm của một chỉ số ở phiếu B2, nên không dùng được tổng điểm chép từ phiếu ({points} điểm)',
      en: 'The points an indicator counts on form B2 are not known, so that the sum copied from the paper ({points}) cannot be used',
    },
    impossible: {
      vi: 'Tổng điểm B2 chép từ phiếu ({points} điểm) không thể có: mỗi chỉ số {each} điểm, tối đa {of} chỉ số; không dùng',
      en: 'The B2 score copied from the paper ({points}) cannot be: each indicator counts {each}, and there are {of}; it is not used',
    },
  },
  'deprivations.count': {
    enough: {
      vi: 'Hộ thiếu hụt {count} trong {of} chỉ số: từ {min} chỉ số trở lên',
      en: '{count} of {of} indicators are deprived: {min} or more',
    },
    not_enough: {
      vi: 'Hộ thiếu hụt {count} trong {of} chỉ số: dưới {min} chỉ số',
      en: '{count} of {of} indicators are deprived: fewer than {min}',
    },
    enough_already: {
      vi: 'Hộ đã thiếu hụt ít nhất {least} trong {of} chỉ số: từ {min} chỉ số trở lên, dù còn chỉ số chưa rõ',
      en: 'At least {least} of {of} indicators are deprived: {min} or more, though some are unknown',
    },
    not_enough_anyway: {
      vi: 'Hộ thiếu hụt nhiều nhất {most} trong {of} chỉ số: dưới {min} chỉ số, dù còn chỉ số chưa rõ',
      en: 'At most {most} of {of} indicators are deprived: fewer than {min}, though some are unknown',
    },
    undecided: {
      vi: 'Hộ thiếu hụt từ {least} đến {most} trong {of} chỉ số: chưa biết có đủ {min} chỉ số hay không',
      en: 'Between {least} and {most} of {of} indicators are deprived: whether {min} or more is not known',
    },
  },
  'unknowns.indicators': {
    do_not_matter: {
      vi: 'Các chỉ số chưa rõ, dù thiếu hụt hay không, cũng không làm thay đổi kết quả',
      en: 'Whatever the unknown indicators are, the result is the same',
    },
  },
  'unknowns.area': {
    does_not_matter: {
      vi: 'Chưa biết hộ ở khu vực nông thôn hay thành thị, nhưng kết quả như nhau',
      en: 'Whether the area is rural or urban is not known, but the result is the same',
    },
  },
  'class.national': {
    decided: { vi: 'Kết luận theo chuẩn quốc gia: {class}', en: 'Under the national standard: {class}' },
    insufficient: {
      vi: 'Chưa đủ căn cứ để phân loại theo chuẩn quốc gia',
      en: 'There is no sufficient basis for a class under the national standard',
    },
  },
  'class.local': {
    decided: { vi: 'Kết luận theo chuẩn của địa phương: {class}', en: 'Under the local standard: {class}' },
    insufficient: {
      vi: 'Chưa đủ căn cứ để phân loại theo chuẩn của địa phương',
      en: 'There is no sufficient basis for a class under the local standard',
    },
  },
} as const satisfies Record<string, Record<string, Text>>;
