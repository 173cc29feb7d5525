import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/formula/index.js';
import type { HedgeProblem } from '../../src/optimizer/hedge-problem.js';
import { bookAfter, objectiveOf } from '../../src/optimizer/hedge-solution.js';
import type { LimitMeasure } from '../../src/optimizer/limits/index.js';
import { solveHedge } from '../../src/optimizer/solve-hedge.js';
import { loadSolver } from '../../src/optimizer/solver/index.js';
import { enumeratedHedge } from './enumerated-hedge.js';
import { aLimit } from './hedge-cases.js';
import { randomHedge } from './random-hedges.js';
import { solveOptions } from './solver/solve-options.js';

const solver = await loadSolver('highs');
const BOOKS = 40;

interface Rule {
  readonly name: string;
  readonly measure: (lines: number) => LimitMeasure;
  readonly ends: (seed: number) => { readonly min?: number; readonly max?: number };
}

/** The odd lines: those of one expiry, say. */
const odd = (lines: number): Uint8Array => Uint8Array.from({ length: lines }, (_, j) => j % 2);

const RULES: readonly Rule[] = [
  { name: 'per expiry', measure: (lines) => ({ kind: 'count', lines: odd(lines) }), ends: () => ({ max: 1 }) },
  {
    name: 'least contracts',
    measure: () => ({ kind: 'ticket', amount: 'contracts' }),
    ends: (seed) => ({ min: 1.5 + (seed % 3) }),
  },
  {
    name: 'least notional',
    measure: () => ({ kind: 'ticket', amount: 'notional' }),
    ends: (seed) => ({ min: 60 + 40 * (seed % 3) }),
  },
  { name: 'all or none', measure: () => ({ kind: 'partLevels' }), ends: () => ({ max: 0 }) },
];

/** Up to four candidates with two levels a side; every third book also has a number of trades. */
function book(seed: number, rule: Rule): HedgeProblem {
  const problem = randomHedge(7000 + seed, {
    candidates: 2 + (seed % 3),
    scenarios: seed % 4 === 1 ? 100 : 9,
    limits: seed % 2,
    lots: { lot: 1, most: seed % 3 === 2 ? 1 : 3 },
    levels: 2,
  });
  const limits = [
    ...problem.limits,
    aLimit(rule.measure(problem.present.length), { kind: 'trades', ...rule.ends(seed) }),
  ];
  if (seed % 3 === 0) limits.push(aLimit({ kind: 'count' }, { kind: 'trades', max: 2 }));
  return { ...problem, limits };
}

describe.each(RULES)('$name, against every book there is', (rule) => {
  const outcomes = { optimal: 0, infeasible: 0, binding: 0 };

  it.each(Array.from({ length: BOOKS / 10 }, (_, k) => 10 * k))('books %i and the nine after it', async (first) => {
    for (let seed = first; seed < first + 10; seed++) {
      const problem = book(seed, rule);
      const { objective } = enumeratedHedge(problem);
      const outcome = await solveHedge(problem, solver, solveOptions({ relativeGap: 0 }));
      if (objective === Infinity) {
        expect(outcome.status, `seed ${seed}`).toBe('infeasible');
        outcomes.infeasible += 1;
        continue;
      }
      if (outcome.status !== 'optimal') throw new Error(`seed ${seed}: ${JSON.stringify(outcome)}`);
      outcomes.optimal += 1;
      const size = Math.max(1, Math.abs(objective));
      expect(Math.abs(objectiveOf(problem, outcome.trades) - objective), `seed ${seed}`).toBeLessThanOrEqual(
        1e-7 * size,
      );
      expect(outcome.bound).toBeLessThanOrEqual(objective + 1e-7 * size);
      const free = enumeratedHedge({
        ...problem,
        limits: problem.limits.slice(0, problem.limits.length - (seed % 3 === 0 ? 2 : 1)),
      });
      if (free.objective < objective - 1e-6) outcomes.binding += 1;
    }
  });

  it('had answers, and rules that bind', () => {
    expect(outcomes.optimal).toBeGreaterThanOrEqual(BOOKS / 2);
    expect(outcomes.binding).toBeGreaterThanOrEqual(3);
  });
});

describe('screening', () => {
  const GAP = 0.05;

  it('leaves out no candidate of a book that is better by more than the gap', async () => {
    let screened = 0;
    for (let seed = 0; seed < 60; seed++) {
      const rule = RULES[seed % 2]!;
      const problem = book(seed, rule);
      const { objective } = enumeratedHedge(problem);
      const outcome = await solveHedge(problem, solver, solveOptions({ relativeGap: GAP }));
      if (outcome.status !== 'optimal') continue;
      screened += outcome.screened ?? 0;
      const found = objectiveOf(problem, outcome.trades);
      const size = Math.max(1, Math.abs(found));
      expect(found - objective, `seed ${seed}`).toBeLessThanOrEqual(GAP * size + 1e-7);
      expect(outcome.bound, `seed ${seed}`).toBeLessThanOrEqual(objective + 1e-7 * size);
      expect(outcome.screened ?? 0).toBeLessThanOrEqual(problem.candidates.length);
      expect(evaluate(problem.margin, bookAfter(problem.present, outcome.trades))).not.toBeNaN();
    }
    expect(screened).toBeGreaterThan(0);
  });
});
