import { setImmediate as breathe } from 'node:timers/promises';
import type { Id } from '#kernel/ids.ts';
import type { Territory } from '#modules/areas/service.ts';
import type { Ctx, Events, Run } from '#platform/ctx.ts';
import { isInside } from '#platform/db/scope.ts';
import type { Reading } from './contract.ts';
import { emptyRegister, householdsIn, recordBytes, registerWithin, withVillages, type PackedVillage, type Register } from './rules.register.ts';
import { changesByVillage, countAreaChanges, countChanges, countHouseholds, insertChanges, readVillages, type TriedOn } from './store.columns.ts';

/** So many households are kept in memory, some 100 bytes each; what was asked for longest ago goes first. */
const mostHouseholds = 6_000_000;
/** So many parts of one are kept with what was found of them. */
const mostParts = 50;
/** As many are read before the answer; of more the reading is begun beside it, and whoever asks is told how far it is. */
const fewHouseholds = 50_000;
/** So many rounds are read at a time beside the answers: while one is unpacked here the database gathers the next. */
const readers = 2;

/** A part of the register in memory, with how often its villages had changed when they were read. */
interface Kept {
  roundIds: ReadonlySet<Id>;
  standardId: string;
  /** A range of paths, or the villages one by one. */
  territory: Territory;
  register: Register;
  changes: ReadonlyMap<string, number>;
  /** The sum of the changes of each round, where all that it counts is in `register`. */
  total: ReadonlyMap<Id, number>;
}

/**
 * The register in columns, kept from one trial to the next. It is never behind the database: before each use the changes are counted, and what
 * changed is read again. What it holds came in under the row-level security of whoever asked first, so a post gets only what lies in the range
 * of its own path, whatever else is there.
 */
class RegisterInMemory {
  /** What was asked for last stands last. */
  #kept: Kept[] = [];
  #areaChanges = -1;
  /** Parts that were handed out: the same object again as long as nothing changes, so that what was found of it can be kept with it. */
  readonly #parts = new WeakMap<Register, Map<string, Register>>();
  /** What is being read beside the answers, and how far that is; by what is asked for. */
  readonly #readings = new Map<string, Reading>();

  async of(ctx: Ctx, triedOn: TriedOn): Promise<Register> {
    await this.#forgetWhenAreasChanged(ctx);
    const { territory } = triedOn;
    // Counted before the records are read: what changes in between is read again the next time.
    const total = await countChanges(ctx.db, triedOn.roundIds);
    const known = this.#kept.find((kept) => covers(kept, triedOn));
    const fresh = known === undefined ? await this.#read(ctx, triedOn, total) : await this.#caughtUp(ctx, known, triedOn, total);
    this.#keep(known, fresh);
    const register = 'low' in territory ? this.#part(fresh.register, territory.low, territory.high) : fresh.register;
    requireOwn(ctx, register);
    return register;
  }

