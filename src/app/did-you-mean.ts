import { nearestName } from '../ingest/index.js';

/** `did you mean X?` for a name close to a known one; null when none is. */
export function didYouMean(name: string, known: readonly string[]): string | null {
  const nearest = nearestName(name, known);
  return nearest === null ? null : `did you mean ${nearest}?`;
}
