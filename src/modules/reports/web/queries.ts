import type { Period } from '#kernel/period.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { AreaRef, Level } from '#modules/areas/contract.ts';
import { fold, words } from '#kernel/vietnamese.ts';
import { api, client } from '#web/api.ts';
import type { Found } from '#web/contribution.ts';
import { currentLanguage } from '#web/i18n/language.ts';
import type { FormId } from '../contract.ts';
import { reportsTexts } from './texts.ts';

/** Which table: of what form, where, when, on what map, down to what level. */
export interface TableWish {
  form: FormId;
  area: AreaRef;
  period: Period;
  map: PlainDate | undefined;
  level: Level | undefined;
}

/** What is not wished is left out of the question. */
const asked = ({ map, level, ...rest }: TableWish) => ({ ...rest, ...(map === undefined ? {} : { map }), ...(level === undefined ? {} : { level }) });

/** Forms change with the program only. */
export const formsQuery = () => api.reports.forms.queryOptions({ staleTime: Infinity });

export const tableQuery = (wish: TableWish) => api.reports.report.queryOptions({ input: asked(wish) });

/** A list by name, a page at a time; never asked for ahead, since each call is on record as a reading of personal data. */
export const namesQuery = ({ level, ...wish }: TableWish) =>
  api.reports.nameList.infiniteOptions({
    input: (after: string | undefined) => ({ ...asked({ ...wish, level: undefined }), limit: 50, ...(after === undefined ? {} : { after }) }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const ethnicColumnsQuery = (area: AreaRef, day: PlainDate | undefined) => api.reports.ethnicColumns.queryOptions({ input: { area, ...(day === undefined ? {} : { day }) } });

export const partsQuery = () => api.households.parts.queryOptions({ staleTime: Infinity });

export const saveEthnicColumns = (area: AreaRef, codes: string[]) => client.reports.setEthnicColumns({ area, codes });

export const childrenQuery = (ref: AreaRef, day: PlainDate, enabled: boolean) => api.areas.children.queryOptions({ input: { ref, day }, enabled, staleTime: Infinity });

/** Forms whose number or title holds every word, for the palette. */
export async function findForms(text: string, signal: AbortSignal): Promise<Found[]> {
  const language = currentLanguage();
  const forms = await client.reports.forms(undefined, { signal });
  return forms
    .map(({ form, title }) => ({ form, title: `${reportsTexts[language].form.replace('{form}', form)}: ${title[language]}` }))
    .filter(({ title }) => words(text).every((word) => fold(title).includes(word)))
    .map(({ form, title }) => ({ key: form, title, detail: '', link: { to: '/reports/$form', params: { form } } }));
}
