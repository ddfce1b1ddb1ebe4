/** What an import says of a table of figures by unit: units, and figures that contradict each other. */
import { asFound, type CellIssueSpec } from './rules.issue-spec.ts';

export const figureIssues = {
  'unit.unknown': {
    severity: 'error',
    vi: '{area} không có đơn vị “{found}” vào ngày của đợt rà soát. Hãy ghi tên như trong danh mục, hoặc chọn đúng địa bàn và kỳ ở đầu trang.',
    en: '{area} has no unit “{found}” on the day of the round. Write the name as the catalogue does, or choose the right area and period at the top of the page.',
    found: asFound,
    expected: { vi: 'một đơn vị của {area}', en: 'a unit of {area}' },
  },
  'unit.twice': {
    severity: 'error',
    vi: 'Đơn vị “{found}” đã có ở dòng {otherRow}. Hãy xoá bớt một dòng, hoặc sửa tên đơn vị.',
    en: 'The unit “{found}” is already in row {otherRow}. Remove one of the rows, or mend the name.',
    found: asFound,
    expected: { vi: 'mỗi đơn vị một dòng', en: 'one row for each unit' },
  },
  'rate.over-hundred': {
    severity: 'error',
    vi: 'Tỷ lệ {found} lớn hơn 100 %.',
    en: 'The rate {found} is more than 100 %.',
    found: asFound,
    expected: { vi: 'từ 0 đến 100 %', en: 'from 0 to 100 %' },
  },
  'total.contradicts': {
    severity: 'warning',
    vi: 'Dòng tổng ghi {found}, nhưng cộng các dòng được {summed}. Hãy đối chiếu bản gốc; bản gốc in như vậy thì giữ nguyên.',
    en: 'The total says {found}, but the rows add up to {summed}. Compare with the original; where it is printed so, leave it.',
    found: asFound,
    expected: { vi: '{summed}', en: '{summed}' },
  },
  'rate.contradicts': {
    severity: 'warning',
    vi: '{unit}: tỷ lệ ghi {found}, nhưng {part}/{whole} là {computed}. Hãy đối chiếu bản gốc.',
    en: '{unit}: the rate says {found}, but {part}/{whole} is {computed}. Compare with the original.',
    found: asFound,
    expected: { vi: '{computed}', en: '{computed}' },
  },
  'difference.contradicts': {
    severity: 'warning',
    vi: '{unit}: ghi {found}, nhưng {from} − {less} = {computed}. Hãy đối chiếu bản gốc.',
    en: '{unit}: says {found}, but {from} − {less} = {computed}. Compare with the original.',
    found: asFound,
    expected: { vi: '{computed}', en: '{computed}' },
  },
} as const satisfies Record<string, CellIssueSpec>;
