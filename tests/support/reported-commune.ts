import type { Period } from '#kernel/period.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import type { MeasureId } from '#modules/measures/contract.ts';
import { addStatistics, setCoverage } from '#modules/measures/service.ts';
import { getRoundFor } from '#modules/rounds/service.ts';
import { getStandard } from '#modules/standards/service.ts';
import { runAs, system } from '#platform/run.ts';
import { handIn, household, openRound } from './households.ts';
import type { TestProgram } from './program.ts';

export const reported = { area: '15178' as AreaRef, period: '2025' as Period };
export const reportedCodes = getStandard('P2022').standard.indicators.map(({ code }) => code);
export const reportedSource = { text: { vi: 'Niên giám thống kê xã', en: 'Commune yearbook' }, document: '12/BC-UBND', mark: 'unverified' as const };

const poor = (head: string, village: string, size: number, yes: readonly string[]) =>
  household(head, {
    village,
    size,
    stated: 'poor',
    decision: { number: '01/QĐ-UBND', day: null },
    facts: { indicators: Object.fromEntries(reportedCodes.filter((code) => code !== 'TT2' || yes.includes('TT2')).map((code) => [code, yes.includes(code) ? 'yes' : 'no'])) },
  });

/** A commune of three poor households and one that cannot be classed in two villages, with the number of its households as published: for reports and their files. */
export async function reportCommune({ runtime }: TestProgram): Promise<void> {
  const commune = '15178@2025-07-01' as AreaRef;
  await openRound(runtime, '15178', '2025', 'P2022');
  await handIn(runtime, commune, '2025', [
    poor('Bùi Văn An', 'Thôn Minh Long', 4, ['YT2', 'NO1', 'VL1']),
    poor('Bùi Văn Ba', 'Thôn Minh Long', 3, ['YT2', 'NO1', 'TT2']),
    poor('Cao Thị Chi', 'Thôn Phi Long', 2, ['YT2', 'GD2', 'NS1', 'NS2']),
    household('Cao Thị Dung', { village: 'Thôn Phi Long', facts: {} }),
  ]);
  await runAs(runtime, system, async (ctx) => {
    const { id } = await getRoundFor(ctx, commune, reported.period);
    await setCoverage(ctx, [{ area: commune, roundId: id, classes: ['poor'], indicators: reportedCodes }]);
    await addStatistics(ctx, [{ area: commune, asOf: '2025-12-31' as PlainDate, measure: 'households.all' as MeasureId, value: 1518, source: reportedSource }]);
  });
}
