import type { Text } from '#kernel/text.ts';

/** The sentences of a slip. They are heard, not read: one thing a sentence, numbers only where the family can check them. */
export const slipSentences = {
  titles: {
    result: { vi: 'Kết quả', en: 'The result' },
    why: { vi: 'Thu nhập và cách xét', en: 'Income, and how it is judged' },
    lacking: { vi: 'Những điều được xét', en: 'What was looked at' },
    change: { vi: 'Khi nào kết quả thay đổi', en: 'When the result would be another' },
    ask: { vi: 'Nếu gia đình thấy chưa đúng', en: 'If the family finds it wrong' },
  },
  year: { vi: 'năm {year}', en: 'of {year}' },
  month: { vi: 'tháng {month} năm {year}', en: 'of month {month}, {year}' },
  who: { vi: 'Đây là kết quả của gia đình có chủ hộ là {head}, ở {place}.', en: 'This is the result of the family headed by {head}, of {place}.' },
  size: { vi: 'Gia đình có {size} người.', en: 'The family has {size} members.' },
  result: { vi: 'Theo đợt rà soát {when}, gia đình là {class}.', en: 'By the review {when}, the family is a {class}.' },
  unsettled: {
    vi: 'Theo đợt rà soát {when}, chưa đủ thông tin để kết luận. Gia đình chưa được xếp vào diện nào.',
    en: 'In the review {when} too little was known for a result. The family was given no class yet.',
  },
  decision: { vi: 'Kết quả này đã được công nhận.', en: 'This result was recognised.' },
  noDecision: { vi: 'Kết quả này chưa có quyết định công nhận.', en: 'This result has not been recognised by a decision yet.' },
  differs: {
    vi: 'Danh sách ghi gia đình là {stated}. Tính theo phiếu thì gia đình là {computed}. Hai bên khác nhau, gia đình nên đề nghị xem lại.',
    en: 'The list says {stated}. Worked out of the form it is {computed}. The two differ; the family should ask for it to be looked at again.',
  },
  differsOpen: {
    vi: 'Danh sách ghi gia đình là {stated}. Theo phiếu thì chưa đủ thông tin để kết luận.',
    en: 'The list says {stated}. The form tells too little for a result.',
  },
  local: { vi: 'Theo chuẩn riêng của tỉnh, gia đình là {class}.', en: 'By the province’s own standard the family is a {class}.' },

  points: { vi: '{n} điểm', en: '{n} points' },
  area: { rural: { vi: 'nông thôn', en: 'rural areas' }, urban: { vi: 'thành thị', en: 'towns' } },
  compare: { below: { vi: 'thấp hơn', en: 'below' }, equal: { vi: 'bằng', en: 'the same as' }, above: { vi: 'cao hơn', en: 'above' } },
  above: {
    income: { vi: 'thu nhập mỗi người cao hơn {limit} một tháng', en: 'the income is above {limit} a person and month' },
    points: { vi: 'điểm chấm tài sản, thu nhập cao hơn {limit}', en: 'the points for assets and income are above {limit}' },
  },
  why: {
    noIncome: { vi: 'Chưa biết thu nhập của gia đình.', en: 'The income of the family is not known.' },
    income: { vi: 'Thu nhập của gia đình, chia đều cho mỗi người, là {own} một tháng.', en: 'The income of the family, shared out evenly, is {own} a person and month.' },
    points: { vi: 'Cán bộ chấm điểm tài sản và thu nhập thay cho hỏi số tiền. Gia đình được {own}.', en: 'Assets and income were given points instead of asking for an amount. The family has {own}.' },
    against: {
      income: { vi: 'Mức chuẩn ở {area} là {limit}. Thu nhập của gia đình {compare} mức chuẩn.', en: 'The line in {area} is {limit}. The income of the family is {compare} the line.' },
      points: { vi: 'Mức chuẩn ở {area} là {limit}. Điểm của gia đình {compare} mức chuẩn.', en: 'The line in {area} is {limit}. The points of the family are {compare} the line.' },
    },
    rule: {
      income: {
        vi: 'Thu nhập từ mức chuẩn trở xuống mà thiếu từ {least} điều trở lên là hộ nghèo. Thiếu ít hơn {least} điều là hộ cận nghèo.',
        en: 'With an income at or below the line, who lacks {least} things or more is poor. Who lacks fewer than {least} is near-poor.',
      },
      points: {
        vi: 'Điểm từ mức chuẩn trở xuống mà thiếu từ {least} điều trở lên là hộ nghèo. Thiếu ít hơn {least} điều là hộ cận nghèo.',
        en: 'With points at or below the line, who lacks {least} things or more is poor. Who lacks fewer than {least} is near-poor.',
      },
    },
    ruleAlone: {
      income: { vi: 'Thu nhập từ {alone} trở xuống là hộ nghèo.', en: 'With an income of {alone} or less a family is poor.' },
      points: { vi: 'Điểm từ {alone} trở xuống là hộ nghèo.', en: 'With {alone} or less a family is poor.' },
    },
    ruleBetween: {
      income: {
        vi: 'Thu nhập cao hơn {alone}, đến {limit}, mà thiếu từ {least} điều trở lên cũng là hộ nghèo. Thiếu ít hơn {least} điều là hộ cận nghèo.',
        en: 'With more than that and up to {limit}, who lacks {least} things or more is poor as well. Who lacks fewer than {least} is near-poor.',
      },
      points: {
        vi: 'Điểm cao hơn {alone}, đến {limit}, mà thiếu từ {least} điều trở lên cũng là hộ nghèo. Thiếu ít hơn {least} điều là hộ cận nghèo.',
        en: 'With more than that and up to {limit}, who lacks {least} things or more is poor as well. Who lacks fewer than {least} is near-poor.',
      },
    },
  },
  lacking: {
    nothing: { vi: 'Có {of} điều được xét. Gia đình không thiếu điều nào.', en: '{of} things were looked at. The family lacks none of them.' },
    count: { vi: 'Có {of} điều được xét. Gia đình thiếu {n} điều.', en: '{of} things were looked at. The family lacks {n}.' },
    atLeast: { vi: 'Có {of} điều được xét. Gia đình thiếu ít nhất {n} điều.', en: '{of} things were looked at. The family lacks at least {n}.' },
    open: { vi: 'Có {of} điều được xét. Chưa biết gia đình có thiếu điều nào không.', en: '{of} things were looked at. Whether the family lacks any is not known yet.' },
    notWhich: { vi: 'Danh sách chỉ ghi tổng số, không ghi rõ đủ từng điều.', en: 'The list tells only how many, not all of which.' },
    named: { vi: 'Thiếu: {topic}.', en: 'Lacking: {topic}.' },
    because: { vi: 'Nguyên nhân đã ghi: {causes}.', en: 'Causes on record: {causes}.' },
    enough: { vi: 'Những điều gia đình đã đủ: {topics}.', en: 'What the family has enough of: {topics}.' },
    unknown: { vi: 'Chưa rõ: {topics}.', en: 'Not known: {topics}.' },
  },
  change: {
    poor: { vi: 'Gia đình ra khỏi hộ nghèo khi có một trong hai điều sau.', en: 'The family leaves poverty when one of these two holds.' },
    first: { vi: 'Một là {above}.', en: 'First: {above}.' },
    second: { vi: 'Hai là còn thiếu ít hơn {least} điều. Khi đó gia đình là hộ cận nghèo.', en: 'Second: it lacks fewer than {least} things. It is then near-poor.' },
    secondAlone: { vi: 'Hai là {above}, và còn thiếu ít hơn {least} điều. Khi đó gia đình là hộ cận nghèo.', en: 'Second: {above}, and it lacks fewer than {least} things. It is then near-poor.' },
    nearPoor: { vi: 'Gia đình ra khỏi hộ cận nghèo khi {above}.', en: 'The family is no longer near-poor when {above}.' },
    toPoor: { vi: 'Nếu thiếu từ {least} điều trở lên, gia đình là hộ nghèo.', en: 'If it lacks {least} things or more, it is poor.' },
    notPoor: {
      income: { vi: 'Gia đình chỉ thuộc diện xét hộ nghèo, hộ cận nghèo khi thu nhập mỗi người từ {limit} một tháng trở xuống.', en: 'The family would be poor or near-poor only with an income of {limit} a person and month, or less.' },
      points: { vi: 'Gia đình chỉ thuộc diện xét hộ nghèo, hộ cận nghèo khi điểm chấm từ {limit} trở xuống.', en: 'The family would be poor or near-poor only with {limit} or less.' },
    },
    tellIncome: { vi: 'Cần biết thêm thu nhập hoặc tài sản của gia đình.', en: 'The income or the assets of the family must be known.' },
    tell: { vi: 'Cần hỏi thêm gia đình về: {topics}.', en: 'The family must be asked about: {topics}.' },
    then: { vi: 'Khi đủ thông tin, kết quả sẽ được xét lại.', en: 'Once that is known the result is worked out again.' },
  },
  ask: {
    again: { vi: 'Gia đình có thể đề nghị xem lại kết quả này.', en: 'The family may ask for this result to be looked at again.' },
    village: { vi: 'thôn, tổ dân phố', en: 'the village' },
    where: { vi: 'Hãy nói với người phụ trách {village}, hoặc đến Ủy ban nhân dân {commune}.', en: 'Speak to the head of {village}, or go to the People’s Committee of {commune}.' },
    file: { vi: 'Gia đình được xem thông tin của mình và đề nghị sửa chỗ ghi sai.', en: 'The family may see what is recorded of it and ask for mistakes to be corrected.' },
  },
  foot: {
    standard: { vi: '{standard}; số liệu chốt ngày {day}.', en: '{standard}; as of {day}.' },
    scores: { vi: 'Điểm các phiếu: {scores}.', en: 'Scores of the forms: {scores}.' },
    decision: { vi: 'Quyết định công nhận: {number}.', en: 'Decision: {number}.' },
    decisionDay: { vi: 'Quyết định công nhận: {number}, ngày {day}.', en: 'Decision: {number} of {day}.' },
    basis: { vi: 'Căn cứ: {articles}.', en: 'Basis: {articles}.' },
  },
} as const satisfies Sentences;

interface Sentences {
  readonly [name: string]: Text | Sentences;
}
