import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openProgram } from '#app/open-program.ts';
import type { Runtime } from '#platform/run.ts';
import { commands } from './commands.ts';
import { runInside, type Told } from './fixtures.ts';
import { helpOf, usageOf } from './help.ts';
import { copyOf } from '../../tests/support/kept-database.ts';
import '../../tests/support/template.ts';

let data: string;
let program: Runtime;

beforeAll(async () => {
  const template = inject('template');
  data = 'folder' in template ? copyOf(template.folder) : mkdtempSync(join(tmpdir(), 'chungtay-cli-'));
  program = await openProgram({ folder: data });
});
afterAll(() => rmSync(data, { recursive: true, force: true }));

/** The one program of this file, left open from one command to the next: opening takes longer than most commands. */
const openOnce = async (): Promise<Runtime> => ({ ...program, database: { ...program.database, close: async () => {} } });

/** Runs a command line on a database of its own. */
const run = (line: string, told: Told = {}, open: typeof openProgram = openOnce) => runInside(line.split(' '), told, { DATA_DIR: data }, open);

describe('arguments', () => {
  it.each([
    ['areas find', 'TEXT'],
    ['user add --username a', '--name, --role, --area'],
    ['areas find nga --levl x', '--levl'],
    ['areas find nga --limit', '--limit'],
    ['areas find nga --json=1', '--json'],
    ['areas find nga --level hamlet', 'hamlet'],
    ['areas lineage 15172 15178', '15178'],
    ['areas lineage 15172 --at 2022-02-30', '2022-02-30'],
    ['report 1.4 --area 35 --period 15', '15'],
    ['import a.xlsx --area 15172 --date 2022-12-30', '2022-12-31'],
    ['migrate --lang fr', 'fr'],
  ])('%s ends with 2 and names %s', async (line, named) => {
    const { status, stdout, stderr } = await run(line);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(named);
  });

  it('are told by --help for each command, in both languages', async () => {
    for (const command of commands) {
      expect(await run(`${command.name} --help`)).toEqual({ status: 0, stdout: helpOf(command, 'vi'), stderr: '' });
      expect((await run(`${command.name} --help --lang en`)).stdout).toContain(usageOf(command));
    }
    expect((await run('--help')).stdout).toContain('schema classify');
  });
});

describe('areas', () => {
  it('are found without diacritics, of several words', async () => {
    const { status, stdout } = await run('areas find cam tan --json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)[0]).toMatchObject({ id: '15178@2025-07-01', name: 'Xã Cẩm Tân' });
  });

  it('tell what became of them', async () => {
    expect((await run('areas lineage 15172 --at 2022-12-31')).stdout).toMatch(/Kế tục:\n.*Xã Cẩm Tân.*1686/);
    expect(JSON.parse((await run('areas lineage 15178 --json')).stdout).predecessors.length).toBeGreaterThan(2);
  });

  it('that do not stand on the day are a problem, in the language asked for', async () => {
    expect(await run('areas lineage 15172 --at 2026-01-01')).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('Không có địa bàn 15172') });
    expect((await run('areas lineage 15172 --at 2026-01-01 --lang en')).stderr).toContain('There is no area 15172');
  });
});

describe('user add', () => {
  const line = 'user add --name Quản-trị --role administrator --area VN --username';

  it('reads the password from stdin or asks twice, and never takes it as an argument', async () => {
    expect(await run(`${line} quantri --json`, { stdin: 'mot-mat-khau-dai\n' })).toMatchObject({ status: 0, stderr: '' });
    expect(await run(`${line} quantri2`, { typed: ['mot-mat-khau-dai', 'mot-mat-khau-dai'] })).toMatchObject({ status: 0, stdout: expect.stringContaining('quantri2') });
    expect(await run(`${line} quantri3`, { typed: ['mot-mat-khau-dai', 'mot-mat-khau-khac'] })).toMatchObject({ status: 1, stderr: expect.stringContaining('không giống nhau') });
    expect(await run(`${line} quantri3 --password x`)).toMatchObject({ status: 2 });
  });

  it('refuses a taken name, a short password and none', async () => {
    expect(await run(`${line} quantri`, { stdin: 'mot-mat-khau-dai' })).toMatchObject({ status: 1, stderr: expect.stringContaining('đã có người dùng') });
    expect(await run(`${line} quantri3`, { stdin: 'ngan' })).toMatchObject({ status: 1, stderr: expect.stringContaining('ký tự') });
    expect(await run(`${line} quantri3`, { stdin: '' })).toMatchObject({ status: 1, stderr: expect.stringContaining('mật khẩu') });
  });
});

describe('rounds and reports', () => {
  it('open a round once, and fill a form for it', async () => {
    const opened = await run('round open --area 15178 --period 2025 --standards P2022 --json');
    expect(JSON.parse(opened.stdout)).toMatchObject({ asOf: '2025-12-31', standards: [{ id: 'P2022', official: true }] });
    expect((await run('round open --area 15178 --period 2025 --standards P2022')).status).toBe(1);
    const xlsx = join(data, 'bieu.xlsx');
    const report = await run(`report 1.4 --area 15178 --period 2025 --json --xlsx ${xlsx}`);
    expect(report.status).toBe(0);
    expect(JSON.parse(report.stdout)).toMatchObject({ form: '1.4', area: { code: '15178' }, period: '2025', mapDate: '2025-12-31', columns: expect.any(Array), rows: [], total: expect.any(Object), notes: expect.any(Array) });
  });
});

