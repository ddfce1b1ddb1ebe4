import type { AreaKind, Missing, Note, Step } from './contract.ts';
import type { Facts } from './contract.facts.ts';
import type { Instrument, Standard } from './contract.packs.ts';
import { problem } from './problems.ts';
import { step } from './rules.step.ts';

export interface B1Score {
  /** The sum that stands for income; null where there is none to be had. */
  points: number | null;
  route: 'b1_answers' | 'b1_copied';
  steps: Step[];
  notes: Note[];
  missing: Missing[];
}

export interface ScoreContext {
  area: AreaKind | null;
  region: string | null;
  instrument: Instrument | null;
  /** A sample table counts only in a demonstration. */
  demonstration: boolean;
}

/**
 * The points of each answer; items that are not answered, or whose points are not known, have none. Throws on a code not in the
 * table.
 */
function scoreItems(answers: NonNullable<Facts['b1Answers']>, { id, items }: Instrument, column: string) {
  const stranger = Object.keys(answers).find((code) => !items.some((item) => item.code === code));
  if (stranger !== undefined) throw problem('standard.answer-unknown', { table: id, answer: stranger });
  return items.map((item) => {
    const answer = answers[item.code];
    const chosen = [answer ?? []].flat().map((code) => {
      const option = item.options.find((candidate) => candidate.code === code);
      if (!option) throw problem('standard.answer-unknown', { table: id, answer: `${item.code}: ${code}` });
      return option;
    });
    const isAnswered = answer !== undefined && (item.kind === 'multiple' || chosen.length === 1);
    const points = chosen.map((option) => option.points?.[column] ?? null);
    return { item, chosen, points: isAnswered && !points.includes(null) ? (points as number[]) : null };
  });
}

/** Sums the answers of form B1 over the table of points. Unknown points are never zero: the sum is then unknown. */
function scoreAnswers(
  answers: NonNullable<Facts['b1Answers']>,
  standard: Standard,
  { area, region, instrument, demonstration }: ScoreContext,
): B1Score {
  const refused = (reason: Step, what: Missing['what'], subjects: string[] = []): B1Score => ({
    points: null,
    route: 'b1_answers',
    steps: [reason],
    notes: [],
    missing: [{ what, subjects }],
  });
  if (instrument === null || instrument.status === 'empty')
    return refused(step('b1.table', 'missing', {}, standard.scoring), 'b1_table');
  const table = instrument.id;
  if (instrument.demo_only && !demonstration)
    return refused(step('b1.table', 'demo_only', { table }, standard.scoring), 'b1_table', [table]);
  const column = instrument.columns.find(
    (candidate) => candidate.area === area && (candidate.region === null || candidate.region === region),
  );
  if (!column) return refused(step('b1.table', 'no_column', { table }, standard.scoring), area === null ? 'area_kind' : 'region');

  const scored = scoreItems(answers, instrument, column.code);
  const lineSteps = scored.flatMap(({ item, chosen, points }) =>
    (points ?? []).map((value, index) => {
      const option = chosen[index]!;
      return step(
        'b1.item',
        'scored',
        { item: `${table}/${item.code}`, option: `${table}/${item.code}/${option.code}`, points: value },
        option.provision ?? item.provision,
      );
    }),
  );
  const open = scored.filter(({ points }) => points === null).map(({ item }) => `${table}/${item.code}`);
  if (open.length > 0) return refused(step('b1.sum', 'unknown', { table, items: open }, standard.scoring), 'b1_answers', open);
  const points = scored.flatMap((entry) => entry.points ?? []).reduce((sum, value) => sum + value, 0);
  return {
    points,
    route: 'b1_answers',
    steps: [...lineSteps, step('b1.sum', 'scored', { table, points }, standard.scoring)],
    notes: [],
    missing: [],
  };
}

/** The B1 score of a household: worked out of its answers where that can be done, else the sum copied from its paper. */
export function scoreB1(facts: Facts, standard: Standard, context: ScoreContext): B1Score | null {
  const copied = facts.copiedB1;
  const scored = facts.b1Answers === null ? null : scoreAnswers(facts.b1Answers, standard, context);
  if (copied === null) return scored;
  if (scored === null || scored.points === null) {
    const steps = [...(scored?.steps ?? []), step('b1.copied', 'taken', { points: copied }, standard.scoring)];
    return { points: copied, route: 'b1_copied', steps, notes: [{ note: 'copied_sum', subjects: ['b1'] }], missing: [] };
  }
  if (scored.points === copied) return scored;
  const contradiction = step('b1.sum', 'contradicts', { points: scored.points, copied }, standard.scoring);
  return { ...scored, steps: [...scored.steps, contradiction], notes: [{ note: 'contradiction', subjects: ['b1'] }] };
}
