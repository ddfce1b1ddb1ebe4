import { z } from 'zod';
import { PlainDate, showDate } from '#kernel/plain-date.ts';
import type { Language } from '#kernel/text.ts';
import { AreaRef, Level, type AreaHit, type LineageEdge } from '#modules/areas/contract.ts';
import { find } from '#modules/areas/service.find.ts';
import { get } from '#modules/areas/service.ts';
import type { Command } from './command.ts';
import { columns } from './layout.ts';
import { asSystem, withProgram } from './with-program.ts';

const Limit = z.coerce.number().int().min(1).max(50);

export const areasFind: Command = {
  name: 'areas find',
  summary: { vi: 'tìm địa bàn theo tên (không cần dấu) hoặc mã, ở mọi cấp và mọi thời điểm', en: 'find areas by name (marks not needed) or code, over all levels and times' },
  operands: [{ name: 'TEXT', rest: true, about: { vi: 'tên hoặc mã', en: 'name or code' } }],
  options: {
    level: { value: 'LEVEL', about: { vi: `chỉ một cấp: ${Level.options.join(', ')}`, en: `one level only: ${Level.options.join(', ')}` } },
    limit: { value: 'N', about: { vi: 'số kết quả nhiều nhất, 1 đến 50 (mặc định 20)', en: 'at most so many, 1 to 50 (20 when left out)' } },
  },
  database: true,
  async run(call) {
    const text = call.read(z.string().trim().min(1).max(80), 'TEXT', call.operand('TEXT'), '1–80');
    const asked = call.option('level');
    const level = asked === undefined ? undefined : call.read(Level, '--level', asked, Level.options.join(', '));
    const limit = call.read(Limit, '--limit', call.option('limit') ?? '20', '1–50');
    const hits = await withProgram(call, (runtime) => asSystem(runtime, (ctx) => find(ctx, { text, level, limit })));
    call.answer(hits, () => (hits.length === 0 ? call.say({ vi: 'Không tìm thấy.', en: 'Nothing found.' }) : columns(hits.map((hit) => hitRow(hit, call.language)))));
  },
};

export const areasLineage: Command = {
  name: 'areas lineage',
  summary: { vi: 'tên qua các thời kỳ, đơn vị tiền thân và kế tục của một địa bàn', en: 'names over time, predecessors and successors of an area' },
  operands: [{ name: 'CODE', about: { vi: 'mã địa bàn, hoặc MÃ@NGÀY vì mã được dùng lại', en: 'code of the area, or CODE@DAY, since codes are used again' } }],
  options: { at: { value: 'D', about: { vi: 'ngày (YYYY-MM-DD) mà mã thuộc về; mặc định hôm nay', en: 'day (YYYY-MM-DD) that the code belongs to; today when left out' } } },
  database: true,
  async run(call) {
    const ref = call.read(AreaRef, 'CODE', call.operand('CODE'), '15178, 16126@2018-12-31, VN');
    const at = call.option('at');
    const day = at === undefined ? undefined : call.read(PlainDate, '--at', at, 'YYYY-MM-DD');
    const area = await withProgram(call, (runtime) => asSystem(runtime, (ctx) => get(ctx, { ref, day })));
    call.answer(area, () => {
      const { language } = call;
      const title = [area.name, ...area.within.slice(1).reverse().map(({ name }) => name)].join(', ');
      const names = area.versions.map(({ name, from, to, parent }) => [`  ${span(from, to, language)}`, name, parent?.name ?? '']);
      const parts = [
        `${title} [${area.id}]`,
        columns(names),
        ...listEdges(call.say({ vi: 'Tiền thân', en: 'Predecessors' }), area.predecessors, language),
        ...listEdges(call.say({ vi: 'Kế tục', en: 'Successors' }), area.successors, language),
      ];
      return parts.join('\n');
    });
  },
};

const now = { vi: 'nay', en: 'now' } as const;

const span = (from: PlainDate, to: PlainDate | null, language: Language): string => `${showDate(from)} – ${to === null ? now[language] : showDate(to)}`;

const hitRow = ({ id, name, within, from, to }: AreaHit, language: Language): string[] => [id, name, within, span(from, to, language)];

const kinds = { whole: { vi: 'toàn bộ', en: 'whole' }, part: { vi: 'một phần', en: 'part' } } as const;

function listEdges(title: string, edges: readonly LineageEdge[], language: Language): string[] {
  if (edges.length === 0) return [];
  const rows = edges.map(({ area, day, kind, share, resolution, basis }) => [
    `  ${area.name}`,
    `[${area.id}]`,
    showDate(day),
    kinds[kind][language] + (share === null || kind === 'whole' ? '' : ` (~${Math.round(share * 100)} %)`),
    resolution ?? basis,
  ]);
  return [`${title}:`, columns(rows)];
}
