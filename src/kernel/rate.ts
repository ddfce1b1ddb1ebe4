/**
 * Rates are integers in hundredths of a percent (basis points): 13,70 % is 1370. They are computed from counts,
 * never from rates, in integer arithmetic, and rounded half away from zero.
 */

/** `part / whole` in hundredths of a percent; null when the whole is zero or either is unknown. */
export function rate(part: number | null, whole: number | null): number | null {
  if (part === null || whole === null || whole === 0) return null;
  return divideRounded(part * 10_000, whole);
}

/** Integer quotient rounded half away from zero. Both must be whole numbers below 2^53. */
export function divideRounded(dividend: number, divisor: number): number {
  if (!Number.isSafeInteger(dividend) || !Number.isSafeInteger(divisor)) throw new RangeError('not a safe integer');
  const sign = Math.sign(dividend) * Math.sign(divisor);
  const [top, bottom] = [Math.abs(dividend), Math.abs(divisor)];
  const quotient = Math.floor(top / bottom);
  return sign * ((top % bottom) * 2 >= bottom ? quotient + 1 : quotient) + 0;
}
