/** Tells the person at the terminal something in both languages, on stderr. */
export function say(vi, en) {
  process.stderr.write(`${vi}\n${en}\n`);
}
