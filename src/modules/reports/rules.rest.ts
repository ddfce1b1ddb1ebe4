/** What is left of a whole after its parts. */
export interface Shared {
  parts: number[];
  rest: number;
}

/**
 * A whole and its parts that were rounded each by itself: together they may come to more than the whole. Then the largest parts give up one each
 * until they fit, so that parts and rest always add up to the whole. Exact parts of an exact whole are left as they are.
 */
export function shareRest(whole: number, parts: readonly number[]): Shared {
  const fitted = [...parts];
  let over = fitted.reduce((sum, part) => sum + part, 0) - whole;
  while (over > 0 && fitted.some((part) => part > 0)) {
    fitted[fitted.indexOf(Math.max(...fitted))]! -= 1;
    over -= 1;
  }
  return { parts: fitted, rest: Math.max(0, -over) };
}
