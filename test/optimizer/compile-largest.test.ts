import { describe, expect, it } from 'vitest';
import {
  type Affine,
  absolute,
  denseAffine,
  evaluate,
  type Formula,
  largest,
  max,
  ranked,
  scale,
  sum,
} from '../../src/formula/index.js';
import { proveAnyBound } from '../../src/optimizer/prove-any-bound.js';
import { solveAnyHedge } from '../../src/optimizer/solve-any-hedge.js';
import { loadSolver } from '../../src/optimizer/solver/index.js';
import { convexMinimum2 } from './convex-scan.js';
import { aBookLimit, aCandidate, aLevel, aProblem } from './hedge-cases.js';
import { solvedProgram } from './solved-program.js';
import { seededRandom } from './solver/seeded-random.js';
import { solveOptions } from './solver/solve-options.js';

const solver = await loadSolver('highs');
const TWO = [aCandidate(0), aCandidate(1)];

/** Losses of two instruments on so many dates; a book that is there already loses or gains, too. */
function dates(count: number, seed: number, lines = 2): Formula[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, t) =>
    denseAffine(
      `date ${t}`,
      Float64Array.from({ length: lines }, () => random() * 8 - 4),
      random() * 60 - 20,
    ),
  );
}

describe('a sum of the largest in a program', () => {
  it.each([
    [30, 1],
    [30, 4],
    [200, 5],
    [200, 12],
  ])('%i dates, the worst %i: as low as a search over both quantities finds', async (count, k) => {
    const margin = scale('mean', 1 / k, largest('tail', k, dates(count, count + k)));
    const { objective, evaluated } = await solvedProgram(aProblem(margin, TWO));
    const searched = convexMinimum2((a, b) => evaluate(margin, Float64Array.of(a, b)), 10);
    expect(evaluated).toBeLessThanOrEqual(searched + 1e-6 * Math.max(1, Math.abs(searched)));
    expect(objective).toBeCloseTo(evaluated, 7);
  });

  it('of all dates is their sum, of one the worst', async () => {
    const losses = dates(12, 3);
    const all = await solvedProgram(aProblem(sum('fixed', [largest('all', 12, losses), hold()]), TWO));
    const plain = await solvedProgram(aProblem(sum('fixed', [sum('sum', losses), hold()]), TWO));
    expect(all.objective).toBeCloseTo(plain.objective, 6);
    const one = await solvedProgram(aProblem(largest('one', 1, losses), TWO));
    const worst = await solvedProgram(aProblem(max('worst', losses), TWO));
    expect(one.objective).toBeCloseTo(worst.objective, 7);
  });

  it('starts with few of many rows, and has the optimum of all of them', async () => {
    const many = Array.from({ length: 8 }, (_, j) => aCandidate(j, { asks: [aLevel({ unitSpread: 0.1 })] }));
    // Eight contracts of each are owed: buying them back moves the tail to other dates.
    const losses = dates(1000, 9, 8).map((loss, t) => {
      const { coefficients } = loss as Affine;
      return denseAffine(loss.name, coefficients, (t % 7) - 8 * coefficients.reduce((total, c) => total + c, 0));
    });
    const { hedge, run, objective, evaluated } = await solvedProgram(aProblem(largest('tail', 25, losses), many));
    expect(run.rounds).toBeGreaterThan(1);
    expect(run.program.rows.count).toBeLessThan(600);
    expect(objective).toBeCloseTo(evaluated, 5);
    // Rows of one child each: in parts of convex children every row is there at once.
    const atOnce = losses.map((loss) => max(loss.name, [loss, denseAffine('far below', new Float64Array(8), -1e4)]));
    const full = await solvedProgram(aProblem(largest('tail', 25, atOnce), many));
    expect(full.hedge.lazy).toHaveLength(0);
    expect(hedge.lazy).toHaveLength(1);
    expect(objective).toBeCloseTo(full.objective, 5);
  });

  it('can be a limit', async () => {
    const tail = scale('shortfall', 1 / 5, largest('tail', 5, dates(100, 31)));
    const profit = denseAffine('loss of carry', Float64Array.of(-1, -0.4));
    const free = evaluate(tail, new Float64Array(2));
    const limit = aBookLimit(tail, { max: free * 1.1 });
    const { evaluated, hedge, x } = await solvedProgram(aProblem(profit, TWO, { limits: [limit] }));
    expect(evaluated).toBeLessThan(0);
    expect(evaluate(tail, hedge.trades.quantities(x))).toBeLessThanOrEqual(free * 1.1 + 1e-6);
  });

  it('gives its columns the values of a book', async () => {
    const losses = dates(9, 2);
    const { hedge } = await solvedProgram(aProblem(largest('tail', 3, losses), TWO));
    const x = new Float64Array(hedge.builder.columns);
    hedge.settle(x);
    const program = hedge.builder.build();
    const cost = program.cost.reduce((total, c, j) => total + c * x[j]!, program.offset);
    expect(cost).toBeCloseTo(evaluate(largest('tail', 3, losses), new Float64Array(2)), 9);
  });
});

