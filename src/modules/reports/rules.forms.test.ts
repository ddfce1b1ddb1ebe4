import { describe, expect, it } from 'vitest';
import type { Period } from '#kernel/period.ts';
import { faultsOf, Form, numberRows, periodText } from './rules.forms.ts';

describe('numbers of rows', () => {
  it('are plain where all rows are of one level', () => expect(numberRows([0, 0, 0])).toEqual(['1', '2', '3']));
  it('are Roman above and plain below where there are two', () => expect(numberRows([0, 1, 1, 0, 1])).toEqual(['I', 'I.1', 'I.2', 'II', 'II.1']));
  it('go on to a third', () => expect(numberRows([0, 1, 2, 2, 1, 0])).toEqual(['I', 'I.1', 'I.1.1', 'I.1.2', 'I.2', 'II']));
  it('write large Roman numbers', () => expect(numberRows([...Array.from({ length: 63 }, () => 0), 1])[62]).toBe('LXIII'));
});

describe('a period in a title', () => {
  it.each([['2017', 'năm 2017'], ['2017-Q3', 'quý III năm 2017'], ['2017-09', 'tháng 09 năm 2017']])('%s', (period, text) => expect(periodText(period as Period).vi).toBe(text));
});

describe('a form with several lines a unit', () => {
  const form = (measure: unknown) =>
    Form.parse({
      form: '9.9', title: { vi: 'Biểu', en: 'Form' }, basis: { document: 'TT-07-2021', mark: 'unverified', checked_on: '2026-11-21' }, signatures: [{ vi: 'Ký', en: 'Sign' }],
      splits: [{ key: 'households', label: { vi: 'Hộ', en: 'Households' } }, { key: 'persons', label: { vi: 'Nhân khẩu', en: 'Persons' } }],
      columns: [{ key: 'poor', number: 1, label: { vi: 'Nghèo', en: 'Poor' }, measure }],
    });
  it('has a measure for each of them in every column', () => expect(faultsOf(form({ households: 'households.poor', persons: 'persons.poor' }))).toEqual([]));
  it.each([['households.poor'], [{ households: 'households.poor' }]])('is refused with %o', (measure) => expect(faultsOf(form(measure))).toHaveLength(1));
});
