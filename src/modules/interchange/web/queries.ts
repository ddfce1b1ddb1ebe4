import { queryOptions } from '@tanstack/react-query';
import type { Id } from '#kernel/ids.ts';
import type { Period } from '#kernel/period.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Language } from '#kernel/text.ts';
import type { AreaRef, Level } from '#modules/areas/contract.ts';
import type { HouseholdFilter, HouseholdSort } from '#modules/households/contract.ts';
import type { UnitSort } from '#modules/measures/rules.units.ts';
import type { FormId } from '#modules/reports/contract.ts';
import { api, client } from '#web/api.ts';
import type { PaperFormat } from '../contract.files.ts';
import type { Arranging } from '../contract.layouts.ts';
import type { OldLetters } from '../contract.parts.ts';
import type { Import, ImportMatch } from '../contract.ts';

const pollMs = 500;

/** Work that goes on by itself on the server. */
export const isRunning = ({ state }: Pick<Import, 'state'>): boolean => state === 'reading' || state === 'loading';

/** One import, asked for again and again while it runs. */
export const importQuery = (id: Id) =>
  queryOptions({ ...api.interchange.get.queryOptions({ input: { id } }), refetchInterval: ({ state: { data } }) => (data && isRunning(data) ? pollMs : false) });

/** The imports of the area and one's own under way, the newest first. */
export const importsQuery = () =>
  queryOptions({ ...api.interchange.list.queryOptions(), staleTime: 0, refetchInterval: ({ state: { data } }) => (data?.some(isRunning) ? 4 * pollMs : false) });

/** The communes of one day in which the land of an area lay that stood on another. */
export const unitsThenQuery = (ref: AreaRef, days: { from: PlainDate; to: PlainDate }) => api.areas.between.queryOptions({ input: { ref, ...days } });

export const roundsQuery = (area: AreaRef) => api.rounds.list.queryOptions({ input: { area } });

/** The area that a file would belong to, on the day of the round. */
export const areaQuery = (ref: AreaRef, day: PlainDate) => api.areas.get.queryOptions({ input: { ref, day }, staleTime: 10 * 60_000 });

/** Says whether a household of the file is the one of the register that it may be. */
export const answerMatch = (id: Id, { source, known }: ImportMatch, answer: 'same' | 'different') => client.interchange.answer({ id, source, known: known.id, answer });

/** Says what became of households that the file does not name; null asks later. */
export const answerAbsent = client.interchange.answerAbsent;

export const loadImport = (id: Id) => client.interchange.load({ id });

/** What undoing an import would do; asked anew each time, since others go on working. */
export const undoQuery = (id: Id) => queryOptions({ ...api.interchange.undoPlan.queryOptions({ input: { id } }), staleTime: 0 });

export const undoImport = (id: Id) => client.interchange.undo({ id });

export const arrangeImport = (arranging: Arranging) => client.interchange.arrange(arranging);

export const convertImport = (id: Id, encoding: OldLetters['encoding']) => client.interchange.convert({ id, encoding });

export const cancelImport = (id: Id) => client.interchange.cancel({ id });

export const getTemplate = (area: AreaRef, period: Period) => client.interchange.template({ area, period });

/** The file of an import as it came, with the cells marked. */
export const fetchMarked = (id: Id, language: Language): Promise<File> => client.interchange.markedFile({ id, language });

/** Which table: of what form, where, when, on what map, down to what level. */
export interface ReportWish {
  form: FormId;
  area: AreaRef;
  period: Period;
  map: PlainDate | undefined;
  level: Level | undefined;
}

/** What is not wished is left out of the question. */
const asked = <Wish extends { map: PlainDate | undefined }>({ map, ...rest }: Wish) => ({ ...rest, ...(map === undefined ? {} : { map }) });
const askedAt = <Wish extends { level: Level | undefined; map: PlainDate | undefined }>({ level, ...rest }: Wish) => ({ ...asked(rest), ...(level === undefined ? {} : { level }) });

export const fetchReport = (wish: ReportWish, format: PaperFormat, language: Language): Promise<File> => client.interchange.reportFile({ ...askedAt(wish), format, language });

export const fetchSet = (place: Omit<ReportWish, 'form'>, format: PaperFormat, language: Language): Promise<File> => client.interchange.reportSet({ ...askedAt(place), format, language });

export const fetchHouseholds = (filter: HouseholdFilter, sort: HouseholdSort, language: Language): Promise<File> => client.interchange.householdFile({ ...filter, sort, language });

export const fetchNames = ({ form, ...place }: Omit<ReportWish, 'level'>, language: Language): Promise<File> => client.interchange.nameFile({ form, ...asked(place), language });

export const fetchUnits = (place: Pick<ReportWish, 'area' | 'period' | 'map'>, sort: UnitSort, language: Language): Promise<File> => client.interchange.unitFile({ ...asked(place), sort, language });
