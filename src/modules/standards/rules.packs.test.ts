import { describe, expect, it } from 'vitest';
import { Problem } from '#kernel/problem.ts';
import { parseDocuments, parseInstrument, parseLocalStandard, parseStandard } from './rules.packs.ts';
import { lawbook } from './store.packs.ts';
import { readYaml, testBook } from './cases/book.ts';

const { documents, standards, instruments } = lawbook();

/** A copy of a shipped pack, spoilt at one place. */
function spoil(pack: unknown, path: string, value: unknown): unknown {
  const copy = structuredClone(pack) as Record<string, unknown>;
  const keys = path.split(' ');
  const last = keys.pop()!;
  const place = keys.reduce((at, key) => at[key] as Record<string, unknown>, copy);
  if (value === undefined) delete place[last];
  else place[last] = value;
  return copy;
}

function faultsOf(load: () => unknown): string {
  try {
    load();
  } catch (error) {
    if (error instanceof Problem) return String(error.details.faults);
    throw error;
  }
  return 'loaded';
}

const loadStandard = (path: string, value: unknown) =>
  faultsOf(() => parseStandard(spoil(standards.P2022, path, value), 'x.yaml', documents));
const ruralLine = 'lines criterion rural 0';
const lineProvision = 'provisions P2022/3.1.a';

describe('a standard is refused', () => {
  it.each([
    ['value', `${ruralLine} value`, undefined, /lines\.criterion\.rural\.0\.value/],
    ['unit', `${ruralLine} unit`, undefined, /rural\.0\.unit/],
    ['first day', `${ruralLine} from`, undefined, /rural\.0\.from/],
    ['provision', `${ruralLine} provision`, undefined, /rural\.0\.provision/],
    ['document', `${lineProvision} document`, undefined, /3\.1\.a\.document/],
    ['mark', `${lineProvision} mark`, undefined, /3\.1\.a\.mark/],
    ['day of the last check', `${lineProvision} checked_on`, undefined, /3\.1\.a\.checked_on/],
    [
      'article, though it was seen in the text',
      `${lineProvision} article`,
      undefined,
      /article: missing, and the mark is seen_in_text/,
    ],
    ['link, though it was seen in the text', `${lineProvision} link`, undefined, /link: missing, and the mark is seen_in_text/],
  ])('without %s', (_what, path, value, fault) => expect(loadStandard(path, value)).toMatch(fault));

  it.each([
    ['names a provision that is not there', `${ruralLine} provision`, 'P2022/9', /no provision P2022\/9/],
    ['names a document that is not there', `${lineProvision} document`, 'ND-99-2099', /no document ND-99-2099/],
    ['has a value in another unit', `${ruralLine} unit`, 'points', /unit/],
    ['has a negative line', `${ruralLine} value`, -1, /value/],
    ['has a line above the next', `${ruralLine} value`, 9_000_000, /lines\.rural: each line must be above/],
    ['rests on what is made up', `${lineProvision} mark`, 'made_up', /only a sample may be made up/],
    [
      'has a provision that nothing rests on',
      'provisions P2022/spare',
      { document: 'ND-07-2021', mark: 'unverified', checked_on: '2026-11-20' },
      /nothing rests on it/,
    ],
    ['names a rule that is not there', 'indicators 3 threshold rule', 'guess', /no rule guess/],
    [
      'lacks a parameter of a rule',
      'indicators 3 threshold parameters from_age',
      undefined,
      /indicators\.YT2\.parameters\.from_age/,
    ],
    [
      'has a parameter that the rule does not know',
      'indicators 3 threshold parameters colour',
      [{ value: 1, unit: 'years', from: '2022-01-01', provision: 'P2022/annex' }],
      /YT2.*colour/,
    ],
    ['names an indicator twice', 'indicators 3 code', 'VL1', /indicators\.VL1: told twice/],
    ['has a dimension that is not there', 'indicators 3 dimension', 'XX', /no dimension XX/],
    ['has a key that is unknown', 'colour', 'red', /colour/],
    ['ends before it begins', 'to', '2021-01-01', /to: before from/],
  ])('that %s', (_what, path, value, fault) => expect(loadStandard(path, value)).toMatch(fault));

  it('that tells values out of order', () => {
    const line = standards.P2022!.lines.criterion.rural;
    const [value] = 'unknown' in line ? [] : line;
    expect(loadStandard('lines criterion rural', [value, { ...value, from: '2021-01-01' }])).toMatch(
      /ordered by their first day/,
    );
  });

  it('but an unverified provision may lack article and link', () => {
    const unverified = spoil(
      spoil(spoil(standards.P2022, `${lineProvision} mark`, 'unverified'), `${lineProvision} article`, undefined),
      `${lineProvision} link`,
      undefined,
    );
    expect(faultsOf(() => parseStandard(unverified, 'x.yaml', documents))).toBe('loaded');
  });

  it('with everything that is wrong at once', () => {
    const twice = spoil(spoil(standards.P2022, `${ruralLine} unit`, undefined), `${lineProvision} mark`, undefined);
    expect(faultsOf(() => parseStandard(twice, 'x.yaml', documents))).toMatch(/unit.*mark|mark.*unit/);
  });
});

describe('a local standard is refused', () => {
  const load = (path: string, value: unknown) =>
    faultsOf(() => parseLocalStandard(spoil(readYaml('packs/local.yaml'), path, value), 'x.yaml', testBook.documents, standards));
  it('below the national line', () =>
    expect(load('lines criterion rural 0 value', 1_499_999)).toMatch(/lines\.criterion\.rural: below the national line/));
  it('on a standard that is not there', () => expect(load('base', 'P1999')).toMatch(/no standard P1999/));
  it('and loaded when it is higher', () => expect(load('province', '24')).toBe('loaded'));
});

describe('a table of points is refused', () => {
  const load = (id: string, path: string, value: unknown) =>
    faultsOf(() => parseInstrument(spoil(instruments[id], path, value), 'x.yaml', documents, standards));
  const sample = 'B1-2016-MAU-MINH-HOA';
  it('made up and not marked for demonstrations', () => expect(load(sample, 'demo_only', false)).toMatch(/demo_only/));
  it('made up and called complete', () =>
    expect(
      faultsOf(() =>
        parseInstrument({ ...instruments[sample]!, status: 'complete', demo_only: false }, 'x.yaml', documents, standards),
      ),
    ).toMatch(/only a sample may be made up/));
  it('with points for a column that is not there', () =>
    expect(load(sample, 'items 0 options 0 points XX', 5)).toMatch(/a column that there is not/));
  it('with points missing for a column', () =>
    expect(load(sample, 'items 0 options 0 points TT', undefined)).toMatch(/points missing for a column/));
  it('empty, with a point in it', () =>
    expect(load('B1-2022', 'items 0 options 0 points', { TT: 1 })).toMatch(/points in an empty table/));
  it('complete, with points unknown', () =>
    expect(load('B1-2022', 'status', 'complete')).toMatch(/points missing in a complete table/));
});

describe('documents', () => {
  it('are refused without a number', () => {
    const spoilt = spoil({ documents }, 'documents ND-07-2021 number', undefined);
    expect(faultsOf(() => parseDocuments(spoilt, 'documents.yaml'))).toMatch(/ND-07-2021\.number/);
  });
});
