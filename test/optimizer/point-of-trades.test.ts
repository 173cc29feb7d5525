import { describe, expect, it } from 'vitest';
import { absolute, denseAffine } from '../../src/formula/index.js';
import { buildHedgeProgram } from '../../src/optimizer/hedge-program.js';
import { tradesOf } from '../../src/optimizer/hedge-solution.js';
import { pointOfTrades } from '../../src/optimizer/point-of-trades.js';
import { aCandidate, aLevel, aProblem } from './hedge-cases.js';

const margin = absolute('delta', denseAffine('delta', Float64Array.of(1, 1)));

describe('the point that means some trades', () => {
  it.each([false, true])('gives the same trades again, whole lots: %s', (wholeLots) => {
    const asks = [aLevel({ size: 4 }), aLevel({ price: 2, size: 10, unitSpread: 1 })];
    const candidates = [aCandidate(0, { asks, lot: 0.5 }), aCandidate(1, { lot: 2 })];
    const { trades, builder } = buildHedgeProgram(aProblem(margin, candidates, { wholeLots }), {
      aim: { kind: 'margin' },
    });
    const x = new Float64Array(builder.columns);
    // Four and two contracts bought in the first, six sold in the second.
    const units = wholeLots ? [8, 4, 0, 0, 3] : [4, 2, 0, 0, 6];
    x.set(units);
    const meant = tradesOf(x, trades);
    expect(meant.map(({ quantity, direction }) => direction * quantity)).toEqual([6, -6]);
    expect([...pointOfTrades(trades, meant)]).toEqual(units);
  });

  it('is nothing for no trades', () => {
    const { trades } = buildHedgeProgram(aProblem(margin, [aCandidate(0), aCandidate(1)]), { aim: { kind: 'margin' } });
    expect([...pointOfTrades(trades, [])]).toEqual([0, 0, 0, 0]);
  });
});
