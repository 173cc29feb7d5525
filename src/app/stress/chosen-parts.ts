import { type Issue, makeIssue, STRESS_PARTS, type StressPart } from '../../domain/index.js';

/**
 * The parts that `--what` names, in the order of the document; all where it names none.
 *
 * @param texts `scenarios,history`, one or several times
 */
export function chosenParts(texts: readonly string[]): {
  readonly parts: readonly StressPart[];
  readonly issues: Issue[];
} {
  const words = texts
    .flatMap((text) => text.split(','))
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const known: readonly string[] = STRESS_PARTS;
  const issues = words
    .filter((word) => !known.includes(word))
    .map((value) =>
      makeIssue('CFG_BAD_VALUE', { field: '--what', value, expected: `some of ${STRESS_PARTS.join(',')}` }),
    );
  return { parts: words.length === 0 ? STRESS_PARTS : STRESS_PARTS.filter((part) => words.includes(part)), issues };
}
