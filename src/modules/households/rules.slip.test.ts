import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { Facts } from '#modules/standards/contract.facts.ts';
import { indicatorCodes } from '#modules/standards/rules.masks.ts';
import { classify } from '#modules/standards/rules.ts';
import { getStandard } from '#modules/standards/service.ts';
import { slipFoot, slipParts, type SlipCase } from './rules.slip.ts';
import { plainWords } from './store.packs.ts';

type Told = Partial<Parameters<typeof Facts.parse>[0] & object>;

function caseOf(told: Told, standard = 'P2022', over: Partial<SlipCase['record']> = {}, area: SlipCase['area'] = 'rural'): SlipCase {
  const view = getStandard(standard);
  const facts = Facts.parse(told);
  const asOf = plainDate(`${view.standard.from.slice(0, 4)}-12-31`);
  const result = classify(facts, view.standard, { date: asOf, area, region: null, instrument: null, local: null });
  const record = { asOf, head: 'Bùi Văn An', size: 4, class: result.class, computed: result.class, stated: null, decision: null, income: facts.income, result, deprivationCauses: [], ...over };
  return { record, view, area, words: plainWords(), village: 'thôn Minh Long', commune: 'xã Cẩm Tân' };
}
const answers = (standard: string, yes: readonly string[]) => Object.fromEntries(indicatorCodes(getStandard(standard).standard).map((code) => [code, yes.includes(code) ? 'yes' : 'no']));
const partOf = (slip: SlipCase, key: string): string[] => slipParts(slip).find((part) => part.key === key)?.lines.map(({ vi }) => vi) ?? [];

