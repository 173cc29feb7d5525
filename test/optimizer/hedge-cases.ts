import type { LimitBound, LimitKind } from '../../src/domain/index.js';
import type { Formula } from '../../src/formula/index.js';
import type { Candidate, PriceLevel } from '../../src/optimizer/candidate.js';
import type { HedgeProblem } from '../../src/optimizer/hedge-problem.js';
import type { LimitMeasure, ResolvedLimit } from '../../src/optimizer/limits/index.js';

/** Contracts at a price of 1; what a case is about is named, the rest is of no importance. */
export function aLevel(changes: Partial<PriceLevel> = {}): PriceLevel {
  return { price: 1, size: 10, unitSpread: 0, unitDepth: 0, unitFee: 0, ...changes };
}

/** A candidate of line `line`, ten contracts on both sides at no cost unless told otherwise. */
export function aCandidate(line: number, changes: Partial<Candidate> = {}): Candidate {
  const name = `X${line}`;
  return { instrument: name, line, asks: [aLevel()], bids: [aLevel()], lot: null, notional: 1, ...changes };
}

/** Minimise a formula over the given candidates; nothing held, no limits. */
export function aProblem(margin: Formula, candidates: readonly Candidate[], changes: Partial<HedgeProblem> = {}) {
  const lines = Math.max(-1, ...candidates.map(({ line }) => line)) + 1;
  return {
    present: new Float64Array(changes.present?.length ?? lines),
    candidates,
    limits: [],
    margin,
    marginWeight: 1,
    wholeLots: false,
    ...changes,
  } satisfies HedgeProblem;
}

export interface LimitTerms {
  readonly kind?: LimitKind;
  readonly scope?: string;
  readonly min?: number;
  readonly max?: number;
  readonly priority?: 'hard' | 1 | 2 | 3 | 4 | 5;
  readonly before?: number;
}

/** A resolved limit on a measure, as its owner could have stated it. */
export function aLimit(measure: LimitMeasure, terms: LimitTerms = {}): ResolvedLimit {
  const { kind = 'delta', scope = 'total', min = -Infinity, max = Infinity, priority = 'hard', before = 0 } = terms;
  const bound = (value: number): LimitBound | null => (Number.isFinite(value) ? { value, relative: false } : null);
  return {
    limit: { kind, scope, min: bound(min), max: bound(max), priority, origin: null },
    name: `${kind} ${scope}`,
    scope,
    unit: 'units',
    measure,
    min,
    max,
    before,
  };
}

/** A limit on a formula of the book. */
export function aBookLimit(formula: Formula, terms: LimitTerms = {}): ResolvedLimit {
  return aLimit({ kind: 'book', formula }, { scope: formula.name, ...terms });
}
