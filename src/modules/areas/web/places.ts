import type { CommunePlaces, GivenPlace } from '../contract.places.ts';

/** A list of places as text: one village a line, its name or id, latitude, longitude. */
export const showPlaces = (villages: CommunePlaces['villages']): string => villages.map(({ village, place }) => `${village.name}; ${place?.lat ?? ''}; ${place?.lon ?? ''}`).join('\n');

const heading = /^(mã|tên|thôn|village|name)/iu;

/**
 * Reads such a list: cells apart by semicolons, tabs or commas, decimals with a dot or, where cells are not apart by commas, a comma. Lines
 * without any number are villages that stay as they are; `wrong` are the numbers of lines that cannot be read.
 */
export function readPlaces(text: string): { rows: GivenPlace[]; wrong: number[] } {
  const [rows, wrong]: [GivenPlace[], number[]] = [[], []];
  for (const [index, line] of text.split('\n').entries()) {
    const parts = (/[;\t]/.test(line) ? line.split(/[;\t]/) : line.split(',')).map((cell) => cell.trim());
    const [village, lat, lon] = [parts[0] ?? '', parts[1] ?? '', parts[2] ?? ''];
    if (village === '' || (lat === '' && lon === '') || (index === 0 && heading.test(village) && !/\d/.test(lat + lon))) continue;
    const [north, east] = [Number(lat.replace(',', '.')), Number(lon.replace(',', '.'))];
    if (parts.length !== 3 || lat === '' || lon === '' || Number.isNaN(north) || Number.isNaN(east)) wrong.push(index + 1);
    else rows.push({ village, lat: north, lon: east });
  }
  return { rows, wrong };
}
