import { describe, expect, it } from 'vitest';
import { draw, type Boundaries } from './shapes.ts';
import { asSvg, lines, sheet, type SheetTexts } from './sheet.ts';
import { scaleOf, type MapValue } from './steps.ts';

const square = (left: number, bottom: number, side: number): [number, number][] => [[left, bottom], [0, side], [side, 0], [0, -side], [-side, 0]];
/** A square of the mainland, and one in each archipelago. */
const boundaries: Boundaries = {
  type: 'Topology',
  arcs: [square(105, 10, 8), square(112, 16, 1), square(112, 9, 1)],
  transform: { scale: [1, 1], translate: [0, 0] },
  objects: {
    areas: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Polygon', arcs: [[0]], properties: { id: 'land' } },
        { type: 'Polygon', arcs: [[1]], properties: { id: '48' } },
        { type: 'Polygon', arcs: [[2]], properties: { id: '56' } },
      ],
    },
  },
};
const words = { hoangSa: 'QĐ. Hoàng Sa', truongSa: 'QĐ. Trường Sa', estimated: 'Ước tính', unknown: 'Chưa có số liệu', range: (from: string, to: string) => `${from} – ${to}` };
const texts: SheetTexts = { file: 'ban-do', title: 'Số hộ nghèo', lines: ['Việt Nam', 'Bản đồ ngày 01/07/2025'], notes: ['Nguồn: A & B'], simulated: 'Dữ liệu mô phỏng' };

function made(as: 'steps' | 'circles', each: Partial<MapValue>, around = texts): string {
  const values = new Map([['land', { name: 'Xã <A>', value: 400, ...each }], ['48', { name: 'B', value: null }]]);
  return asSvg(sheet(around, { drawing: draw(boundaries), values, scale: scaleOf(as, values.values(), { units: 3, height: 460 }), show: String }, words));
}

describe('a map to take along', () => {
  it('says what, where, when and from where, and that data are simulated', () => {
    for (const text of [texts.title, ...texts.lines, 'Nguồn: A &amp; B', 'Dữ liệu mô phỏng']) expect(made('steps', {})).toContain(`>${text}</text>`);
    expect(made('steps', {}, { ...texts, simulated: undefined })).not.toContain('mô phỏng');
  });

  it('shows and names Hoàng Sa and Trường Sa', () => {
    expect(made('circles', {}).match(/<path /g)).toHaveLength(3);
    for (const name of ['QĐ. Hoàng Sa', 'QĐ. Trường Sa']) expect(made('circles', {})).toContain(`>${name}</text>`);
  });

  it('explains its marks: the steps or circles, what is estimated and what is not known', () => {
    expect(made('steps', {})).toContain('>400</text>');
    expect(made('steps', {})).not.toContain('<circle');
    expect(made('circles', {}).match(/<circle /g)!.length).toBe(1 + 3);
    expect(made('circles', { estimated: true })).toContain('≈ Ước tính');
    expect(made('circles', {})).toContain('Chưa có số liệu');
  });

  it('is sound XML whatever the names hold, and needs nothing from elsewhere', () => {
    expect(made('steps', {})).toContain('<title>Xã &lt;A&gt;</title>');
    expect(made('steps', {})).not.toMatch(/var\(|href=|url\((?!#unknown)/);
  });

  it('breaks long texts between words', () => {
    expect(lines('một hai ba bốn', 10, 50)).toEqual(['một hai', 'ba bốn']);
  });
});
