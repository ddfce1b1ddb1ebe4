import { tokens } from '../../theme.ts';
import type { Archipelago, Drawing, Shape } from './shapes.ts';
import { circleMarks, circlesOf, radiusOf, signsOf, stepMarks, stepOf, tokenOf, type MapValue, type Scale } from './steps.ts';

/** What stands around a map that is taken along. */
export interface SheetTexts {
  /** Name of the file without its ending: `ban-do-ty-le-ho-ngheo-401-2018`. */
  file: string;
  title: string;
  /** Below the title: the place, the day of the figures, the day of the map. */
  lines: readonly string[];
  /** Below the legend: the source, what is approximate. */
  notes: readonly string[];
  /** `mô phỏng`, where the data are. */
  simulated: string | undefined;
}

/** A map as it is on the screen, whole. */
export interface SheetMap {
  drawing: Drawing;
  values: ReadonlyMap<string, MapValue>;
  scale: Scale;
  show: (value: number) => string;
}

/** The words of the map itself in the person's language. */
export interface SheetWords {
  hoangSa: string;
  truongSa: string;
  estimated: string;
  unknown: string;
  range: (from: string, to: string) => string;
}

const colours = tokens.light;
const wide = 1200;
const margin = 48;
const inner = wide - 2 * margin;
const highest = 1000;
/** A letter of the typeface is about this wide, in parts of its size; texts are broken a little early rather than cut. */
const letter = 0.56;

const safe = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const round = (value: number): string => String(Math.round(value * 100) / 100);

/** A line of text on the sheet, at the left end or the middle of its baseline. */
export interface Written {
  text: string;
  x: number;
  y: number;
  size: number;
  colour: string;
  weight: 400 | 600;
  middle: boolean;
  /** A rim in the colour of the paper, so that it can be read on any ground. */
  rim: boolean;
}

/** A map with its title, legend and notes: the drawing without its texts, and these. Sizes are in pixels. */
export interface Sheet {
  width: number;
  height: number;
  title: string;
  shapes: string;
  written: readonly Written[];
}

const line = (text: string, x: number, y: number, size: number, look: Partial<Written> = {}): Written => ({ text, x, y, size, colour: colours.ink, weight: 400, middle: false, rim: false, ...look });

/** A text in lines that fit into a width. */
export function lines(text: string, size: number, width: number): string[] {
  const most = Math.floor(width / (size * letter));
  const made: string[] = [];
  for (const word of text.split(' ')) {
    const last = made.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) made[made.length - 1] = `${last} ${word}`;
    else made.push(word);
  }
  return made;
}

/** Lays out a map as it is taken along: in the light scheme, with all that one needs to read it without the screen. */
export function sheet(texts: SheetTexts, map: SheetMap, words: SheetWords): Sheet {
  const shapes: string[] = [];
  const written: Written[] = [];
  let y = margin;
  const paragraph = (text: string, size: number, look: Partial<Written> = {}, width = inner): void => {
    for (const each of lines(text, size, width)) {
      y += size * 1.4;
      written.push(line(each, margin, y - size * 0.35, size, look));
    }
  };

  const markWidth = texts.simulated === undefined ? 0 : texts.simulated.length * 17 * letter + 32;
  if (texts.simulated !== undefined) {
    shapes.push(`<rect x="${round(wide - margin - markWidth)}" y="${margin}" width="${round(markWidth)}" height="34" rx="6" fill="${colours.warmWash}" stroke="${colours.warm}"/>`);
    written.push(line(texts.simulated, wide - margin - markWidth / 2, margin + 23, 17, { colour: colours.warmInk, weight: 600, middle: true }));
  }
  paragraph(texts.title, 30, { weight: 600 }, inner - markWidth - 24);
  for (const each of texts.lines) paragraph(each, 18, { colour: colours.muted });
  y += 20;

  const { view, land, archipelagos } = map.drawing;
  const [across, down] = [view.right - view.left, view.bottom - view.top];
  const height = Math.min(highest, (inner * down) / across);
  // Units of the drawing in a pixel; the drawing stands in the middle of its place.
  const pixel = Math.max(across / inner, down / height);
  const [left, top] = [margin + (inner - across / pixel) / 2, y];
  const at = (place: { x: number; y: number }) => [left + (place.x - view.left) / pixel, top + (place.y - view.top) / pixel] as const;
  shapes.push(`<svg x="${margin}" y="${round(y)}" width="${inner}" height="${round(height)}" viewBox="${round(view.left)} ${round(view.top)} ${round(across)} ${round(down)}">${drawn(map, pixel)}</svg>`);
  for (const { name, frame } of archipelagos) {
    const [x, below] = at({ x: (frame.left + frame.right) / 2, y: frame.bottom });
    written.push(line(words[name], x, below + 18, 14, { colour: colours.muted, middle: true }));
  }
  for (const { id, centre } of land) {
    if (!map.values.get(id)?.estimated) continue;
    const [x, middle] = at(centre);
    written.push(line('≈', x, middle + 7, 20, { weight: 600, middle: true, rim: true }));
  }
  y += height + 28;

  y = legend(map, words, y, { shapes, written }) + 12;
  for (const note of texts.notes) paragraph(note, 15, { colour: colours.muted });
  return { width: wide, height: Math.ceil(y + margin / 2), title: texts.title, shapes: `${hatch}<rect width="100%" height="100%" fill="${colours.paper}"/>${shapes.join('')}`, written };
}

