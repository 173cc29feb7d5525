import { closest, distance } from 'fastest-levenshtein';

/** Longer texts are no misspelt names, and the distance costs the product of the lengths. */
const MAX_LENGTH = 100;
const MOST_LETTERS = 4;

/**
 * The name a misspelt one was probably meant to be, or null when none is near: at most a third of its letters, and
 * at most four, may differ, or two neighbours be exchanged. Case does not count; among equally near names the first wins.
 */
export function nearestName(name: string, names: readonly string[]): string | null {
  if (name.length === 0 || name.length > MAX_LENGTH || names.length === 0) return null;
  const wanted = name.toLowerCase();
  const lowered = names.map((candidate) => candidate.slice(0, MAX_LENGTH + 1).toLowerCase());
  const near = closest(wanted, lowered);
  const differing = distance(wanted, near);
  // Exchanged letters are the commonest slip, though they count as two differing ones.
  const exchanged = differing > 1 ? lowered.findIndex((candidate) => isExchange(wanted, candidate)) : -1;
  if (exchanged !== -1) return names[exchanged] ?? null;
  const allowed = Math.min(MOST_LETTERS, Math.floor(name.length / 3));
  return differing <= allowed ? (names[lowered.indexOf(near)] ?? null) : null;
}

/** Whether two texts of three letters or more differ by two neighbours that changed places. */
function isExchange(a: string, b: string): boolean {
  if (a.length !== b.length || a.length < 3) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i += 1;
  return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
}
