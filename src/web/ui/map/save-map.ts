import latin400 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-400-normal.woff2?url';
import latin600 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-600-normal.woff2?url';
import vietnamese400 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-400-normal.woff2?url';
import vietnamese600 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-600-normal.woff2?url';
import { fontFamily, tokens } from '../../theme.ts';
import { asSvg, sheet, type Sheet, type SheetMap, type SheetTexts, type SheetWords } from './sheet.ts';

export type MapFormat = 'png' | 'svg';

/** An SVG file that stands alone knows no style sheets: its typeface goes with it. One family a file, since each holds letters that the other lacks. */
const faces = [
  ['Be Vietnam Pro Latin', 400, latin400],
  ['Be Vietnam Pro Latin', 600, latin600],
  ['Be Vietnam Pro Vietnamese', 400, vietnamese400],
  ['Be Vietnam Pro Vietnamese', 600, vietnamese600],
] as const;

/** Dots of the PNG in a pixel: sharp in a report of A4. */
const dots = 2;

async function asText(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

async function typeface(): Promise<string> {
  const rules = faces.map(async ([family, weight, address]) => {
    const data = await asText(await (await fetch(address)).blob());
    return `@font-face{font-family:'${family}';font-weight:${weight};src:url(${data}) format('woff2')}`;
  });
  return (await Promise.all(rules)).join('');
}

/** A map as a file, made in the browser. Rejects where the typeface cannot be fetched or the browser cannot make so large a picture. */
export async function mapFile(format: MapFormat, texts: SheetTexts, map: SheetMap, words: SheetWords): Promise<File> {
  const made = sheet(texts, map, words);
  const file = format === 'svg' ? new Blob([asSvg(made, await typeface())], { type: 'image/svg+xml' }) : await painted(made);
  return new File([file], `${texts.file}.${format}`, { type: file.type });
}

/** Texts are painted by the page, whose typeface is there: a browser paints an SVG before the typeface within it is read. */
async function painted({ written, ...drawing }: Sheet): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([asSvg({ ...drawing, written: [] })], { type: 'image/svg+xml' }));
  try {
    const picture = new Image(drawing.width, drawing.height);
    picture.src = address;
    const letters = written.map(({ text }) => text).join('');
    await Promise.all([picture.decode(), ...([400, 600] as const).map((weight) => document.fonts.load(`${weight} 16px ${fontFamily}`, letters))]);
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [drawing.width * dots, drawing.height * dots];
    const pen = canvas.getContext('2d')!;
    pen.scale(dots, dots);
    pen.drawImage(picture, 0, 0, drawing.width, drawing.height);
    [pen.strokeStyle, pen.lineWidth, pen.lineJoin] = [tokens.light.paper, 4, 'round'];
    for (const { text, x, y, size, colour, weight, middle, rim } of written) {
      [pen.font, pen.fillStyle, pen.textAlign] = [`${weight} ${size}px ${fontFamily}`, colour, middle ? 'center' : 'left'];
      if (rim) pen.strokeText(text, x, y);
      pen.fillText(text, x, y);
    }
    return await new Promise((resolve, reject) => canvas.toBlob((image) => (image ? resolve(image) : reject(new Error('The picture could not be made.'))), 'image/png'));
  } finally {
    URL.revokeObjectURL(address);
  }
}
