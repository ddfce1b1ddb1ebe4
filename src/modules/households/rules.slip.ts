/** The result of a household in words that can be read out to somebody who cannot read: short sentences, no codes, no articles of law. */
import { z } from 'zod';
import { periodEndingOn } from '#kernel/period.ts';
import { showDate, type PlainDate } from '#kernel/plain-date.ts';
import { showMoney, showNumber } from '#kernel/show.ts';
import { fill, Text, type Language } from '#kernel/text.ts';
import type { AreaKind, StandardView } from '#modules/standards/contract.ts';
import { IndicatorCode } from '#modules/standards/contract.packs.ts';
import { citationText, classNames } from '#modules/standards/rules.explain.ts';
import { knownOn, valueOn } from '#modules/standards/rules.values.ts';
import type { CausesSeen } from './contract.causes.ts';
import type { GivenCause } from './contract.parts.ts';
import type { ClassRecord } from './contract.ts';
import type { SlipPart } from './contract.slip.ts';
import { causesOfDeprivation } from './rules.causes.ts';
import { slipSentences as say } from './rules.slip.sentences.ts';

/** packs/vn/households/plain-words.yaml: of each indicator what it is about, and a sentence for who lacks it. */
export const PlainWords = z.record(IndicatorCode, z.strictObject({ topic: Text, lack: Text }));
export type PlainWords = z.infer<typeof PlainWords>;

export interface SlipCase {
  record: Pick<ClassRecord, 'asOf' | 'head' | 'size' | 'class' | 'computed' | 'stated' | 'decision' | 'income' | 'result' | 'deprivationCauses'>;
  view: StandardView;
  /** Which lines hold; null where it is not known. */
  area: AreaKind | null;
  words: PlainWords;
  /** As they are called in a sentence: “thôn Minh Long”, “xã Cẩm Tân”. The village is null where it is not known. */
  village: string | null;
  commune: string;
}

type Slots = Readonly<Record<string, string | number | ((language: Language) => string)>>;

/** A sentence in both languages; a slot may differ by language. */
function told(template: Text, slots: Slots = {}): Text {
  const inOne = (language: Language): string => fill(template[language], Object.fromEntries(Object.entries(slots).map(([name, value]) => [name, typeof value === 'function' ? value(language) : value])));
  return { vi: inOne('vi'), en: inOne('en') };
}

const text = (one: Text) => (language: Language): string => one[language];
const listed = (all: readonly Text[]) => (language: Language): string => all.map((one) => one[language]).join('; ');

export function slipParts(slip: SlipCase): SlipPart[] {
  const parts: SlipPart[] = [
    { key: 'result', title: say.titles.result, lines: resultLines(slip) },
    { key: 'why', title: say.titles.why, lines: whyLines(slip) },
    { key: 'lacking', title: say.titles.lacking, lines: lackingLines(slip) },
    { key: 'change', title: say.titles.change, lines: changeLines(slip) },
    { key: 'ask', title: say.titles.ask, lines: [told(say.ask.again), told(say.ask.where, { village: slip.village ?? text(say.ask.village), commune: slip.commune }), told(say.ask.file)] },
  ];
  return parts.filter(({ lines }) => lines.length > 0);
}

function resultLines({ record, village, commune }: SlipCase): Text[] {
  const { head, size, asOf, class: given, computed, stated, decision, result } = record;
  const period = periodEndingOn(asOf);
  const when = (language: Language): string => (period.length === 4 ? fill(say.year[language], { year: period }) : fill(say.month[language], { month: Number(period.slice(5)), year: period.slice(0, 4) }));
  return [
    told(say.who, { head, place: [village, commune].filter(Boolean).join(', ') }),
    ...(size === null ? [] : [told(say.size, { size })]),
    given === 'insufficient' ? told(say.unsettled, { when }) : told(say.result, { when, class: text(classNames[given]) }),
    ...(decision === null ? [told(say.noDecision)] : [told(say.decision)]),
    ...(stated !== null && stated !== computed ? [told(computed === 'insufficient' ? say.differsOpen : say.differs, { stated: text(classNames[stated]), computed: text(classNames[computed]) })] : []),
    ...(result.local && result.local.class !== given ? [told(say.local, { class: text(classNames[result.local.class]) })] : []),
  ];
}

/** The lines of the standard that hold for the household, in the measure that told its income: money, or points that stand for it. */
function linesOf({ record: { asOf, result }, view: { standard }, area }: SlipCase) {
  const byPoints = result.income.route !== null && result.income.route !== 'stated_income';
  const lines = byPoints ? standard.b1_cuts : standard.lines;
  const limit = (line: typeof lines.criterion | undefined): number | null => {
    if (area === null || !line) return null;
    const values: readonly { value: number; from: PlainDate }[] | { unknown: unknown } = line[area];
    return knownOn(values, asOf)?.value ?? null;
  };
  return { byPoints, alone: limit(lines.poor_alone), criterion: limit(lines.criterion), least: valueOn(standard.min_deprived, asOf).value };
}

const amount = (byPoints: boolean, value: number) => (language: Language): string => (byPoints ? fill(say.points[language], { n: showNumber(value, language) }) : showMoney(value, language));

