import { type Issue, makeIssue } from '../domain/index.js';
import { type CandidateFilter, matchesPattern } from '../optimizer/index.js';

/** Which trades the owner wants at all; instrument patterns have `*` and `?`. */
export interface CandidateFilters {
  /** Instruments that match one of these, and no others; empty for all. */
  readonly only: readonly string[];
  /** Instruments that match one of these are left out. */
  readonly exclude: readonly string[];
  /** Directions as text: `buy`, `sell`, or `PATTERN buy`, `PATTERN sell`; all of them hold. */
  readonly sides: readonly string[];
  /** Held lines are never made smaller. */
  readonly noClose: boolean;
  /** Held lines are made smaller, up to nothing, and nothing else is done. */
  readonly onlyClose: boolean;
}

export const NO_FILTERS: CandidateFilters = { only: [], exclude: [], sides: [], noClose: false, onlyClose: false };

interface SideRule {
  readonly pattern: string;
  readonly direction: 1 | -1;
  readonly text: string;
}

const VERB = { 1: 'bought', '-1': 'sold' } as const;

/**
 * The filters of a request. What they leave out is told with the flag that does it; a pattern that fits no instrument of
 * the market or the book is warned of, for it may be a slip.
 *
 * @param names every instrument there is
 */
export function candidateFilter(
  filters: CandidateFilters,
  names: readonly string[],
): { readonly filter: CandidateFilter; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  if (filters.noClose && filters.onlyClose) {
    issues.push(makeIssue('CFG_CONFLICT', { field: '--only-close', subject: '--no-close' }));
  }
  const rules = filters.sides.flatMap((text) => sideRule(text, issues));
  const patterns = [
    ...filters.only.map((pattern) => ['--only', pattern] as const),
    ...filters.exclude.map((pattern) => ['--exclude', pattern] as const),
    ...rules.map(({ pattern }) => ['--side', pattern] as const),
  ];
  for (const [field, value] of patterns) {
    if (value === '*' || names.some((name) => matchesPattern(name, value))) continue;
    issues.push(makeIssue('OPT_PATTERN_UNUSED', { field, value }));
  }
  const filter: CandidateFilter = {
    leavesOut: (instrument, held) => leftOutBy(filters, instrument, held),
    most: (instrument, direction, held) => {
      const rule = rules.find((one) => one.direction !== direction && matchesPattern(instrument, one.pattern));
      if (rule !== undefined) return `--side '${rule.text}': cannot be ${VERB[direction]}`;
      return mostOf(filters, direction, held);
    },
    notClosed: (held) => {
      if (!filters.onlyClose || held === 0) return null;
      return `the ${Math.abs(held)} held ${held > 0 ? 'long' : 'short'} cannot be closed`;
    },
  };
  return { filter, issues };
}

function leftOutBy({ only, exclude, onlyClose }: CandidateFilters, instrument: string, held: number): string | null {
  if (only.length > 0 && !only.some((pattern) => matchesPattern(instrument, pattern))) return 'not matched by --only';
  const pattern = exclude.find((one) => matchesPattern(instrument, one));
  if (pattern !== undefined) return `matched by --exclude ${pattern}`;
  return onlyClose && held === 0 ? '--only-close: not held' : null;
}

function mostOf({ noClose, onlyClose }: CandidateFilters, direction: 1 | -1, held: number): number | string {
  const reduces = held * direction < 0;
  const cannot = `held ${held > 0 ? 'long' : 'short'}, cannot be ${VERB[direction]}`;
  if (noClose && reduces) return `--no-close: ${cannot}`;
  if (!onlyClose) return Infinity;
  return reduces ? Math.abs(held) : `--only-close: ${cannot}`;
}

function sideRule(text: string, issues: Issue[]): SideRule[] {
  const words = text.trim().split(/\s+/);
  const side = words.at(-1)?.toLowerCase();
  if (words.length <= 2 && (side === 'buy' || side === 'sell')) {
    const pattern = words.length === 2 ? words[0]! : '*';
    return [{ pattern, direction: side === 'buy' ? 1 : -1, text: text.trim() }];
  }
  issues.push(makeIssue('CFG_SIDE_TEXT', { field: '--side', value: text }));
  return [];
}
