import { oc } from '@orpc/contract';
import type { Permission } from './permission.ts';

/** What the frame must know of a procedure before it runs. */
export interface ProcedureMeta {
  permission: Permission;
  /** `read` by default. A `write` is audited by what it records; the frame refuses one that recorded nothing. */
  access?: 'read' | 'write';
  /** Returns data about persons: each call leaves one audit row (area, filter, count). */
  personal?: boolean;
  /** Reads figures of the village summary: what is marked is recomputed first. */
  figures?: boolean;
}

interface ProcedureSpec extends ProcedureMeta {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: `/${string}`;
  summary: string;
}

/**
 * The start of every contract. A procedure without a permission does not compile.
 *
 *     export const list = procedure({ permission: 'area.read', method: 'GET', path: '/areas', summary: '…' }).input(…).output(…);
 */
export function procedure({ method, path, summary, ...meta }: ProcedureSpec) {
  return oc.$meta<ProcedureMeta>(meta).route({ method, path, summary, inputStructure: 'compact' });
}
