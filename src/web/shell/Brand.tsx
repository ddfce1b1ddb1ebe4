/** The mark of the product: two hands that have taken hold of each other. */
export function BrandMark({ size = 26 }: { size?: number }) {
  const hand = (
    <>
      <path d="M18.93 17.06A7.6 7.6 0 1 1 12.19 8.44" fill="none" strokeWidth="4.4" />
      <circle cx="18.93" cy="17.06" r="2.2" stroke="none" />
    </>
  );
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden>
      <g transform="rotate(30 16 16)">
        <g stroke="var(--ct-brand-1)" fill="var(--ct-brand-1)">
          {hand}
        </g>
        <g stroke="var(--ct-brand-2)" fill="var(--ct-brand-2)" transform="rotate(180 16 16)">
          {hand}
        </g>
      </g>
    </svg>
  );
}
