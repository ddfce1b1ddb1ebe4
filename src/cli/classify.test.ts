import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runInside } from './fixtures.ts';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));

/** The command line as a script sees it: a process of its own. Once for each way to end; what else is asked is asked inside this process. */
function chungtay(args: readonly string[], input = '') {
  const { stdout, stderr, status } = spawnSync(process.execPath, [main, ...args], { input, encoding: 'utf8' });
  return { stdout, stderr, status };
}

const inside = (args: readonly string[], input = '') => runInside(args, { stdin: input }, {});

const poor = { ref: 'hộ 1', standard: 'P2022', date: '2022-12-31', area: 'rural', facts: { income: 1_000_000, copiedB2: 30 } };
const unknown = { standard: 'P2022', date: '2022-12-31', area: 'rural', facts: {} };

describe('classify', () => {
  it('answers in the order asked, with class, deprivations, B2 and steps with their articles', () => {
    const { stdout, stderr, status } = chungtay(['classify', '-', '--json'], JSON.stringify([unknown, poor]));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const [first, second] = JSON.parse(stdout);
    expect(first).toMatchObject({ ref: null, class: 'insufficient', b2: null });
    expect(first.missing[0].text.vi).toBeTruthy();
    expect(second).toMatchObject({ ref: 'hộ 1', class: 'poor', b2: 30, deprived: { least: 3, most: 3 } });
    expect(second.deprivations.YT1).toBe('unknown');
    for (const step of second.steps) expect(step).toMatchObject({ rule: expect.any(String), citation: expect.any(String), text: { vi: expect.any(String), en: expect.any(String) } });
  });

  it('answers in words in the language asked for', async () => {
    const cases = JSON.stringify([poor]);
    expect((await inside(['classify', '-'], cases)).stdout).toContain('Hộ 1 (hộ 1): hộ nghèo [P2022]');
    expect((await inside(['classify', '-', '--lang', 'en'], cases)).stdout).toContain('Case 1 (hộ 1): poor household [P2022]');
  });

  it('takes all cases or none, and says where each fault is', async () => {
    const wrong = chungtay(['classify', '-'], JSON.stringify([poor, { ...poor, date: '2022-13-01' }, { ...poor, facts: { incom: 1 } }]));
    expect(wrong).toMatchObject({ status: 1, stdout: '' });
    expect(wrong.stderr).toContain('[1].date');
    expect(wrong.stderr).toContain('[2].facts');
    const other = await inside(['classify', '-', '--lang', 'en'], JSON.stringify([poor, { ...poor, ref: 'x', standard: 'P1900' }]));
    expect(other).toMatchObject({ status: 1, stdout: '' });
    expect(other.stderr).toContain('[1] (x): There is no standard');
  });

  it('says so when there is no file, or no JSON in it', async () => {
    expect(await inside(['classify', '/nowhere.json'])).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('/nowhere.json') });
    expect(await inside(['classify', '-'], '{')).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('JSON') });
  });
});

describe('schema classify', () => {
  it('prints the JSON Schema of an array of cases', async () => {
    const { stdout, status } = await inside(['schema', 'classify']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ type: 'array', items: { type: 'object', required: ['standard', 'date', 'facts'] } });
  });
});

describe('a mistake on the command line', () => {
  it('ends with 2 and tells the usage in both languages', () => {
    const { stdout, stderr, status } = chungtay(['dance']);
    expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
    expect(stderr).toMatch(/Cách dùng[^]*Usage/);
  });
});
