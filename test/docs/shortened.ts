/**
 * The first line of a shortened text that the whole text does not have at its place; null when it is an honest excerpt.
 * A line `...` stands for any number of lines, none included; all others follow one another as in the whole text.
 */
export function firstInvention(excerpt: string, whole: string): string | null {
  const wanted = linesOf(excerpt);
  const lines = linesOf(whole);
  let at = 0;
  let maySkip = false;
  for (let k = 0; k < wanted.length; k++) {
    if (wanted[k] === '...') {
      maySkip = true;
      continue;
    }
    const run = wanted.slice(k, nextGap(wanted, k));
    const found = maySkip ? placeOf(run, lines, at) : startsAt(run, lines, at) ? at : -1;
    if (found === -1) return run.find((line) => !lines.includes(line)) ?? run[0]!;
    at = found + run.length;
    k += run.length - 1;
    maySkip = false;
  }
  return maySkip || at === lines.length ? null : `(the text goes on: ${lines[at]})`;
}

function linesOf(text: string): string[] {
  return text
    .trim()
    .split('\n')
    .map((line) => line.trimEnd());
}

function nextGap(lines: readonly string[], from: number): number {
  const gap = lines.indexOf('...', from);
  return gap === -1 ? lines.length : gap;
}

function startsAt(run: readonly string[], lines: readonly string[], at: number): boolean {
  return run.every((line, k) => lines[at + k] === line);
}

function placeOf(run: readonly string[], lines: readonly string[], from: number): number {
  for (let at = from; at + run.length <= lines.length; at++) if (startsAt(run, lines, at)) return at;
  return -1;
}
