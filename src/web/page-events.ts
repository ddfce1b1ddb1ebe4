const reloadedAt = 'chungtay.reloaded';

/**
 * A page that was open while a new version was put in place asks for parts that are no longer there: it is loaded anew, though not again
 * within a minute, lest a part that is really missing keeps it loading for ever.
 */
export function reloadWhenOutdated(): void {
  window.addEventListener('vite:preloadError', () => {
    if (Date.now() - Number(sessionStorage.getItem(reloadedAt)) < 60_000) return;
    sessionStorage.setItem(reloadedAt, String(Date.now()));
    location.reload();
  });
}

/** Paper is white: a page that is seen in the dark is printed in the light colours. */
export function printInLight(): void {
  const scheme = 'data-mantine-color-scheme';
  const { documentElement: page } = document;
  let seen: string | null = null;
  window.addEventListener('beforeprint', () => {
    seen = page.getAttribute(scheme);
    page.setAttribute(scheme, 'light');
  });
  window.addEventListener('afterprint', () => {
    if (seen !== null) page.setAttribute(scheme, seen);
  });
}
