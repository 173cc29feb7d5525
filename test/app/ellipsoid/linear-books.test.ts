import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { runMargin } from '../../../src/app/run-margin.js';
import { runOptimize } from '../../../src/app/run-optimize.js';
import { evaluate, norm, sparseAffine } from '../../../src/formula/index.js';
import { buildHedgeProgram } from '../../../src/optimizer/hedge-program.js';
import { runProgram } from '../../../src/optimizer/run-program.js';
import { loadSolver } from '../../../src/optimizer/solver/index.js';
import { columnCost } from '../../../src/optimizer/trade-columns.js';
import { aCandidate, aLevel, aProblem } from '../../optimizer/hedge-cases.js';
import { solveOptions } from '../../optimizer/solver/solve-options.js';
import { ellipsoidLength } from '../../scenario/ellipsoid/ellipsoid-cases.js';
import { aMarginRequest, anIo, anOptimizeRequest, resultOf } from '../a-world.js';
import { type LinearWorld, linearWorld } from './linear-world.js';

const worlds: LinearWorld[] = [];
afterAll(() => {
  for (const { folder } of worlds) rmSync(folder, { recursive: true, force: true });
});

function world(n: number, seed: number): LinearWorld {
  const made = linearWorld(n, seed);
  worlds.push(made);
  return made;
}

const inputsOf = ({ folder, figures }: LinearWorld) => ({
  positions: `${folder}/positions.csv`,
  market: `${folder}/market.csv`,
  correlations: `${folder}/correlations.csv`,
  parameterOverrides: figures,
  scenarioMode: 'ellipsoid' as const,
});

describe('the ellipsoid margin of a linear book', () => {
  it.each([2, 5, 20, 50])('is sqrt(d R d) over %i underlyings', async (n) => {
    const made = world(n, 10 + n);
    const { held, exposure, correlation, folder } = made;
    const result = resultOf(await runMargin(aMarginRequest(folder, inputsOf(made)), anIo()));
    const d = held.map((quantity, i) => quantity * exposure[i]!);
    const expected = ellipsoidLength(correlation, d);
    expect(Math.abs(result.initialMargin / expected - 1)).toBeLessThan(1e-6);
    const { search } = result;
    expect(search?.exact).toBe(true);
    expect(search?.listedMargin).toBeLessThanOrEqual(result.initialMargin * (1 + 1e-12));
    // Never above the sum of what each line would need alone.
    const standalone = d.reduce((sum, amount) => sum + Math.abs(amount), 0);
    expect(result.initialMargin).toBeLessThanOrEqual(standalone * (1 + 1e-9));
    expect(result.worstScenario?.name).toBe(search!.added[0]!.scenario);
  });

  it('grows with the scan range', async () => {
    const made = world(5, 3);
    const margin = async (scanSigmas: number): Promise<number> => {
      const parameterOverrides = { ...made.figures, scanSigmas, maxScan: 10 };
      const request = aMarginRequest(made.folder, { ...inputsOf(made), parameterOverrides });
      return resultOf(await runMargin(request, anIo())).initialMargin;
    };
    const margins = [await margin(4), await margin(5), await margin(6)];
    expect(margins[1]! / margins[0]!).toBeCloseTo(5 / 4, 6);
    expect(margins[2]! / margins[1]!).toBeCloseTo(6 / 5, 6);
  });
});

/** The same problem as a conic program: sqrt(d' R d) as one norm, and the spread; between the two figures given. */
async function conicOptimum({ names, exposure, correlation, held, halfSpread, size }: LinearWorld) {
  const children = names.map((name, i) => sparseAffine(name, [i], [exposure[i]!]));
  const level = (i: number) => [aLevel({ size, unitSpread: halfSpread[i]! })];
  const candidates = names.map((_, i) => aCandidate(i, { asks: level(i), bids: level(i) }));
  const problem = aProblem(norm('risk', children, correlation), candidates, { present: Float64Array.from(held) });
  const hedge = buildHedgeProgram(problem, { aim: { kind: 'margin' } });
  const solver = await loadSolver('highs');
  // A run ends after so many tangents at most; the next starts with all of them.
  for (;;) {
    const { outcome, rounds } = await runProgram(hedge, solver, solveOptions({ relativeGap: 0 }));
    if (outcome.status !== 'optimal') throw new Error(`the program is ${outcome.status}`);
    const { x, objective: least } = outcome;
    const cost = hedge.trades.all.reduce((total, trade) => total + columnCost(trade) * x[trade.column]!, 0);
    const most = evaluate(problem.margin, hedge.trades.quantities(x)) + cost;
    if (most - least <= 2e-7 * most || rounds < 10) return { least, most };
  }
}

describe('the ellipsoid optimum of a linear book', () => {
  it.each([
    [2, 4],
    [5, 5],
    [20, 6],
  ])('over %i underlyings is the conic optimum', async (n, seed) => {
    const made = world(n, seed);
    const request = anOptimizeRequest(made.folder, { ...inputsOf(made), horizonDays: 0 });
    const document = await runOptimize(request, anIo());
    const result = resultOf(document);
    const { least, most } = await conicOptimum(made);
    expect(most / least - 1).toBeLessThan(5e-7);
    expect(Math.abs(result.objective! / most - 1)).toBeLessThan(1e-6);
    expect(result.objective!).toBeLessThan(result.before.initialMargin);
    expect(result.trades.length).toBeGreaterThan(0);
    expect(result.proven).toBe(true);
    expect(result.bound!).toBeLessThanOrEqual(most * (1 + 1e-9));
    expect(result.search?.exact).toBe(true);
    // The reported margin is that of every joint move on the final book.
    const after = made.held.map((quantity, i) => {
      const trade = result.trades.find(({ instrument }) => instrument === made.names[i]);
      const signed = trade === undefined ? 0 : trade.side === 'buy' ? trade.quantity : -trade.quantity;
      return (quantity + signed) * made.exposure[i]!;
    });
    const margin = ellipsoidLength(made.correlation, after);
    expect(Math.abs(result.after!.initialMargin - margin)).toBeLessThan(1e-6 * result.objective!);
  });
});
