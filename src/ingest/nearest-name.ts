import { closest, distance } from 'fastest-levenshtein';

/** Longer texts are no misspelt names, and the distance costs the product of the lengths. */
const MAX_LENGTH = 100;
const MOST_LETTERS = 4;

/**
 * The name a misspelt one was probably meant to be, or null when none is near: at most a third of its letters, and
 * at most four, may differ. Case does not count; among equally near names the first wins.
 */
export function nearestName(name: string, names: readonly string[]): string | null {
  if (name.length === 0 || name.length > MAX_LENGTH || names.length === 0) return null;
  const wanted = name.toLowerCase();
  const lowered = names.map((candidate) => candidate.slice(0, MAX_LENGTH + 1).toLowerCase());
  const near = closest(wanted, lowered);
  const allowed = Math.min(MOST_LETTERS, Math.floor(name.length / 3));
  return distance(wanted, near) <= allowed ? (names[lowered.indexOf(near)] ?? null) : null;
}
