import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Period } from '#kernel/period.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import type { Import, ImportKind } from '../contract.ts';
import { importQuery } from './queries.ts';
import { startImport } from './upload.ts';

/** Where the file goes. */
export interface Target {
  area: AreaRef;
  period: Period;
  kind: ImportKind;
}

/** Puts an import on view, in the place and time that it belongs to. */
export function useOpenImport(): (one: Pick<Import, 'id' | 'kind' | 'area' | 'period'>) => void {
  const navigate = useNavigate();
  return ({ id, kind, area, period }) => void navigate({ to: '/import', search: (before) => ({ ...before, area: area.id, period, import: id, kind }) });
}

/** Sends a file for a target, says how far it is, and puts the import that comes of it on view. */
export function useUpload(target: Target) {
  const queries = useQueryClient();
  const openImport = useOpenImport();
  const [share, setShare] = useState(0);
  const { mutate, isPending, error, variables } = useMutation({
    mutationFn: (file: File) => startImport({ ...target, file }, setShare),
    onMutate: () => setShare(0),
    onSuccess: (started) => {
      queries.setQueryData(importQuery(started.id).queryKey, started);
      openImport({ ...started, area: { ...started.area, id: target.area } });
    },
  });
  return { send: mutate, sending: isPending ? { file: variables.name, share } : null, error };
}

export type Upload = ReturnType<typeof useUpload>;
