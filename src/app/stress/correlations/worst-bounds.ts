import { type CorrelationBounds, correlationBounds } from '../../../correlation/index.js';
import { type CorrelationBound, type Issue, makeIssue } from '../../../domain/index.js';
import { didYouMean } from '../../did-you-mean.js';
import type { MovedMargin } from './moved-margin.js';

/** How far each pair may go in search of the worst, where nothing else is asked. */
const WITHIN = 0.2;

/** What a request says of where the worst matrix may be. */
export interface BoundsAsked {
  readonly within: number | null;
  readonly distance: number | null;
  /** Of pairs by name; null for none. Other pairs then stay, unless `within` says how far they may go. */
  readonly pairs: readonly CorrelationBound[] | null;
}

/** Where the worst matrix may be. */
export interface WorstBounds {
  readonly within: number | null;
  readonly bounds: CorrelationBounds;
  readonly issues: readonly Issue[];
}

/**
 * The bounds of the search for the worst matrix. A pair may always keep its present value, which is said where that is outside
 * of what the file has; names that are not correlated are errors.
 *
 * @param moving places in the names of the underlyings whose pairs may move where the file does not name them
 */
export function worstBounds(
  { names, present }: Pick<MovedMargin, 'names' | 'present'>,
  { within: asked, distance, pairs }: BoundsAsked,
  moving: readonly number[],
): WorstBounds {
  const n = names.length;
  const within = asked ?? (distance === null && pairs === null ? WITHIN : null);
  const reach = within ?? (pairs === null ? 2 : 0);
  const issues: Issue[] = [];
  const named = new Map<number, CorrelationBound>();
  for (const pair of pairs ?? []) {
    const strangers = (['a', 'b'] as const).filter((side) => !names.includes(pair[side]));
    for (const side of strangers) issues.push(stranger(pair, side, names));
    if (strangers.length > 0) continue;
    const [i, j] = [names.indexOf(pair.a), names.indexOf(pair.b)].sort((x, y) => x - y) as [number, number];
    named.set(i * n + j, pair);
    const now = present[i * n + j]!;
    if (now >= pair.min && now <= pair.max) continue;
    const subject = `${pair.a} and ${pair.b}`;
    issues.push(
      makeIssue('STR_BOUND_PRESENT', {
        at: pair.origin.min,
        subject,
        value: now.toFixed(4),
        detail: `${pair.min} to ${pair.max}`,
      }),
    );
  }
  const ends = (i: number, j: number) => {
    const pair = named.get(i * n + j);
    if (pair !== undefined) return { low: pair.min, high: pair.max };
    const free = moving.includes(i) && moving.includes(j) ? reach : 0;
    return { low: present[i * n + j]! - free, high: present[i * n + j]! + free };
  };
  const bounds = correlationBounds(present, n, ends, distance ?? Number.POSITIVE_INFINITY);
  return { within, bounds, issues };
}

function stranger({ origin, ...pair }: CorrelationBound, side: 'a' | 'b', names: readonly string[]): Issue {
  const hint = didYouMean(pair[side], [...names]);
  return makeIssue('STR_BOUND_UNKNOWN', {
    at: origin[side],
    field: side,
    value: pair[side],
    expected: names.join(', '),
    ...(hint === null ? {} : { hint }),
  });
}
