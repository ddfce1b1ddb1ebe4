import latin400 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-400-normal.woff2?url';
import latin600 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-600-normal.woff2?url';
import vietnamese400 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-400-normal.woff2?url';
import vietnamese600 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-600-normal.woff2?url';
import { sheet, type SheetMap, type SheetTexts, type SheetWords } from './sheet.ts';

export type MapFormat = 'png' | 'svg';

/** A picture that stands alone knows no style sheets: its typeface goes with it. One family a file, since each holds letters that the other lacks. */
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
  const { svg, width, height } = sheet(texts, map, words, await typeface());
  const drawn = new Blob([svg], { type: 'image/svg+xml' });
  const made = format === 'svg' ? drawn : await painted(drawn, width, height);
  return new File([made], `${texts.file}.${format}`, { type: made.type });
}

async function painted(drawn: Blob, width: number, height: number): Promise<Blob> {
  const address = URL.createObjectURL(drawn);
  try {
    const picture = new Image(width, height);
    picture.src = address;
    await picture.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [width * dots, height * dots];
    canvas.getContext('2d')!.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => canvas.toBlob((made) => (made ? resolve(made) : reject(new Error('The picture could not be made.'))), 'image/png'));
  } finally {
    URL.revokeObjectURL(address);
  }
}
