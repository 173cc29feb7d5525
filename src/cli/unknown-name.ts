import { type Issue, makeIssue } from '../domain/index.js';
import { nearestName } from '../ingest/nearest-name.js';

/** The complaint about a word that names none of a closed list, with the nearest of them or all. */
export function unknownName(kind: string, word: string, names: readonly string[]): Issue {
  const nearest = nearestName(word, names);
  return makeIssue('CFG_UNKNOWN_NAME', {
    subject: kind,
    value: word,
    expected: `one of ${names.join(', ')}`,
    hint: nearest === null ? null : `did you mean ${nearest}?`,
  });
}