function whyLines(slip: SlipCase): Text[] {
  const { record, area } = slip;
  const { byPoints, alone, criterion, least } = linesOf(slip);
  const own = byPoints ? record.result.b1 : record.income;
  const slots = { own: own === null ? '' : amount(byPoints, own), limit: criterion === null ? '' : amount(byPoints, criterion), alone: alone === null ? '' : amount(byPoints, alone), least, area: area === null ? '' : text(say.area[area]) };
  const kind = byPoints ? 'points' : 'income';
  return [
    own === null ? told(say.why.noIncome) : told(say.why[kind], slots),
    ...(own === null || criterion === null ? [] : [told(say.why.against[kind], { ...slots, compare: text(say.compare[own < criterion ? 'below' : own === criterion ? 'equal' : 'above']) })]),
    ...(criterion === null ? [] : alone === null ? [told(say.why.rule[kind], slots)] : [told(say.why.ruleAlone[kind], slots), told(say.why.ruleBetween[kind], slots)]),
  ];
}

function lackingLines({ record, view: { standard }, words }: SlipCase): Text[] {
  const { result } = record;
  const { least, most } = result.deprived;
  const of = standard.indicators.length;
  const topic = (code: string): Text => words[code]?.topic ?? standard.indicators.find((indicator) => indicator.code === code)!.name;
  const whose = (answer: string) => standard.indicators.filter(({ code }) => (result.deprivations[code] ?? 'unknown') === answer).map(({ code }) => code);
  const [lacking, enough, unknown] = [whose('yes'), whose('no'), whose('unknown')];
  // A sum copied off the paper tells how many, not which.
  const isCopied = result.b2Basis === 'copied';
  return [
    least !== most ? told(least === 0 ? say.lacking.open : say.lacking.atLeast, { n: least, of }) : least === 0 ? told(say.lacking.nothing, { of }) : told(say.lacking.count, { n: least, of }),
    ...(isCopied && lacking.length < least ? [told(say.lacking.notWhich)] : []),
    ...lacking.map((code) => withCauses(words[code]?.lack ?? told(say.lacking.named, { topic: text(topic(code)) }), causesOfDeprivation(record, code))),
    ...(enough.length > 0 ? [told(say.lacking.enough, { topics: listed(enough.map(topic)) })] : []),
    ...(unknown.length > 0 && !isCopied ? [told(say.lacking.unknown, { topics: listed(unknown.map(topic)) })] : []),
  ];
}

/** A cause as the catalogue calls it, or as it was worded where the catalogue has no such wording. */
function inTheSentence({ name, wording, known }: GivenCause): Text {
  const { vi, en } = known && name !== null ? name : { vi: wording, en: wording };
  return { vi: vi[0]!.toLowerCase() + vi.slice(1), en: en[0]!.toLowerCase() + en.slice(1) };
}

/** A sentence with the causes that are told of it; sensitive ones that the reader may not see are not spoken of. */
function withCauses(sentence: Text, { causes }: CausesSeen): Text {
  if (causes.length === 0) return sentence;
  const because = told(say.lacking.because, { causes: listed(causes.map(inTheSentence)) });
  return { vi: `${sentence.vi} ${because.vi}`, en: `${sentence.en} ${because.en}` };
}

/** What would have to be otherwise for another result; nothing where the list says another class than the facts give. */
function changeLines(slip: SlipCase): Text[] {
  const { record } = slip;
  const { class: given, computed, result } = record;
  const { byPoints, alone, criterion, least } = linesOf(slip);
  if (given === 'insufficient') return missingLines(slip);
  if (given !== computed || criterion === null) return [];
  const kind = byPoints ? 'points' : 'income';
  const above = (limit: number) => (language: Language): string => told(say.above[kind], { limit: amount(byPoints, limit) })[language];
  if (given === 'near_poor') return [told(say.change.nearPoor, { above: above(criterion) }), told(say.change.toPoor, { least })];
  if (given !== 'poor') return [told(say.change.notPoor[kind], { limit: amount(byPoints, criterion) })];
  const second = result.income.band === 'poor_alone' && alone !== null ? told(say.change.secondAlone, { above: above(alone), least }) : told(say.change.second, { least });
  return [told(say.change.poor), told(say.change.first, { above: above(criterion) }), second];
}

function missingLines({ record: { result }, view: { standard }, words }: SlipCase): Text[] {
  const names = result.missing.flatMap(({ what, subjects }) => (what === 'indicators' || what === 'contradiction' ? subjects : []));
  const topics = standard.indicators.filter(({ code }) => names.includes(code)).map(({ code, name }) => words[code]?.topic ?? name);
  const asksIncome = result.missing.some(({ what }) => what === 'income' || what === 'b1_answers');
  return [...(asksIncome ? [told(say.change.tellIncome)] : []), ...(topics.length > 0 ? [told(say.change.tell, { topics: listed(topics) })] : []), told(say.change.then)];
}

/** What stands small at the foot: for who checks the slip against forms and law. */
export function slipFoot({ record: { asOf, result, decision }, view }: SlipCase): Text[] {
  const cited = [...new Set(result.steps.filter(({ rule }) => /^(class|income|b1|deprivations)\./.test(rule)).map(({ citation }) => citation))];
  const scores = [...(result.b1 === null ? [] : [`B1: ${result.b1}`]), ...(result.b2 === null ? [] : [`B2: ${result.b2}`])];
  return [
    told(say.foot.standard, { standard: text(view.standard.name), day: showDate(asOf) }),
    ...(scores.length > 0 ? [told(say.foot.scores, { scores: scores.join('; ') })] : []),
    ...(decision === null ? [] : [told(decision.day === null ? say.foot.decision : say.foot.decisionDay, { number: decision.number, day: decision.day === null ? '' : showDate(decision.day as PlainDate) })]),
    ...(cited.length > 0 ? [told(say.foot.basis, { articles: (language) => [...new Set(cited.map((id) => citationText(view.citations[id]!, language)))].join('; ') })] : []),
  ];
}