  #part(whole: Register, low: string, high: string): Register {
    const parts = this.#parts.get(whole) ?? new Map<string, Register>();
    this.#parts.set(whole, parts);
    const key = `${low} ${high}`;
    const part = parts.get(key) ?? registerWithin(whole, low, high);
    parts.set(key, part);
    if (parts.size > mostParts) parts.delete(parts.keys().next().value!);
    return part;
  }

  /** Villages that were moved to another place on the map have other paths. */
  async #forgetWhenAreasChanged({ db }: Ctx): Promise<void> {
    const changes = await countAreaChanges(db);
    if (changes === this.#areaChanges) return;
    this.#areaChanges = changes;
    this.#kept = [];
  }

  /**
   * Begins to read what is not there yet, beside the answer and in transactions of its own, so that nobody waits for it; says how far that is. It goes on
   * whether anybody asks again or not.
   */
  async prepare(ctx: Ctx, triedOn: TriedOn): Promise<Reading> {
    await this.#forgetWhenAreasChanged(ctx);
    if (this.#kept.some((kept) => covers(kept, triedOn))) return { isReady: true, read: 0, total: 0 };
    const key = JSON.stringify(triedOn);
    const running = this.#readings.get(key);
    if (running !== undefined) return { ...running };
    const total = await countHouseholds(ctx.db, triedOn);
    // What cannot be kept would be read again and again.
    if (total <= fewHouseholds || total > mostHouseholds) return { isReady: true, read: 0, total: 0 };
    const reading = { isReady: false, read: 0, total };
    this.#readings.set(key, reading);
    ctx.afterCommit(async (run) => {
      try {
        await this.#readBeside(run, triedOn, reading);
      } finally {
        this.#readings.delete(key);
      }
    });
    return { ...reading };
  }

  async #readBeside(run: Run, triedOn: TriedOn, reading: Reading): Promise<void> {
    const areaChanges = this.#areaChanges;
    const counted = await run(async ({ db }) => [await countChanges(db, triedOn.roundIds), await changesByVillage(db, triedOn.roundIds)] as const);
    const villages: PackedVillage[] = [];
    const rounds = triedOn.roundIds.values();
    const readOn = async (): Promise<void> => {
      // Whoever is free takes the next.
      for (const round of rounds) {
        const found = await run(({ db }) => readVillages(db, { ...triedOn, roundIds: [round] }));
        for (const village of found) villages.push(village);
        reading.read += found.reduce((sum, { records }) => sum + records.length / recordBytes, 0);
      }
    };
    await Promise.all(Array.from({ length: readers }, readOn));
    const [total, changes] = counted;
    const fresh = { ...keptFor(triedOn), register: await made(withVillages(emptyRegister(), villages)), changes, total };
    // Where the map was changed meanwhile the paths are those of before: whoever asks next begins anew.
    await run((ctx) => this.#forgetWhenAreasChanged(ctx));
    if (this.#areaChanges === areaChanges) this.#keep(undefined, fresh);
  }

  async #read({ db }: Ctx, triedOn: TriedOn, total: ReadonlyMap<Id, number>): Promise<Kept> {
    const changes = await changesByVillage(db, triedOn.roundIds);
    return { ...keptFor(triedOn), register: await made(withVillages(emptyRegister(), await readVillages(db, triedOn))), changes, total };
  }

  /** Reads the villages of the territory again that changed; what changed elsewhere waits until somebody asks who may see it. */
  async #caughtUp({ db }: Ctx, known: Kept, triedOn: TriedOn, total: ReadonlyMap<Id, number>): Promise<Kept> {
    if (triedOn.roundIds.every((round) => (total.get(round) ?? 0) === (known.total.get(round) ?? 0))) return known;
    const now = await changesByVillage(db, triedOn.roundIds);
    const changed = [...now].flatMap(([village, changes]) => (changes === known.changes.get(village) ? [] : [village]));
    const anew = changed.length === 0 ? [] : await readVillages(db, triedOn, changed);
    const isWhole = isSame(known.territory, triedOn.territory);
    // Of a part only what was found is known to lie in it: a village that is empty now stays, until all is asked for.
    const gone = new Set(isWhole ? changed : within(known.register, triedOn.territory, changed));
    const read = isWhole ? changed : [...new Set([...anew.map(({ id }) => id), ...gone])];
    return {
      ...known,
      register: await made(withVillages(known.register, anew, gone)),
      changes: new Map([...known.changes, ...read.map((village) => [village, now.get(village)!] as const)]),
      total: isWhole ? new Map([...known.total, ...triedOn.roundIds.map((round) => [round, total.get(round) ?? 0] as const)]) : known.total,
    };
  }

  #keep(known: Kept | undefined, fresh: Kept): void {
    // What two asked for at the same time is not kept twice.
    const others = this.#kept.filter((kept) => kept !== known && !covers(fresh, { ...kept, roundIds: [...kept.roundIds] }));
    let households = householdsIn(fresh.register);
    const kept: Kept[] = households > mostHouseholds ? [] : [fresh];
    for (const other of others.toReversed()) {
      households += householdsIn(other.register);
      if (households > mostHouseholds) break;
      kept.unshift(other);
    }
    this.#kept = kept;
  }
}

const keptFor = ({ roundIds, standardId, territory }: TriedOn): Pick<Kept, 'roundIds' | 'standardId' | 'territory'> => ({ roundIds: new Set(roundIds), standardId, territory });

/** Does long work step by step, so that others get a turn between. */
async function made<Result>(steps: Generator<void, Result>): Promise<Result> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await breathe();
  }
}

/** Whether a part of the register holds all that is asked for. */
function covers({ roundIds, standardId, territory }: Kept, asked: TriedOn): boolean {
  if (standardId !== asked.standardId || !asked.roundIds.every((round) => roundIds.has(round))) return false;
  if ('low' in territory && 'low' in asked.territory) return territory.low <= asked.territory.low && asked.territory.high <= territory.high;
  return isSame(territory, asked.territory);
}

function isSame(one: Territory, other: Territory): boolean {
  if ('low' in one) return 'low' in other && one.low === other.low && one.high === other.high;
  return 'villageIds' in other && one.villageIds.length === other.villageIds.length && one.villageIds.every((village, place) => village === other.villageIds[place]);
}

/** Which of the villages are in the part of a register that lies in a territory. */
function within(register: Register, territory: Territory, villages: readonly string[]): string[] {
  const own = new Set(('low' in territory ? registerWithin(register, territory.low, territory.high) : register).villages.map(({ id }) => id));
  return villages.filter((village) => own.has(village));
}

/** The last wall: whoever asks has checked the area, and this what is handed out. */
function requireOwn({ actor }: Ctx, { villages }: Register): void {
  const stranger = villages.find(({ path }) => actor.areaPath === null || !isInside(path, actor.areaPath));
  if (stranger) throw new Error(`the register in memory was to hand out ${stranger.path} to a post in ${actor.areaPath ?? 'no area'}`);
}

const inMemory = (): RegisterInMemory => new RegisterInMemory();

/** The register of rounds in a territory that lies inside the post. */
export const registerOf = (ctx: Ctx, triedOn: TriedOn): Promise<Register> => ctx.kept(inMemory).of(ctx, triedOn);

/** Sees to it that the register is in memory; see `RegisterInMemory.prepare`. */
export const prepareRegister = (ctx: Ctx, triedOn: TriedOn): Promise<Reading> => ctx.kept(inMemory).prepare(ctx, triedOn);

/** Notes which villages of a round have other records now, in the transaction that changed them. Listens to `classes.recorded`. */
export async function noteChanges(ctx: Ctx, { roundId, villageIds }: Events['classes.recorded']): Promise<void> {
  await insertChanges(ctx.db, [...new Set(villageIds)].map((village) => ({ change_id: ctx.newId(), round_id: roundId, village_id: village })));
}