/** Something to hold on to where a sum alone would run to the end of the quantities. */
function hold(): Formula {
  return sum(
    'hold',
    [0, 1].map((j) => scale('away', 200, absolute(`x${j}`, denseAffine('x', unit(j))))),
  );
}

function unit(j: number): Float64Array {
  const coefficients = new Float64Array(2);
  coefficients[j] = 1;
  return coefficients;
}

describe('a rank in a program', () => {
  const OPTIONS = solveOptions({ relativeGap: 0 });

  it.each([1, 2, 3])('is searched with binaries to the lowest of a grid, seed %i', async (seed) => {
    const margin = max('margin', [ranked('VaR', 3, dates(14, seed)), denseAffine('no loss', new Float64Array(2))]);
    const problem = aProblem(margin, TWO);
    const outcome = await solveAnyHedge(problem, solver, OPTIONS);
    if (outcome.status === 'failed' || outcome.status === 'infeasible') throw new Error(outcome.status);
    const book = new Float64Array(2);
    for (const { line, quantity, direction } of outcome.trades) book[line] = direction * quantity;
    const found = evaluate(margin, book);
    let best = Infinity;
    for (let a = -10; a <= 10; a += 0.1) {
      for (let b = -10; b <= 10; b += 0.1) best = Math.min(best, evaluate(margin, Float64Array.of(a, b)));
    }
    expect(found).toBeLessThanOrEqual(best + 1e-6);
    expect(outcome.bound).toBeLessThanOrEqual(found + 1e-6);
    const { bound } = proveAnyBound(problem, outcome.relaxed, outcome.multipliers, outcome.columns);
    expect(bound).toBeLessThanOrEqual(found + 1e-6);
  });

  it('of too many dates begins with the mean of the tail and is no worse than that, or than doing nothing', async () => {
    const losses = dates(900, 12);
    const margin = max('margin', [ranked('VaR', 5, losses), denseAffine('no loss', new Float64Array(2))]);
    const problem = aProblem(margin, TWO);
    const outcome = await solveAnyHedge(problem, solver, OPTIONS);
    if (outcome.status === 'failed' || outcome.status === 'infeasible') throw new Error(outcome.status);
    const book = new Float64Array(2);
    for (const { line, quantity, direction } of outcome.trades) book[line] = direction * quantity;
    const shortfall = await solvedProgram(aProblem(scale('mean', 1 / 5, largest('tail', 5, losses)), TWO));
    const atShortfall = evaluate(margin, shortfall.hedge.trades.quantities(shortfall.x));
    expect(evaluate(margin, book)).toBeLessThanOrEqual(atShortfall + 1e-6);
    expect(evaluate(margin, book)).toBeLessThanOrEqual(evaluate(margin, new Float64Array(2)));
    expect(outcome).toMatchObject({ method: 'cover', status: 'searched' });
    expect(outcome.bound).toBeLessThanOrEqual(evaluate(margin, book));
  });
});
