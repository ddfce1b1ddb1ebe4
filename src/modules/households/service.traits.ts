import type { PlainDate } from '#kernel/plain-date.ts';
import { mayDo } from '#kernel/permission.ts';
import { Facts, type MemberFacts } from '#modules/standards/contract.facts.ts';
import { deprivedChildren } from '#modules/standards/rules.children.ts';
import { isAged } from '#modules/standards/rules.known.ts';
import { peopleOf } from '#modules/standards/rules.subjects.ts';
import { indicatorCodes, unpackMasks } from '#modules/standards/rules.masks.ts';
import { valueOn } from '#modules/standards/rules.values.ts';
import { getStandard } from '#modules/standards/service.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Db } from '#platform/db/database.ts';
import type { HouseholdFilter } from './contract.ts';
import { HouseholdGroup, type HouseholdParts, type OfferedParts } from './contract.parts.ts';
import { causesOf, groupNames, isChild, lastBirthOfAdults, wordingKey } from './rules.catalogues.ts';
import { isSensitive } from './rules.file.ts';
import { scopeOf } from './service.ts';
import { unmappedWordings } from './store.list.ts';
import { catalogues, sensitiveCauses } from './store.packs.ts';
import type { VillageRound } from './store.changes.ts';
import { listedRecords, replaceTraits, type ListedRecord, type TraitRow } from './store.traits.ts';

/** What households are told apart by: the groups, the ethnic groups and the causes of the packs. */
export function householdParts(): HouseholdParts {
  const { ethnic, causes } = catalogues();
  return {
    groups: HouseholdGroup.options.map((code) => ({ code, name: groupNames[code] })),
    ethnicities: ethnic.groups.map(({ code, name, majority }) => ({ code, name: { vi: name, en: name }, majority })),
    causes: causes.causes.map(({ code, name, rest }) => ({ code, name, rest })),
  };
}

export async function parts(ctx: Ctx): Promise<OfferedParts> {
  const { causes } = catalogues();
  const wordings = causes.causes.flatMap(({ code, aliases }) => aliases.map((wording) => ({ wording, cause: code })));
  return { ...householdParts(), wordings, hiddenCauses: mayDo(ctx.actor.role, 'household.sensitive') ? [] : sensitiveCauses(ctx.today).codes };
}

/**
 * Which wordings of causes fit none of the packs, the most frequent first, and how many more there are: sensitive ones are only counted for who may
 * not see them. Names no household.
 */
export async function unmappedCauses(ctx: Ctx, { limit, ...filter }: Pick<HouseholdFilter, 'area' | 'period' | 'map' | 'class'> & { limit: number }): Promise<{ wordings: string[]; more: number }> {
  const { scope } = await scopeOf(ctx, filter);
  const all = await unmappedWordings(ctx.db, scope);
  const seen = mayDo(ctx.actor.role, 'household.sensitive') ? all : all.filter((wording) => !isSensitive({ wording, code: null }, sensitiveCauses(ctx.today)));
  const wordings = seen.slice(0, limit);
  return { wordings, more: all.length - wordings.length };
}

/** The pack's ethnic columns, until a province chooses its own. */
export const shippedEthnicColumns = () => catalogues().ethnic.columns;

/** The indicators that are asked of each child. */
export const childIndicators = (): string[] => catalogues().children.indicators.value;

/** Derives anew by what the households of villages are counted. Run by the one who recomputes figures, before they are counted. */
export async function renewTraits(owner: Db, pairs: readonly VillageRound[]): Promise<void> {
  const records = await listedRecords(owner, pairs);
  await replaceTraits(owner, pairs, records.map(traitsOf));
}

function traitsOf(record: ListedRecord): TraitRow {
  const { household_id, round_id, standard_id, village_id, area_path } = record;
  const { causes, causeWordings, ethnicWordings } = catalogues();
  const { codes, unmapped } = causesOf(record.causes, causeWordings, causes);
  const children = childrenOf(record);
  return {
    household_id, round_id, standard_id, village_id, area_path, children,
    ethnicity: record.ethnicity === null ? null : (ethnicWordings.get(wordingKey(record.ethnicity)) ?? null),
    causes: codes,
    causes_unmapped: unmapped,
    children_deprived: deprivedOf(record, children),
  };
}

/** How many children live in a household; null where somebody is not listed, or a birth does not settle it. */
function childrenOf({ size, births, as_of }: ListedRecord): number | null {
  const lastAdult = lastBirthOfAdults(catalogues().children, as_of as PlainDate);
  const found = births.map((birth) => isChild(birth, lastAdult));
  return size === null || births.length < size || found.includes(null) ? null : found.filter((one) => one).length;
}

function deprivedOf({ standard_id, as_of, deprived, unknown, facts }: ListedRecord, children: number | null): Record<string, number> {
  const { standard } = getStandard(standard_id);
  const on = as_of as PlainDate;
  const answers = unpackMasks({ yes: deprived, unknown }, indicatorCodes(standard));
  const told = facts === null ? null : childrenTold(Facts.parse(facts), on);
  const asked = standard.indicators.filter(({ code }) => childIndicators().includes(code));
  const counts = asked.map((indicator) => [indicator.code, deprivedChildren(answers[indicator.code]!, children, told, indicator, on)] as const);
  return Object.fromEntries(counts.filter((count): count is readonly [string, number] => count[1] !== null));
}

/** The facts of each child, where every member is told of and the ages are settled. */
function childrenTold(facts: Facts, on: PlainDate): MemberFacts[] | null {
  if (facts.members === null || peopleOf(facts)! > facts.members.length) return null;
  const { value: below } = valueOn(catalogues().children.below_age, on);
  const ages = facts.members.map((member) => isAged(member, on, { below }));
  return ages.includes('unknown') ? null : facts.members.filter((_, place) => ages[place] === 'yes');
}