describe('a slip', () => {
  it('tells a poor family what it is, why, what it lacks and what would change it', () => {
    const slip = caseOf({ income: 1_000_000, indicators: answers('P2022', ['VL1', 'NO1', 'NS1', 'NS2']) });
    expect(slipParts(slip).map(({ key, lines }) => [key, lines.map(({ vi }) => vi)])).toEqual([
      ['result', ['Đây là kết quả của gia đình có chủ hộ là Bùi Văn An, ở thôn Minh Long, xã Cẩm Tân.', 'Gia đình có 4 người.', 'Theo đợt rà soát năm 2022, gia đình là hộ nghèo.', 'Kết quả này chưa có quyết định công nhận.']],
      ['why', [
        'Thu nhập của gia đình, chia đều cho mỗi người, là 1.000.000 đồng một tháng.',
        'Mức chuẩn ở nông thôn là 1.500.000 đồng. Thu nhập của gia đình thấp hơn mức chuẩn.',
        'Thu nhập từ mức chuẩn trở xuống mà thiếu từ 3 điều trở lên là hộ nghèo. Thiếu ít hơn 3 điều là hộ cận nghèo.',
      ]],
      ['lacking', [
        'Có 12 điều được xét. Gia đình thiếu 4 điều.',
        'Có người cần việc mà chưa có việc, hoặc đi làm thuê không có hợp đồng.',
        'Nhà ở chưa bền chắc.',
        'Chưa có nước hợp vệ sinh để ăn uống, sinh hoạt.',
        'Chưa có nhà tiêu hợp vệ sinh.',
        'Những điều gia đình đã đủ: số người làm nuôi cả nhà; dinh dưỡng của trẻ em; bảo hiểm y tế; việc học của người lớn; việc học của trẻ em; diện tích nhà ở; điện thoại, internet; phương tiện xem, nghe tin tức.',
      ]],
      ['change', [
        'Gia đình ra khỏi hộ nghèo khi có một trong hai điều sau.',
        'Một là thu nhập mỗi người cao hơn 1.500.000 đồng một tháng.',
        'Hai là còn thiếu ít hơn 3 điều. Khi đó gia đình là hộ cận nghèo.',
      ]],
      ['ask', ['Gia đình có thể đề nghị xem lại kết quả này.', 'Hãy nói với người phụ trách thôn Minh Long, hoặc đến Ủy ban nhân dân xã Cẩm Tân.', 'Gia đình được xem thông tin của mình và đề nghị sửa chỗ ghi sai.']],
    ]);
  });
  it('tells of points where they stand for the income, and of a sum of which the parts are not known', () => {
    const slip = caseOf({ copiedB1: 120, copiedB2: 30 });
    expect(partOf(slip, 'why')[0]).toBe('Cán bộ chấm điểm tài sản và thu nhập thay cho hỏi số tiền. Gia đình được 120 điểm.');
    expect(partOf(slip, 'lacking')).toEqual(['Có 12 điều được xét. Gia đình thiếu 3 điều.', 'Danh sách chỉ ghi tổng số, không ghi rõ đủ từng điều.']);
    expect(partOf(slip, 'change')[1]).toBe('Một là điểm chấm tài sản, thu nhập cao hơn 140 điểm.');
  });
  it('names no village where it is not known', () => {
    const slip = { ...caseOf({ income: 1_000_000 }), village: null };
    expect(partOf(slip, 'result')[0]).toBe('Đây là kết quả của gia đình có chủ hộ là Bùi Văn An, ở xã Cẩm Tân.');
    expect(partOf(slip, 'ask')[1]).toBe('Hãy nói với người phụ trách thôn, tổ dân phố, hoặc đến Ủy ban nhân dân xã Cẩm Tân.');
  });
  it('tells both lines of 2016', () => {
    const slip = caseOf({ income: 600_000, indicators: answers('P2016', []) }, 'P2016');
    expect(partOf(slip, 'why').slice(2)).toEqual(['Thu nhập từ 700.000 đồng trở xuống là hộ nghèo.', 'Thu nhập cao hơn 700.000 đồng, đến 1.000.000 đồng, mà thiếu từ 3 điều trở lên cũng là hộ nghèo. Thiếu ít hơn 3 điều là hộ cận nghèo.']);
    expect(partOf(slip, 'change')[2]).toBe('Hai là thu nhập mỗi người cao hơn 700.000 đồng một tháng, và còn thiếu ít hơn 3 điều. Khi đó gia đình là hộ cận nghèo.');
  });
  it('says what is to be asked where nothing can be concluded, and promises no class', () => {
    const slip = caseOf({ income: 1_000_000, indicators: { NO1: 'yes' } });
    expect(partOf(slip, 'result')[2]).toBe('Theo đợt rà soát năm 2022, chưa đủ thông tin để kết luận. Gia đình chưa được xếp vào diện nào.');
    expect(partOf(slip, 'change')[0]).toMatch(/^Cần hỏi thêm gia đình về: việc làm; /);
  });
  it('does not tell what would change a class that the list gives against the form', () => {
    const slip = caseOf({ income: 1_000_000, indicators: answers('P2022', ['VL1', 'NO1', 'NS1']) }, 'P2022', { class: 'near_poor', stated: 'near_poor', decision: { number: '12/QĐ-UBND', day: null } });
    expect(partOf(slip, 'change')).toEqual([]);
    expect(partOf(slip, 'result').at(-1)).toContain('Tính theo phiếu thì gia đình là hộ nghèo.');
    expect(slipFoot(slip).map(({ vi }) => vi)).toContain('Quyết định công nhận: 12/QĐ-UBND.');
  });
  it('is what it says: doing what it asks for changes the class', () => {
    const codes = indicatorCodes(getStandard('P2022').standard);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_500_000 }), fc.subarray(codes, { minLength: 3 }), (income, yes) => {
        expect(caseOf({ income, indicators: answers('P2022', yes) }).record.class).toBe('poor');
        expect(['poor', 'near_poor']).not.toContain(caseOf({ income: 1_500_001, indicators: answers('P2022', yes) }).record.class);
        expect(caseOf({ income, indicators: answers('P2022', yes.slice(0, 2)) }).record.class).toBe('near_poor');
      }),
    );
  });
  it('has no code, slot or form in what is read out, in either language', () => {
    fc.assert(
      fc.property(fc.constantFrom('P2016', 'P2022'), fc.option(fc.integer({ min: 0, max: 3_000_000 }), { nil: null }), fc.array(fc.constantFrom('yes', 'no', 'unknown'), { minLength: 12, maxLength: 12 }), fc.constantFrom('rural' as const, 'urban' as const, null), (standard, income, said, area) => {
        const indicators = Object.fromEntries(indicatorCodes(getStandard(standard).standard).map((code, place) => [code, said[place]]));
        for (const { lines } of slipParts(caseOf({ income, indicators }, standard, {}, area))) for (const line of lines) for (const words of [line.vi, line.en]) expect(words).not.toMatch(/[{}]|[A-Z]{2}\d|B1|B2|undefined|null|\b0 điều|NaN/);
      }),
    );
  });
});

it('every indicator of every standard has plain words', () => {
  const codes = ['P2016', 'P2022', 'P2027'].flatMap((id) => indicatorCodes(getStandard(id).standard));
  expect(codes.filter((code) => !(code in plainWords()))).toEqual([]);
});
