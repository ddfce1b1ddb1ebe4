import { showDate, type PlainDate } from '#kernel/plain-date.ts';
import type { Language } from '#kernel/text.ts';
import type { AreaKind, Classification, StandardView } from '../contract.ts';
import { classNames, explain } from '../rules.explain.ts';
import { checkTexts } from './texts.check.ts';

/** A self-check as plain text, for a message or a file: class, what is missing, reasons, notes, and that it decides nothing. */
export function slipText(result: Classification, view: StandardView, { area, date }: { area: AreaKind | null; date: PlainDate }, language: Language): string {
  const texts = checkTexts[language];
  const { reasons, notes, missing } = explain(result, view);
  const list = (title: string, items: readonly string[]): string[] => (items.length === 0 ? [] : ['', title, ...items.map((item) => `- ${item}`)]);
  return [
    texts.result.slip.toUpperCase(),
    `${view.standard.name[language]} · ${area ? texts.where[area] : texts.result.areaUnknown} · ${showDate(date)}`,
    '',
    `${texts.result.title}: ${classNames[result.class][language]}`,
    ...(result.local ? [`${texts.result.local}: ${classNames[result.local.class][language]}`] : []),
    ...list(texts.result.missing, missing.map((text) => text[language])),
    ...list(texts.result.steps, reasons.map(({ text }) => text[language])),
    ...list(texts.result.notes, notes.map((text) => text[language])),
    '',
    texts.notDecision,
  ].join('\n');
}
