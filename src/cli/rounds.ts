import { Period } from '#kernel/period.ts';
import { showDate } from '#kernel/plain-date.ts';
import { AreaRef } from '#modules/areas/contract.ts';
import { open } from '#modules/rounds/service.ts';
import type { Command } from './command.ts';
import { asSystem, withProgram } from './with-program.ts';

export const roundOpen: Command = {
  name: 'round open',
  summary: { vi: 'mở một đợt rà soát, là nơi các danh sách hộ được nạp vào', en: 'open a round of review, which lists of households are loaded into' },
  operands: [],
  options: {
    area: { value: 'CODE', required: true, about: { vi: 'mã địa bàn vào ngày chốt số liệu, hoặc MÃ@NGÀY', en: 'code of the area on the day of the data, or CODE@DAY' } },
    period: { value: 'Y', required: true, about: { vi: 'năm hoặc tháng: 2025, 2026-03', en: 'year or month: 2025, 2026-03' } },
    standards: { value: 'IDS', required: true, about: { vi: 'mã các chuẩn nghèo, cách nhau bằng dấu phẩy; chuẩn đầu tiên là chuẩn chính thức', en: 'standards, with commas between; the first is the official one' } },
  },
  database: true,
  async run(call) {
    const area = call.read(AreaRef, '--area', call.option('area')!, '15178, 38, VN');
    const period = call.read(Period, '--period', call.option('period')!, '2025, 2026-03');
    const standards = call.option('standards')!.split(',').map((id) => id.trim());
    const round = await withProgram(call, (runtime) => asSystem(runtime, (ctx) => open(ctx, { area, period, standards, official: standards[0]! })));
    const day = showDate(round.asOf);
    call.answer(round, () => call.say({ vi: `Đã mở đợt rà soát của ${round.area.name}, số liệu đến ngày ${day}.`, en: `The round of ${round.area.name} is open, as of ${day}.` }));
  },
};
