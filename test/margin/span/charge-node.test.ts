import { describe, expect, it } from 'vitest';
import type { SpanInterSpread, SpanIntraSpread } from '../../../src/domain/index.js';
import { evaluate } from '../../../src/formula/index.js';
import { chargeNodes } from '../../../src/margin/span/charge-node.js';
import { deltaPositions } from '../../../src/margin/span/span-charges.js';
import { type BookLine, type BookTerms, futureLosses, spanInputs } from '../../vectors/span/span-book.js';

const CALENDAR: SpanIntraSpread = {
  name: 'calendar',
  method: 'flat',
  rate: 300,
  legs: [
    { from: '0', to: '9', ratio: 1, side: 'A' },
    { from: '0', to: '9', ratio: 1, side: 'B' },
  ],
};

const future = (commodity: string, month: string, quantity: number): BookLine => ({
  commodity,
  month,
  quantity,
  losses: futureLosses(10_000),
});

function nodeOf(commodity: string, lines: readonly BookLine[], terms: BookTerms) {
  const inputs = spanInputs(lines, terms);
  const nodes = chargeNodes({ ...inputs, positions: deltaPositions(inputs.books, inputs.book) });
  const { node } = nodes.get(commodity)!;
  return {
    node,
    at: (...book: number[]) => evaluate(node, Float64Array.from(book)),
    names: node.children.map(({ name }) => name),
  };
}

describe('charges between months as a formula', () => {
  const terms = { commodities: { CL: { intraSpreads: [CALENDAR] } } };
  const { at, names } = nodeOf('CL', [future('CL', '202603', 5), future('CL', '202606', -2)], terms);

  it('are those of the book at the book', () => {
    expect(at(5, -2)).toBe(600);
    expect(names[0]).toBe('inter-month calendar x 2');
  });

  it('change with the month that is scarce, and not with the one that has more', () => {
    expect(names).not.toContain('with the deltas of 202603');
    expect(at(4, -2)).toBeCloseTo(600, 6);
    expect(at(5, -3)).toBeCloseTo(900, 4);
    expect(at(5, -1)).toBeCloseTo(300, 4);
  });

  it('cost either way where no month is held yet: the larger of two slopes', () => {
    const { at: flat } = nodeOf('CL', [future('CL', '202603', 0), future('CL', '202606', 0)], terms);
    expect(flat(0, 0)).toBe(0);
    // Alone neither month is charged; the formula knows no other.
    expect(flat(1, 0)).toBe(0);
  });
});

describe('credits between commodities as a formula', () => {
  const joined: SpanInterSpread = {
    name: 'CL/BZ',
    method: 'delta',
    legs: [
      { commodity: 'CL', ratio: 1, side: 'A', creditRate: 0.5 },
      { commodity: 'BZ', ratio: 1, side: 'B', creditRate: 0.5 },
    ],
  };
  const lines = [future('CL', '202603', 3), future('BZ', '202603', -8)];

  it('are taken off each, and grow with the scarcer one for both', () => {
    const { at, names } = nodeOf('CL', lines, { interSpreads: [joined] });
    expect(names).toEqual(['credit CL/BZ x 3', 'with the deltas of 202603']);
    expect(at(3, -8)).toBe(-15_000);
    // Another CL is another spread: half of 10,000 less on either side.
    expect(at(4, -8)).toBeCloseTo(-25_000, 3);
  });

  it('do not move with the commodity that has more', () => {
    expect(nodeOf('BZ', lines, { interSpreads: [joined] }).names).toEqual(['credit CL/BZ x 3']);
  });

  it('count whole spreads at the book where the house does, fractions beside it', () => {
    const half = [future('CL', '202603', 2.5), future('BZ', '202603', -8)];
    const { at, names } = nodeOf('CL', half, { interSpreads: [joined], wholeSpreads: true });
    expect(names[0]).toBe('credit CL/BZ x 2');
    expect(at(2.5, -8)).toBe(-10_000);
    expect(at(3, -8)).toBeCloseTo(-15_000, 3);
  });
});
