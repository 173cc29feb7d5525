import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CrifAddOn } from '../../../src/domain/index.js';
import { evaluate, type Formula } from '../../../src/formula/index.js';
import {
  netOfColumns,
  type SensitivityColumns,
  type SimmHorizon,
  simm,
  simmCore,
} from '../../../src/margin/simm/index.js';
import { SIMM_PARAMETER_SETS } from '../../../src/margin/simm/simm-parameter-sets.js';
import { symmetricEigen } from '../../../src/math/symmetric-eigen.js';
import { factorOf, MIXED, termsOf } from './simm-books.js';

const COLUMNS = 6;

/** Six trades over every kind of factor: `amounts` by factor and column. */
function columnsOf(amounts: readonly number[]): SensitivityColumns {
  return {
    names: Array.from({ length: COLUMNS }, (_, k) => `T${k}`),
    factors: MIXED.map(factorOf),
    columnOf: Int32Array.from(amounts, (_, k) => k % COLUMNS),
    factorOf: Int32Array.from(amounts, (_, k) => Math.floor(k / COLUMNS)),
    usd: Float64Array.from(amounts),
  };
}

const USD = fc.oneof(fc.constant(0), fc.double({ min: -1e8, max: 1e8, noNaN: true }));
const AMOUNTS = fc.array(USD, { minLength: MIXED.length * COLUMNS, maxLength: MIXED.length * COLUMNS });
const BOOK = fc
  .array(fc.integer({ min: -5, max: 5 }), { minLength: COLUMNS, maxLength: COLUMNS })
  .map((list) => Float64Array.from(list));
const CHOICE = fc.tuple(
  fc.constantFrom(...SIMM_PARAMETER_SETS.map(({ version }) => version)),
  fc.constantFrom<SimmHorizon>('tenDay', 'oneDay'),
);

const exact = (columns: SensitivityColumns, book: Float64Array, terms: ReturnType<typeof termsOf>): number =>
  simm({ factors: columns.factors, net: netOfColumns(columns, book), addOns: [] }, terms).amount;

function norms(node: Formula): readonly (Formula & { kind: 'norm' })[] {
  if (node.kind === 'norm') return [node];
  if (node.kind === 'affine') return [];
  return node.kind === 'scale' ? norms(node.child) : node.children.flatMap(norms);
}

describe('the convex core', () => {
  it('is the exact margin at the book it was made for', () => {
    fc.assert(
      fc.property(AMOUNTS, BOOK, CHOICE, (amounts, book, choice) => {
        const terms = termsOf(...choice);
        const columns = columnsOf(amounts);
        const figure = exact(columns, book, terms);
        expect(Math.abs(evaluate(simmCore(columns, book, terms), book) - figure)).toBeLessThanOrEqual(
          1e-7 * figure + 1e-6,
        );
      }),
      { numRuns: 60, seed: 6 },
    );
  });

  it('is convex: between two books it is at most half of both', () => {
    fc.assert(
      fc.property(AMOUNTS, BOOK, BOOK, BOOK, CHOICE, (amounts, at, a, b, choice) => {
        const terms = termsOf(...choice);
        const core = simmCore(columnsOf(amounts), at, terms);
        const middle = a.map((quantity, k) => (quantity + b[k]!) / 2);
        const chord = (evaluate(core, a) + evaluate(core, b)) / 2;
        expect(evaluate(core, middle)).toBeLessThanOrEqual(chord * (1 + 1e-9) + 1e-3);
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  it('has matrices without a negative eigenvalue, in every version', () => {
    for (const { version } of SIMM_PARAMETER_SETS) {
      const columns = columnsOf(MIXED.flatMap((_, k) => [1e6 + k, 2e6, -3e5, 5e6, 0, 1e7]));
      for (const { name, matrix, children } of norms(
        simmCore(columns, new Float64Array(COLUMNS).fill(1), termsOf(version)),
      )) {
        const least = symmetricEigen(matrix, children.length).values[0] ?? 0;
        expect(least, `${version} ${name}`).toBeGreaterThan(-1e-9);
      }
    }
  });

  it('grows with the book as the exact margin does where nothing is concentrated', () => {
    const columns = columnsOf(MIXED.flatMap(() => [1e3, -2e3, 3e3, 5e2, 0, 1e3]));
    const book = Float64Array.of(1, 2, -1, 0, 3, 1);
    const terms = termsOf('2.6', 'oneDay');
    const core = simmCore(columns, book, terms);
    for (const times of [0.5, 2, 10]) {
      const held = book.map((quantity) => quantity * times);
      expect(evaluate(core, held) / exact(columns, held, terms)).toBeCloseTo(1, 8);
    }
  });

  it('is the exact margin of every book of one bucket that nothing is concentrated in', () => {
    const columns: SensitivityColumns = {
      names: ['a', 'b', 'c'],
      factors: ['A', 'B', 'C'].map((name) => factorOf(`Equity,Risk_Equity,${name},5`)),
      columnOf: Int32Array.of(0, 1, 1, 2),
      factorOf: Int32Array.of(0, 0, 1, 2),
      usd: Float64Array.of(1e4, -2e4, 3e4, 5e3),
    };
    const terms = termsOf('2.8');
    const core = simmCore(columns, Float64Array.of(1, 1, 1), terms);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 3, maxLength: 3 }), (list) => {
        const book = Float64Array.from(list);
        expect(evaluate(core, book)).toBeCloseTo(exact(columns, book, terms), 5);
      }),
      { numRuns: 50, seed: 8 },
    );
  });

  it('holds multipliers and constant add-ons', () => {
    const columns = columnsOf(MIXED.flatMap(() => [1e5, -2e5, 3e5, 5e4, 0, 1e5]));
    const book = new Float64Array(COLUMNS).fill(1);
    const addOns: CrifAddOn[] = [
      { kind: 'multiplier', name: 'Equity', amount: 1.5, source: 0 },
      { kind: 'fixed', name: '', amount: 1000, source: 0 },
      { kind: 'notional', name: 'Alpha', amount: -4000, source: 0 },
      { kind: 'factor', name: 'Alpha', amount: 10, source: 0 },
    ];
    const terms = termsOf('2.5');
    const figure = simm({ factors: columns.factors, net: netOfColumns(columns, book), addOns }, terms).amount;
    expect(evaluate(simmCore(columns, book, terms, addOns), book) / figure).toBeCloseTo(1, 9);
    expect(figure).toBeGreaterThan(exact(columns, book, terms) + 1400);
  });

  it('names its children by what they are', () => {
    const columns = columnsOf(MIXED.flatMap(() => [1e5, 1e5, 1e5, 1e5, 1e5, 1e5]));
    const core = simmCore(columns, new Float64Array(COLUMNS).fill(1), termsOf('2.5'));
    const byName = new Map(norms(core).map((node) => [node.name, node.children.map(({ name }) => name)]));
    expect(byName.get('Equity Delta across buckets')).toEqual([
      '1 Risk_Equity A',
      '1 Risk_Equity B',
      '5 Risk_Equity C',
    ]);
    expect(byName.get('Equity Delta residual')).toEqual(['Residual Risk_Equity D']);
    expect(byName.get('InterestRate Delta across buckets')).toContain('Risk_IRCurve JPY 5y OIS');
  });
});
