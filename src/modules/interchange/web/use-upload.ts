import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Id } from '#kernel/ids.ts';
import type { Period } from '#kernel/period.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import type { ImportKind } from '../contract.ts';
import type { FileDecision } from '../contract.parts.ts';
import { importQuery } from './queries.ts';
import { startImport } from './upload.ts';

/** Where a file goes, and as what. */
export interface Target {
  area: AreaRef;
  period: Period;
  kind: ImportKind;
}

/** A target with what else is said of the file. */
export interface Sent extends Target {
  decision?: FileDecision | undefined;
}

/** Puts an import on view, in the place and time that it belongs to. */
export function useOpenImport(): (id: Id, target: Target) => void {
  const navigate = useNavigate();
  return (id, target) => void navigate({ to: '/import', search: (before) => ({ ...before, ...target, import: id }) });
}

/** Sends a file to a target, says how far it is, and puts the import that comes of it on view. */
export function useUpload({ decision, ...target }: Sent) {
  const queries = useQueryClient();
  const openImport = useOpenImport();
  const [share, setShare] = useState(0);
  const { mutate, isPending, error, variables } = useMutation({
    mutationFn: (file: File) => startImport({ ...target, file, ...(decision && { decision }) }, setShare),
    onMutate: () => setShare(0),
    onSuccess: (started) => {
      queries.setQueryData(importQuery(started.id).queryKey, started);
      openImport(started.id, { ...target, area: started.area.id });
    },
  });
  return { send: mutate, sending: isPending ? { file: variables.name, share } : null, error };
}

export type Upload = ReturnType<typeof useUpload>;
