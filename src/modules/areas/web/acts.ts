import { ActRequest, type ActForm } from '../contract.acts.ts';
import type { AreaRef } from '../contract.ts';
import type { PlainDate } from '#kernel/plain-date.ts';

export type ActKind = ActRequest['kind'];
export const actKinds = ['rename', 'move_villages', 'merge_villages', 'split_village', 'merge_communes', 'split_commune', 'move_commune'] as const satisfies readonly ActKind[];

export interface Picked { id: AreaRef; name: string }
/** A new unit of a split, as it is being typed. */
export interface Part { name: string; areaKind: string; code: string; villages: AreaRef[]; households: string }

/** What is typed, for any kind of act; each kind reads the fields that it needs. */
export interface Draft {
  /** The commune in which villages are chosen, or that is itself changed. */
  commune: Picked | null;
  /** Where villages or the commune go. */
  to: Picked | null;
  communes: Picked[];
  villages: AreaRef[];
  name: string;
  areaKind: string;
  code: string;
  parts: Part[];
  day: PlainDate | null;
  resolution: string;
}

export const emptyPart: Part = { name: '', areaKind: 'xã', code: '', villages: [], households: '' };
export const emptyDraft = (commune: Picked | null): Draft => ({ commune, to: null, communes: commune ? [commune] : [], villages: [], name: '', areaKind: '', code: '', parts: [emptyPart], day: null, resolution: '' });

/** Numbers or ids of households as they were pasted: apart by commas, semicolons or lines. */
export const readHouseholds = (text: string): string[] => [...new Set(text.split(/[\n,;\t]+/).map((each) => each.trim()).filter(Boolean))];

/** The act that a draft asks for; undefined while something is missing. */
export function readDraft(kind: ActKind, draft: Draft): ActForm | undefined {
  const { commune, to, communes, villages, name, areaKind, code, parts, day, resolution } = draft;
  const asked: Record<ActKind, unknown> = {
    rename: { area: villages[0] ?? commune?.id, name, areaKind },
    move_villages: { moves: [{ villages, to: to?.id }] },
    merge_villages: { villages, name, areaKind: areaKind || 'thôn' },
    split_village: { village: villages[0], parts: parts.map((part) => ({ name: part.name, households: readHouseholds(part.households) })), rest: name },
    merge_communes: { communes: communes.map(({ id }) => id), name, areaKind: areaKind || 'xã', code },
    split_commune: { commune: commune?.id, parts: parts.map(({ households, ...part }) => part), rest: { name, areaKind: areaKind || 'xã', code } },
    move_commune: { commune: commune?.id, province: to?.id },
  };
  const request = ActRequest.safeParse({ kind, ...(asked[kind] as object) });
  if (!request.success || day === null || resolution.trim().length < 3) return undefined;
  return { day, resolution: resolution.trim(), request: request.data };
}
