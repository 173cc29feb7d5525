import { describe, expect, it } from 'vitest';
import { evaluate, sparseAffine } from '../../../src/formula/index.js';
import { columnAmount } from '../../../src/margin/derive/column-amount.js';
import { forwardContingency } from '../../../src/margin/derive/forward-contingency.js';
import { grossContracts } from '../../../src/margin/derive/gross-contracts.js';
import { groupBy } from '../../../src/margin/derive/group-by.js';
import { nakedShorts } from '../../../src/margin/derive/naked-shorts.js';
import { oracleContingency } from '../../../src/margin/derive/oracle-contingency.js';
import { pegLoss } from '../../../src/margin/derive/peg-loss.js';
import { perpetualSize } from '../../../src/margin/derive/perpetual-size.js';
import { scenarioName } from '../../../src/margin/derive/scenario-name.js';
import { black76 } from '../../../src/pricing/index.js';
import { anExpiry } from './an-expiry.js';

const BASIS = { basisSpotUp: 1.05, basisSpotDown: 0.95, basisAddFactor: 0.5, basisMultFactor: 2 };

describe('the forward contingency', () => {
  const expiry = anExpiry();
  const call = (forward: number): number => black76('C', forward, 100, 0.5 * Math.sqrt(expiry.years), 1);
  const factor = 0.5 + 2 * (30 / 365);

  it('is the worse forward of an expiry, weighted', () => {
    const formula = forwardContingency([expiry], BASIS);
    expect(evaluate(formula, Float64Array.of(-2, 0, 0))).toBeCloseTo(2 * (call(105) - call(100)) * factor, 9);
    expect(evaluate(formula, Float64Array.of(2, 0, 0))).toBeCloseTo(2 * (call(100) - call(95)) * factor, 9);
  });

  it('is nothing for a book that gains both ways, and does not net expiries', () => {
    const far = anExpiry({ name: 'July', columns: [3, 4, 5] });
    const formula = forwardContingency([expiry, far], BASIS);
    const straddle = Float64Array.of(1, 1, 0, 0, 0, 0);
    const against = Float64Array.of(1, 0, 0, -1, 0, 0);
    expect(evaluate(formula, straddle)).toBe(0);
    expect(evaluate(formula, against)).toBeCloseTo((call(100) - call(95) + call(105) - call(100)) * factor, 9);
    expect(evaluate(forwardContingency([], BASIS), new Float64Array(0))).toBe(0);
  });
});

describe('naked shorts', () => {
  const formula = nakedShorts(anExpiry());
  it.each([
    [[-3, 0, 0], 3],
    [[-3, 1, 0], 2],
    [[-3, 5, 0], 0],
    [[-3, -2, 0], 5],
    [[-3, 0, 10], 3],
    [[-3, 1, -4], 6],
  ])('of calls, puts of one strike and calls of another %j are %d', (book, expected) => {
    expect(evaluate(formula, Float64Array.from(book))).toBe(expected);
  });
});

describe('the oracle contingency', () => {
  const exposure = sparseAffine('contracts', [0], [1]);
  const values = { confidenceThreshold: 0.55, confidenceMargin: 1.5 };

  it('charges what confidence lacks of one, below the threshold', () => {
    const formula = oracleContingency('prices', 0.2, exposure, 3000, values);
    expect(evaluate(formula, Float64Array.of(2))).toBeCloseTo(0.8 * 1.5 * 3000 * 2, 9);
  });

  it('charges nothing from the threshold on', () => {
    expect(evaluate(oracleContingency('prices', 0.55, exposure, 3000, values), Float64Array.of(2))).toBe(0);
    expect(evaluate(oracleContingency('prices', 1, exposure, 3000, values), Float64Array.of(2))).toBe(0);
  });
});

describe('small parts', () => {
  it('peg loss counts what the stable coin lacks of its threshold', () => {
    const values = { pegLossThreshold: 0.98, pegLossFactor: 2 };
    expect(pegLoss(1.0002, values)).toBe(0);
    // derivexyz/v2-core, PMRM_2 case 61: stable coin at 0.56, loss factor 1.84 instead of 1.
    expect(1 + pegLoss(0.56, values)).toBeCloseTo(1.84, 12);
  });

  it('sizes are absolute', () => {
    expect(evaluate(grossContracts('all', [0, 2]), Float64Array.of(-3, 9, 4))).toBe(7);
    expect(evaluate(perpetualSize(1), Float64Array.of(0, -5))).toBe(5);
    expect(evaluate(perpetualSize(null), Float64Array.of(0, -5))).toBe(0);
    expect(evaluate(columnAmount('base', null, 7), Float64Array.of(1))).toBe(0);
    expect(evaluate(columnAmount('base', 0, 7), Float64Array.of(2))).toBe(14);
  });

  it('members are grouped in order of first appearance', () => {
    expect([...groupBy([3, 1, 5, 2], (n) => n % 2)]).toEqual([
      [1, [3, 1, 5]],
      [0, [2]],
    ]);
  });

  it.each([
    [1.18, 'up', '+18%, vol up'],
    [0.33999999999999997, 'up', '-66%, vol up'],
    [1, 'none', 'unchanged, vol none'],
    [1.0000000000000002, 'down', 'unchanged, vol down'],
    [0.955, 'down', '-4.5%, vol down'],
  ])('a scenario of %d, vol %s is named %s', (spotShock, volatility, name) => {
    expect(scenarioName(spotShock, volatility)).toBe(name);
  });
});
