import type { CommunePlaces, GivenPlace } from '../contract.places.ts';

/** A list of places as text: one village a line, its name or id, latitude, longitude. */
export const showPlaces = (villages: CommunePlaces['villages']): string => villages.map(({ village, place }) => line(village.name, place)).join('\n');

/** A tenth of a metre. */
const decimals = 6;

const line = (village: string, place: { lat: number; lon: number } | null): string => [village, ...[place?.lat, place?.lon].map((degrees) => (degrees === undefined ? '' : Number(degrees.toFixed(decimals))))].join('; ');

const heading = /^(mã|tên|thôn|village|name)/iu;

const cellsOf = (text: string): string[] => (/[;\t]/.test(text) ? text.split(/[;\t]/) : text.split(',')).map((cell) => cell.trim());

/**
 * Reads such a list: cells apart by semicolons, tabs or commas, decimals with a dot or, where cells are not apart by commas, a comma. Lines
 * without any number are villages that stay as they are; `wrong` are the numbers of lines that cannot be read.
 */
export function readPlaces(text: string): { rows: GivenPlace[]; wrong: number[] } {
  const [rows, wrong]: [GivenPlace[], number[]] = [[], []];
  for (const [index, each] of text.split('\n').entries()) {
    const parts = cellsOf(each);
    const [village, lat, lon] = [parts[0] ?? '', parts[1] ?? '', parts[2] ?? ''];
    if (village === '' || (lat === '' && lon === '') || (index === 0 && heading.test(village) && !/\d/.test(lat + lon))) continue;
    const [north, east] = [Number(lat.replace(',', '.')), Number(lon.replace(',', '.'))];
    if (parts.length !== 3 || lat === '' || lon === '' || Number.isNaN(north) || Number.isNaN(east)) wrong.push(index + 1);
    else rows.push({ village, lat: north, lon: east });
  }
  return { rows, wrong };
}

/** The list with a village put at a place: in its line, or in a new one. */
export function putInto(text: string, village: string, place: { lat: number; lon: number }): string {
  const lines = text.split('\n').filter((each, index, all) => each.trim() !== '' || index < all.length - 1);
  const at = lines.findIndex((each) => cellsOf(each)[0] === village);
  return at === -1 ? [...lines, line(village, place)].join('\n') : lines.with(at, line(village, place)).join('\n');
}

/** Heads of the columns of a sheet of places. */
const heads = { village: /^(tên( thôn.*)?|thôn.*|tổ dân phố|village.*|name)$/iu, id: /^(mã.*|code|id)$/iu, lat: /^(vĩ độ.*|lat.*|y)$/iu, lon: /^(kinh độ.*|lon.*|lng|x)$/iu } as const;

/** A sheet of places as such a list: its columns are found by their heads; without heads they are name or id, latitude, longitude. Rows without a name are left out. */
export function listOf(rows: readonly (readonly (string | number | null)[])[]): string {
  const asText = (cell: string | number | null | undefined): string => String(cell ?? '').trim();
  const columnIn = (row: readonly (string | number | null)[], head: RegExp): number => row.findIndex((cell) => head.test(asText(cell)));
  const headAt = rows.slice(0, 20).findIndex((row) => columnIn(row, heads.lat) !== -1 && columnIn(row, heads.lon) !== -1);
  const head = rows[headAt] ?? [];
  const [name, id] = [columnIn(head, heads.village), columnIn(head, heads.id)];
  const [lat, lon] = headAt === -1 ? [1, 2] : [columnIn(head, heads.lat), columnIn(head, heads.lon)];
  return rows
    .slice(headAt + 1)
    .flatMap((row) => {
      const village = headAt === -1 ? asText(row[0]) : asText(row[name]) || asText(row[id]);
      return village === '' ? [] : [[village, asText(row[lat]), asText(row[lon])].join('; ')];
    })
    .join('\n');
}