/** The sheet, or its drawing alone, as an SVG document that stands alone: colours are written out, and `style` may bring a typeface. */
export function asSvg({ width, height, title, shapes, written }: Sheet, style = ''): string {
  const text = ({ text: words, x, y, size, colour, weight, middle, rim }: Written): string =>
    `<text x="${round(x)}" y="${round(y)}" font-size="${size}" font-weight="${weight}" fill="${colour}"${middle ? ' text-anchor="middle"' : ''}${rim ? ` stroke="${colours.paper}" stroke-width="4" paint-order="stroke"` : ''}>${safe(words)}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="'Be Vietnam Pro','Be Vietnam Pro Latin','Be Vietnam Pro Vietnamese',system-ui,sans-serif"><title>${safe(title)}</title><style>${style}</style>${shapes}${written.map(text).join('')}</svg>`;
}

const hatch = `<defs><pattern id="unknown" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="${colours.sunk}"/><rect width="1.4" height="6" fill="${colours.lineStrong}"/></pattern></defs>`;

/** The areas and circles in units of the drawing, of which a pixel has `pixel`. */
function drawn({ drawing, values, scale }: SheetMap, pixel: number): string {
  const fill = (id: string): string => {
    const value = values.get(id)?.value ?? null;
    if (value === null) return 'url(#unknown)';
    return scale.as === 'steps' ? colours[tokenOf(stepOf(value, scale.ends), scale.ends)] : colours.sunk;
  };
  const paths = (shapes: readonly Shape[], edge: string, stroke: number): string =>
    `<g stroke="${edge}" stroke-width="${round(stroke * pixel)}" stroke-linejoin="round">${shapes.map(({ id, path }) => `<path d="${path}" fill="${fill(id)}"><title>${safe(values.get(id)?.name ?? '')}</title></path>`).join('')}</g>`;
  const islands = ({ frame, inset, shapes }: Archipelago): string =>
    (inset ? `<rect x="${round(frame.left)}" y="${round(frame.top)}" width="${round(frame.right - frame.left)}" height="${round(frame.bottom - frame.top)}" rx="4" fill="none" stroke="${colours.lineStrong}" stroke-width="${round(pixel)}"/>` : '') +
    paths(shapes, colours.rate5, 1.4);
  const circles = scale.as === 'steps' ? '' : circled(drawing.land, values, scale, pixel);
  return paths(drawing.land, scale.as === 'steps' ? colours.mapEdge : colours.control, drawing.land.length > 1000 ? 0.3 : 0.8) + drawing.archipelagos.map(islands).join('') + circles;
}

/** The sheet is larger than the screen, and its circles with it. */
const enlarged = 1.9;

function circled(shapes: readonly Shape[], values: ReadonlyMap<string, MapValue>, scale: Extract<Scale, { as: 'circles' }>, pixel: number): string {
  const all = circlesOf(shapes, values, scale).map(({ shape: { centre }, radius }) => `<circle cx="${round(centre.x)}" cy="${round(centre.y)}" r="${round(radius * enlarged * pixel)}"/>`);
  return `<g fill="${colours.rate4}" fill-opacity="0.72" stroke="${colours.rate5}" stroke-width="${round(pixel)}">${all.join('')}</g>`;
}

/** Writes the legend from `top` on and tells where it ends. */
function legend({ values, scale, show }: SheetMap, words: SheetWords, top: number, { shapes, written }: { shapes: string[]; written: Written[] }): number {
  const size = 16;
  const signs = signsOf(values.values());
  const tall = scale.as === 'circles' ? scale.radius * enlarged * 2 + 4 : 26;
  let [x, y] = [margin, top];
  const entry = (width: number, mark: (x: number, middle: number) => string, text: string): void => {
    const whole = width + 10 + text.length * size * letter + 24;
    if (x > margin && x + whole > wide - margin) [x, y] = [margin, y + tall];
    shapes.push(mark(x, y + tall / 2));
    written.push(line(text, x + width + 10, y + tall / 2 + size * 0.35, size));
    x += whole;
  };
  const box = (fill: string) => (left: number, middle: number) => `<rect x="${round(left)}" y="${round(middle - 8)}" width="28" height="16" rx="3" fill="${fill}" stroke="${colours.lineStrong}"/>`;
  if (scale.as === 'steps') {
    for (const { from, to, token } of stepMarks(scale)) entry(28, box(colours[token]), from === to ? show(to) : words.range(show(from), show(to)));
  } else {
    for (const value of circleMarks(scale.most)) {
      const radius = radiusOf(value, scale) * enlarged;
      entry(radius * 2, (left, middle) => `<circle cx="${round(left + radius)}" cy="${round(middle)}" r="${round(radius)}" fill="${colours.rate4}" fill-opacity="0.72" stroke="${colours.rate5}"/>`, show(value));
    }
  }
  if (signs.estimated) entry(0, () => '', `≈ ${words.estimated}`);
  if (signs.unknown) entry(28, box('url(#unknown)'), words.unknown);
  return y + tall;
}