describe('import', () => {
  const file = (name: string, text: string): string => {
    const path = join(data, name);
    writeFileSync(path, text);
    return path;
  };

  it('writes nothing in a dry run, then loads the file whole, and a second time changes nothing', async () => {
    const list = file('so.csv', 'Chủ hộ,Họ và tên,Quan hệ với chủ hộ,Thôn,Phân loại hộ,Điểm B1,Điểm B2\nNguyễn Văn A,Nguyễn Văn A,Chủ hộ,Thôn Một,Hộ nghèo,120,30\n');
    const line = `import ${list} --area 15178 --date 2025-12-31 --json`;
    expect(JSON.parse((await run(`${line} --dry-run`)).stdout)).toMatchObject({ check: { added: 1, newVillages: ['Thôn Một'] }, result: null });
    expect(JSON.parse((await run(line)).stdout)).toMatchObject({ kind: 'commune', result: { added: 1, same: 0 } });
    expect(JSON.parse((await run(line)).stdout)).toMatchObject({ result: { added: 0, changed: 0, same: 1 } });
    expect(JSON.parse((await run('report 1.1 --area 15178 --period 2025 --json')).stdout).total.cells.poor).toBe(1);
  });

  it('takes a decision of the whole file, by its number', async () => {
    const list = file('da-cong-nhan.csv', 'Chủ hộ,Thôn,Phân loại hộ\nBùi Văn Cũ,Thôn Một,Hộ nghèo\n');
    const line = ['import', list, '--area', '15178', '--date', '2025-12-31', '--dry-run', '--json'];
    const given = await run([...line, '--decision', '125/QĐ-UBND', '--decision-date', '2025-12-20'].join(' '));
    expect(JSON.parse(given.stdout)).toMatchObject({ check: { decision: { number: '125/QĐ-UBND', day: '2025-12-20', households: 1 }, entries: [{ class: 'poor', computed: 'insufficient' }] } });
    expect(await run([...line, '--decision-date', '2025-12-20'].join(' '))).toMatchObject({ status: 2, stderr: expect.stringContaining('--decision') });
  });

  it('reads a list of another system as a layout file says', async () => {
    const list = file('la.csv', 'Ông/bà đứng tên;Nơi cư trú;Mức\nBùi Văn Lạ;Thôn Đông;HN01');
    const layout = [{ sheet: 'CSV', list: 'current', columns: [{ index: 0, field: 'head' }, { index: 1, field: 'village' }, { index: 2, field: 'class' }], classes: [{ word: 'HN01', class: 'poor' }] }];
    const line = `import ${list} --area 15178 --date 2025-12-31 --dry-run --json`;
    expect(JSON.parse((await run(`${line} --layout ${file('cach-doc.json', JSON.stringify(layout))}`)).stdout)).toMatchObject({ check: { added: 1, counts: { errors: 0 } } });
    expect((await run(`${line} --layout ${file('hong.json', '{')}`)).status).toBe(2);
    expect(await run(`${line} --layout ${file('khac.json', JSON.stringify([{ ...layout[0], sheet: 'Khác' }]))}`)).toMatchObject({ status: 1, stderr: expect.stringContaining('“Khác”') });
  });

  it('loads nothing and ends with 1 where the file has errors', async () => {
    const lacking = await run(`import ${file('thieu.csv', 'Họ tên,Ghi chú\nNguyễn Văn A,x\n')} --area 15178 --date 2025-12-31`);
    expect(lacking.status).toBe(1);
    expect(lacking.stderr).toContain('Lỗi');
    expect(lacking.stdout).toContain('Chưa ghi gì');
  });

  it('says so where no round is open', async () => {
    expect(await run(`import ${file('trong.csv', 'a\n')} --area 15178 --date 2024-12-31`)).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('đợt rà soát') });
  });
});

describe('the database', () => {
  beforeAll(() => program.database.close());
  const runAlone = (line: string) => run(line, {}, openProgram);

  it('is brought up to date', async () => expect(await runAlone('migrate')).toMatchObject({ status: 0, stdout: expect.stringContaining(data) }));

  it('keeps real data from the demonstration', async () => {
    expect((await runAlone('demo load')).status).toBe(1);
    expect((await runAlone('demo reset')).status).toBe(1);
  });

  it('in use by another process is told with its number, and ends with 3', async () => {
    const lock = join(data, 'lock.json');
    writeFileSync(lock, JSON.stringify({ pid: process.ppid, command: 'app/main.ts' }));
    const { status, stderr } = await runAlone('areas find nga');
    rmSync(lock);
    expect(status).toBe(3);
    expect(stderr).toContain(String(process.ppid));
  });
});
