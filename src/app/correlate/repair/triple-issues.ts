import type { ImpossibleTriple } from '../../../correlation/index.js';
import { type Issue, makeIssue } from '../../../domain/index.js';

/** So many triples are told in a sentence each. */
const MOST_TOLD = 5;

/** Each impossible triple as a complaint, the worst first, and how many more there are. */
export function tripleIssues(triples: readonly ImpossibleTriple[]): Issue[] {
  const told = triples.slice(0, MOST_TOLD).map(({ a, b, c, pairs }) => {
    const [ab, ac, bc] = pairs;
    const given = `${a}/${b} ${ab.correlation} and ${a}/${c} ${ac.correlation}`;
    const allowed = `leave ${b}/${c} between ${bc.from.toPrecision(4)} and ${bc.to.toPrecision(4)}`;
    const detail = `${given} ${allowed}; it is ${bc.correlation}`;
    return makeIssue('COR_IMPOSSIBLE_TRIPLE', { subject: `${a}, ${b} and ${c}`, detail });
  });
  const left = triples.length - told.length;
  return left > 0 ? [...told, makeIssue('COR_MORE_TRIPLES', { value: String(left) })] : told;
}
