import { describe, expect, it } from 'vitest';
import {
  type Affine,
  absolute,
  constant,
  denseAffine,
  evaluate,
  type Formula,
  max,
  min,
  positivePart,
  scale,
  sparseAffine,
  sum,
} from '../../src/formula/index.js';
import { FormulaCompiler } from '../../src/optimizer/compile-formula.js';
import { ProgramBuilder } from '../../src/optimizer/solver/index.js';
import { TradeColumns } from '../../src/optimizer/trade-columns.js';
import { convexMinimum2 } from './convex-scan.js';
import { aCandidate, aLevel, aProblem } from './hedge-cases.js';
import { solvedProgram } from './solved-program.js';
import { seededRandom } from './solver/seeded-random.js';

const TWO = [aCandidate(0), aCandidate(1)];

function compiler(present = new Float64Array(2)) {
  const builder = new ProgramBuilder();
  const trades = new TradeColumns(builder, TWO, present, false);
  return { builder, compiler: new FormulaCompiler(builder, trades, present) };
}

const line = (name: string, a: number, b: number, c = 0): Affine => denseAffine(name, Float64Array.of(a, b), c);

describe('FormulaCompiler', () => {
  it('makes linear forms of affine, sum and scale, without columns of their own', () => {
    const { builder, compiler: it } = compiler();
    const before = builder.columns;
    const form = it.compile(sum('s', [line('a', 1, 2, 3), scale('k', 10, line('b', 0, 1, 1)), constant('c', 7)]));
    expect(form.constant).toBe(20);
    expect([...form.perLine!]).toEqual([1, 12]);
    expect(builder.columns).toBe(before);
    expect(builder.rowNames).toEqual([]);
  });

  it('makes one column and a named row per child of a max', () => {
    const { builder, compiler: it } = compiler();
    const form = it.compile(max('worst', [line('up', 1, 0), line('down', -1, 0), line('flat', 0, 1)]));
    expect([...form.extra]).toEqual([[4, 1]]);
    expect(builder.rowNames).toEqual(['worst: up', 'worst: down', 'worst: flat']);
  });

  it('makes a constant child the lower bound of the column, not a row', () => {
    const { builder, compiler: it } = compiler();
    it.compile(max('worst', [line('up', 1, 0), constant('nothing', 3)]));
    expect(builder.rowNames).toEqual(['worst: up']);
    expect(builder.build().lower[4]).toBe(3);
    expect(builder.build().upper[4]).toBe(10);
  });

  it('leaves out a child that can never be the largest', () => {
    const { builder, compiler: it } = compiler();
    it.compile(max('worst', [line('up', 1, 0), line('far below', 0, 1, -1000), constant('nothing', 0)]));
    expect(builder.rowNames).toEqual(['worst: up']);
  });

  it('makes a constant of a max that no trade can move', () => {
    const { builder, compiler: it } = compiler(Float64Array.of(0, 0, 4));
    const stuck = max('stuck', [sparseAffine('a', [2], [2]), sparseAffine('b', [2], [-1])]);
    expect(it.compile(stuck)).toEqual({ constant: 8, perLine: null, extra: new Map() });
    expect(builder.columns).toBe(4);
  });

  it('compiles a node that is met twice once', () => {
    const { builder, compiler: it } = compiler();
    const node = absolute('a', line('a', 1, 1));
    expect(it.compile(node)).toBe(it.compile(node));
    expect(builder.columns).toBe(5);
  });

  it('keeps the factor of a scaled child in its row', () => {
    const { builder, compiler: it } = compiler();
    it.compile(max('worst', [line('up', 1, 0), scale('tail', 0.25, scale('inner', 2, line('far', 8, 0)))]));
    const { rows } = builder.build();
    // t - 4 x0 >= 0 for buying and + 4 x0 for selling.
    expect([...rows.values.subarray(rows.starts[1]!, rows.starts[2]!)].sort()).toEqual([-4, 1, 4]);
  });

  it('gives every column the value it has for a book', () => {
    const { builder, compiler: it } = compiler();
    const smallest = min('min', [line('a', 1, 0), line('b', 0, 1), constant('c', 4)]);
    it.compile(sum('all', [max('max', [line('p', 2, 0), line('q', 0, -3)]), smallest]));
    const x = new Float64Array(builder.columns);
    it.settle(Float64Array.of(5, 2), x);
    expect([...x.subarray(4)]).toEqual([10, 2, 0, 1, 0]);
  });

  it('has no objective column below what the formula can come to', () => {
    const random = seededRandom(3);
    for (let round = 0; round < 30; round++) {
      const { builder, compiler: it } = compiler();
      const node = max(
        'm',
        [0, 1, 2].map((i) => line(`c${i}`, random() * 4 - 2, random() * 4 - 2, random() * 9)),
      );
      it.compile(node);
      const program = builder.build();
      for (const book of [
        [-10, -10],
        [-10, 10],
        [10, -10],
        [10, 10],
        [0, 0],
      ] as const) {
        const amount = evaluate(node, Float64Array.from(book));
        expect(amount).toBeGreaterThanOrEqual(program.lower[4]! - 1e-12);
        expect(amount).toBeLessThanOrEqual(program.upper[4]! + 1e-12);
      }
    }
  });
});

