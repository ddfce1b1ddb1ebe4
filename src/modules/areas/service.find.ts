import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db/database.ts';
import { rangeOf } from '#platform/db/scope.ts';
import { readCsv } from '#platform/packs/read-pack.ts';
import type { AreaHit, AreaRef, Level } from './contract.ts';
import { AreaIndex, findIn, type NamedArea, type Search } from './rules.search.ts';
import { changeIds, countChanges, latestChanges, namedAreas } from './store.find.ts';

/** How many changes are caught up with one by one; behind by more, all is read again. */
const fewChanges = 200;

/** All areas of the database in memory, never behind it: before each search the changes are counted. */
class AreasInMemory {
  #areas = new Map<AreaRef, NamedArea>();
  /** The largest first. What is added comes into a small one of its own, so that not everything is made anew for one village. */
  #indexes: AreaIndex[] = [];
  #changes = new Set<string>();
  #isRead = false;
  #reading: Promise<void> | undefined;
  readonly #aliases = new Map(readCsv<'alias_code' | 'code'>('vn/areas/code-aliases.csv').map(({ code, alias_code }) => [code, alias_code]));

  /** Must run in a transaction that changed no area itself: what is read here outlives it. */
  async find(db: Db, search: Search): Promise<AreaHit[]> {
    const count = await countChanges(db);
    // Again where one waited for a reading that had begun before the last change.
    while (!this.#isRead || this.#changes.size < count) {
      if (!this.#isRead || !(await this.#addLatest(db, count))) await this.#readOnce(db);
    }
    return findIn(this.#indexes, this.#areas, search);
  }

  /** Adds what the latest changes added. False where that does not explain their count, or where one asks to read all again. */
  async #addLatest(db: Db, count: number): Promise<boolean> {
    const unknown = (await latestChanges(db, fewChanges)).filter(({ id }) => !this.#changes.has(id));
    const ids = unknown.flatMap(({ areaIds }) => areaIds ?? []);
    if (this.#changes.size + unknown.length < count || unknown.some(({ areaIds }) => areaIds === null)) return false;
    const added = ids.length === 0 ? [] : await namedAreas(db, ids);
    // Nothing waits from here on, so that searches at the same time see all of it or nothing; another may have added the same.
    this.#add(added.filter(({ id }) => !this.#areas.has(id)));
    for (const { id } of unknown) this.#changes.add(id);
    return true;
  }

  #add(added: NamedArea[]): void {
    if (added.length === 0) return;
    for (const area of added) this.#areas.set(area.id, area);
    // A smaller index goes into one that is no more than four times as large: few indexes, and each area moves a few times only.
    let areas: readonly NamedArea[] = added;
    while (this.#indexes.length > 0 && this.#indexes.at(-1)!.areas.length <= 4 * areas.length) areas = [...this.#indexes.pop()!.areas, ...areas];
    this.#indexes.push(new AreaIndex(areas, this.#areas, this.#aliases));
  }

  /** Those who ask while all is being read wait for the same reading. What changes meanwhile is counted by the next search. */
  #readOnce(db: Db): Promise<void> {
    this.#reading ??= this.#readAll(db).finally(() => (this.#reading = undefined));
    return this.#reading;
  }

  async #readAll(db: Db): Promise<void> {
    // The changes first: one that is made in between is then counted as new, and its areas are known already.
    const changes = await changeIds(db);
    const areas = await namedAreas(db);
    this.#areas = new Map(areas.map((area) => [area.id, area]));
    this.#indexes = [new AreaIndex(areas, this.#areas, this.#aliases)];
    this.#changes = new Set(changes);
    this.#isRead = true;
  }
}

const inMemory = (): AreasInMemory => new AreasInMemory();

export function find(ctx: Ctx, { text, level, limit }: { text: string; level?: Level | undefined; limit: number }): Promise<AreaHit[]> {
  const { areaPath } = ctx.actor;
  return ctx.kept(inMemory).find(ctx.db, { text, level, limit, today: ctx.today, near: areaPath === null ? null : rangeOf(areaPath) });
}

/** Reads the areas into memory before anyone asks, so that the first search is as quick as the others. */
export async function readAreas(ctx: Ctx): Promise<void> {
  await find(ctx, { text: 'VN', limit: 1 });
}
