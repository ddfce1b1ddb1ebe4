import { readFile } from 'node:fs/promises';
import type { Id } from '#kernel/ids.ts';
import { getArea, ensureVillages } from '#modules/areas/service.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { ask } from '#modules/households/service.corrections.ts';
import { act } from '#modules/households/service.events.ts';
import { get } from '#modules/households/service.file.ts';
import { find } from '#modules/households/service.find.ts';
import { addPhoto, addPlace } from '#modules/households/service.house.ts';
import { Month } from '#modules/households/contract.ledger.ts';
import { closeLedger } from '#modules/households/service.ledger.ts';
import type { Ctx } from '#platform/ctx.ts';
import { runAs, system, type Runtime } from '#platform/run.ts';
import { actsOfCamTan, closedLedger, enteredBy, enteredOn, houses, openCorrection, type HouseholdCalled, type Lookup } from '#demo/cam-tan.acts.ts';

/** Enters what happened to households of the demonstration, along the same road as an officer does. */
export async function loadActs(runtime: Runtime, commune: AreaRef): Promise<void> {
  // Where the clock of the machine is behind the story, the story goes on: nothing is entered before it happened.
  const clock = (): Date => new Date(Math.max(runtime.clock().getTime(), Date.parse(enteredOn)));
  const told = { ...runtime, clock };
  for (const { household, act: tell, day, reason, paper } of actsOfCamTan) {
    await runAs(told, { ...system, name: enteredBy }, async (ctx) => {
      const look = lookupIn(ctx, commune);
      return act(ctx, { id: await look.household(household), act: await tell(look), day, reason, paper });
    });
  }
  const { household, field, value, reason, paper, askedBy } = openCorrection;
  await runAs(told, { ...system, name: askedBy }, async (ctx) => {
    const look = lookupIn(ctx, commune);
    await ask(ctx, { household: await look.household(household), person: await look.person(household, household.member), field, value, reason, paper });
  });
  const { places, photo, source } = houses;
  const picture = new File([await readFile(photo.file)], 'nha.png');
  await runAs(told, { ...system, name: enteredBy }, async (ctx) => {
    const look = lookupIn(ctx, commune);
    for (const { household: called, ...place } of places) await addPlace(ctx, { ...place, household: await look.household(called), origin: 'device', source });
    await addPhoto(ctx, { household: await look.household(photo.household), day: photo.day, source, file: picture });
  });
  await runAs(told, { ...system, name: enteredBy }, async (ctx) => {
    await closeLedger(ctx, { village: await lookupIn(ctx, commune).village(closedLedger.village), month: Month.parse(closedLedger.month) });
  });
}

function lookupIn(ctx: Ctx, commune: AreaRef): Lookup {
  const household = async (called: HouseholdCalled & { member?: string }): Promise<Id> => {
    const found = await find(ctx, { text: called.member ?? called.head, area: commune, limit: 20 });
    const one = found.find(({ head, village }) => head === called.head && village.name === called.village);
    if (!one) throw new Error(`the demonstration has no household of ${called.head} in ${called.village}`);
    return one.id;
  };
  return {
    household,
    person: async (called, name) => {
      const { members } = await get(ctx, { id: await household(called) });
      const member = members.find((one) => one.name === name && one.to === null);
      if (!member) throw new Error(`the demonstration has no ${name} with ${called.head}`);
      return member.person;
    },
    village: async (name) => (await ensureVillages(ctx, await getArea(ctx, commune), [name])).villages.get(name)!.id,
  };
}