describe('a compiled formula, minimised', () => {
  const random = seededRandom(5);
  const number = (size: number): number => (random() * 2 - 1) * size;
  const randomLine = (name: string): Affine => line(name, number(3), number(3), number(8));
  const randomMax = (name: string, n: number): Formula =>
    max(
      name,
      Array.from({ length: n }, (_, i) => randomLine(`${name} ${i}`)),
    );
  const cases = Array.from({ length: 20 }, (_, i) => {
    const nested = max('nested', [randomMax('inner', 3), scale('half', 0.5, randomMax('other', 2)), randomLine('own')]);
    const parts = [randomMax('worst', 2 + (i % 5)), positivePart('short', randomLine('x')), scale('k', 2, nested)];
    return [i, sum('margin', [...parts, absolute('delta', randomLine('d'))])] as const;
  });

  it.each(cases)('convex case %i is as low as a search over both quantities finds', async (_, margin) => {
    const found = await solvedProgram(aProblem(margin, TWO));
    const searched = convexMinimum2((a, b) => evaluate(margin, Float64Array.of(a, b)), 10);
    expect(found.objective).toBeCloseTo(found.evaluated, 6);
    expect(found.evaluated).toBeLessThanOrEqual(searched + 1e-6);
    expect(found.evaluated).toBeGreaterThanOrEqual(searched - 1e-6);
  });

  it('weighs margin against cost', async () => {
    const margin = absolute('delta', line('delta', 1, 0, -8));
    const at = async (unitSpread: number, marginWeight: number): Promise<number> => {
      const asks = [aLevel({ unitSpread, size: 5 })];
      const { x } = await solvedProgram(
        aProblem(margin, [aCandidate(0, { asks })], { marginWeight, present: new Float64Array(2) }),
      );
      return x[0]!;
    };
    expect(await at(0.9, 1)).toBe(5);
    expect(await at(1.1, 1)).toBe(0);
    expect(await at(0.9, 0.5)).toBe(0);
    expect(await at(0.4, 0.5)).toBe(5);
  });
});

describe('a compiled min', () => {
  const random = seededRandom(9);
  const number = (size: number): number => Math.round((random() * 2 - 1) * size);

  it.each(Array.from({ length: 20 }, (_, i) => i))(
    'case %i is as low as the lowest of its children alone',
    async () => {
      const children = Array.from({ length: 3 }, (_, i) =>
        sum(`child ${i}`, [
          absolute(`a${i}`, line('a', number(4), number(4), number(20))),
          positivePart(`b${i}`, line('b', number(4), number(4), number(20))),
          constant('c', number(15)),
        ]),
      );
      const shared = absolute('shared', line('s', number(2), number(2), number(10)));
      const margin = sum('margin', [min('better of', children), shared]);
      const found = await solvedProgram(aProblem(margin, TWO));
      const alone = children.map((child) =>
        convexMinimum2((a, b) => evaluate(sum('one', [child, shared]), Float64Array.of(a, b)), 10),
      );
      expect(found.evaluated).toBeCloseTo(Math.min(...alone), 6);
      expect(found.objective).toBeCloseTo(found.evaluated, 6);
    },
  );

  it('chooses exactly one child', async () => {
    const margin = min('better of', [absolute('a', line('a', 1, 0, -4)), absolute('b', line('b', 0, 1, 12))]);
    const { hedge, x } = await solvedProgram(aProblem(margin, TWO));
    const { integer } = hedge.builder.build();
    expect([...integer!].flatMap((whole, j) => (whole === 1 ? [x[j]] : []))).toEqual([1, 0]);
  });

  it('has no binary for a child that is never the smallest, and none at all for one alone', () => {
    const { builder, compiler: it } = compiler();
    const near = [line('a', 1, 0), line('b', 0, 1)];
    it.compile(min('better of', [...near, constant('far', 11)]));
    expect(builder.columnNames.slice(4)).toEqual(['better of', 'better of is a', 'better of is b']);
    expect([...it.choices]).toEqual([5, 6]);
    const form = it.compile(min('only', [line('low', 1, 1), line('high', 1, 1, 3)]));
    expect([...form.perLine!]).toEqual([1, 1]);
    expect(builder.columns).toBe(7);
  });

  it('is held off no further than its children can be apart', () => {
    const { builder, compiler: it } = compiler();
    const shared = absolute('shared', line('s', 50, 50));
    it.compile(min('better of', [sum('a', [shared, line('a', 1, 0)]), sum('b', [shared, line('b', 0, 2)])]));
    const { rows } = builder.build();
    const entriesOf = (name: string): number[] => {
      const i = builder.rowNames.indexOf(name);
      return [...rows.values.subarray(rows.starts[i]!, rows.starts[i + 1]!)];
    };
    // Within ten contracts either way x - 2 y is at most 30; the shared part could be a thousand.
    expect(entriesOf('better of: a')).toContain(-30);
    expect(entriesOf('better of: b')).toContain(-30);
  });
});
