import type { Period } from '#kernel/period.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { getArea } from '#modules/areas/service.ts';
import { HouseholdIntake } from '#modules/households/contract.intake.ts';
import { answerKey, applyIntake, classifyList, planIntake, type Answer, type IntakeResult } from '#modules/households/service.intake.ts';
import { getRoundFor, open } from '#modules/rounds/service.ts';
import { Facts } from '#modules/standards/contract.facts.ts';
import type { z } from 'zod';
import { runAs, system, type Runtime } from '#platform/run.ts';
import type { Db } from '#platform/db/database.ts';
import { foldedName } from '#modules/households/rules.names.ts';

/** A household for a test: what is not said is unknown. */
export function household(head: string, told: Partial<Omit<HouseholdIntake, 'facts'>> & { facts?: z.input<typeof Facts> } = {}): HouseholdIntake {
  const { facts, ...rest } = told;
  return HouseholdIntake.parse({
    source: head,
    village: null,
    number: null,
    members: [{ name: head, head: true, relation: 'Chủ hộ', sex: null, birth: null, ethnicity: null, idNumber: null }],
    size: null,
    stated: null,
    decision: null,
    groups: { minority: null, noLabour: null, merit: null },
    causes: [],
    ...rest,
    facts: Facts.parse(facts ?? {}),
  });
}

export async function openRound(runtime: Runtime, area: string, period: string, standard: string): Promise<void> {
  await runAs(runtime, system, (ctx) => open(ctx, { area: area as AreaRef, period: period as Period, standards: [standard], official: standard }));
}

/** Hands in a list for a commune, as an import does; `answer` is what an officer says of every household that it may mean. */
export async function handIn(runtime: Runtime, commune: string, period: string, list: readonly HouseholdIntake[], answer?: Answer): Promise<IntakeResult> {
  const { result } = await runAs(runtime, system, async (ctx) => {
    const round = await getRoundFor(ctx, commune as AreaRef, period as Period);
    const area = await getArea(ctx, commune as AreaRef, round.asOf);
    const classified = classifyList(list, round, { urban: area.urban, region: null }, false);
    const asked = (await planIntake(ctx, area, round, classified)).households.flatMap(({ classified: { intake }, match }) => (match ? [answerKey(intake.source, match.known.id)] : []));
    const answers = new Map(answer === undefined ? [] : asked.map((key) => [key, answer]));
    return applyIntake(ctx, await planIntake(ctx, area, round, classified, answers), 'test');
  });
  return result;
}

/** The members of the register, past ones too, by whose names their households are not found. */
export async function unfoundMembers(owner: Db): Promise<string[]> {
  const members = await owner.selectFrom('member').select(['household_id', 'area_path', 'name']).execute();
  const names = await owner.selectFrom('household_name').selectAll().execute();
  const words = await owner.selectFrom('name_word').selectAll().execute();
  const found = new Set(names.map(({ household_id, area_path, name }) => `${household_id} ${area_path} ${name}`));
  const known = new Set(words.map(({ word, name }) => `${word} ${name}`));
  return members
    .filter(({ household_id, area_path, name }) => !found.has(`${household_id} ${area_path} ${foldedName(name)}`) || !foldedName(name).split(' ').every((word) => known.has(`${word} ${foldedName(name)}`)))
    .map(({ name }) => name);
}
