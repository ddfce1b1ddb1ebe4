import type { Id } from '#kernel/ids.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { StandingInClass } from './contract.intake.ts';
import { standingIn } from './rules.intake.ts';
import type { IntakePlan } from './service.intake.ts';
import { lastLists } from './store.absences.ts';
import { pastOf } from './store.changes.ts';

/**
 * How those households of a list that say how they stand in their class would stand by the earlier lists, by their places in the list; null where no
 * earlier list of the commune is on record. Writes nothing.
 */
export async function plannedStandings(ctx: Ctx, { round, households, unnamed }: IntakePlan): Promise<Map<number, StandingInClass | null>> {
  const told = households.flatMap(({ classified: { intake }, known, class: of }, place) => (intake.statedStanding === undefined ? [] : [{ place, known, of }]));
  if (told.length === 0) return new Map();
  const villages = [...unnamed, ...households.flatMap(({ known }) => (known ? [known] : []))].map(({ villageId }) => villageId);
  const before = [...(await lastLists(ctx.db, [...new Set(villages)], round.asOf, round.kind)).values()].sort().at(-1) ?? null;
  const past = Map.groupBy(await pastOf(ctx.db, told.flatMap(({ known }) => (known ? [known.id] : []))), ({ household_id }) => household_id as Id);
  return new Map(
    told.map(({ place, known, of }) => {
      const days = (known ? (past.get(known.id) ?? []) : []).filter(({ as_of, class: was }) => was === of && as_of < round.asOf).map(({ as_of }) => as_of);
      return [place, standingIn(days, before)];
    }),
  );
}
