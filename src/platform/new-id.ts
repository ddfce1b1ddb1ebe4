import { randomFillSync } from 'node:crypto';
import { V7Generator } from 'uuidv7';
import type { Id } from '#kernel/ids.ts';

/** Random numbers are drawn many at once: to ask the system for those of each id takes longer than all the rest of it. */
const drawn = new Uint32Array(1024);
let used = drawn.length;

function nextUint32(): number {
  if (used === drawn.length) {
    randomFillSync(drawn);
    used = 0;
  }
  return drawn[used++]!;
}

const generator = new V7Generator({ nextUint32 });

/** A new id, greater than those before it. */
export const newId = (): Id => generator.generate().toString() as Id;
