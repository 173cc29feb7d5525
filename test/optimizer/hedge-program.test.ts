import { describe, expect, it } from 'vitest';
import { absolute, constant, denseAffine, max, min, sparseAffine } from '../../src/formula/index.js';
import { needsIntegers } from '../../src/optimizer/hedge-problem.js';
import { buildHedgeProgram } from '../../src/optimizer/hedge-program.js';
import type { ResolvedLimit } from '../../src/optimizer/limits/index.js';
import { checkSolution, objectiveAt } from '../../src/optimizer/solver/index.js';
import { aBookLimit, aCandidate, aLevel, aLimit, aProblem } from './hedge-cases.js';

const delta = denseAffine('delta', Float64Array.of(2, -1), 3);
const TWO = [
  aCandidate(0, { notional: 100, asks: [aLevel({ unitSpread: 1, unitFee: 0.5 })] }),
  aCandidate(1, { notional: 7 }),
];
const margin = { kind: 'margin' } as const;

function rowOf(
  limit: ResolvedLimit,
  options: Parameters<typeof buildHedgeProgram>[1] = { aim: margin },
  wholeLots = false,
) {
  const problem = aProblem(constant('none', 0), TWO, { limits: [limit], present: Float64Array.of(10, 20), wholeLots });
  const hedge = buildHedgeProgram(problem, options);
  const { rows } = hedge.builder.build();
  const row = hedge.limitRows.get(limit)!;
  const entries = Array.from({ length: rows.starts[row + 1]! - rows.starts[row]! }, (_, k) => {
    const at = rows.starts[row]! + k;
    return [rows.indices[at]!, rows.values[at]!] as const;
  });
  return { name: hedge.builder.rowNames[row], lower: rows.lower[row], upper: rows.upper[row], entries, hedge };
}

describe('a limit row', () => {
  it('bounds a figure of the book, what is held on the other side', () => {
    const row = rowOf(aBookLimit(delta, { min: -5, max: 8 }));
    expect(row).toMatchObject({ name: 'limit delta delta', lower: -5 - 3, upper: 8 - 3 });
    expect(row.entries).toEqual([
      [0, 2],
      [1, -2],
      [2, -1],
      [3, 1],
    ]);
  });

  it('bounds the cost of the trades in scope', () => {
    const limit = aLimit({ kind: 'trades', amount: 'cost', lines: Uint8Array.of(1, 0) }, { kind: 'cost', max: 9 });
    expect(rowOf(limit)).toMatchObject({ upper: 9, lower: -Infinity, entries: [[0, 1.5]] });
  });

  it('bounds the notional bought plus sold', () => {
    const limit = aLimit(
      { kind: 'trades', amount: 'notional', lines: Uint8Array.of(1, 1) },
      { kind: 'turnover', max: 9 },
    );
    expect(rowOf(limit).entries).toEqual([
      [0, 100],
      [1, 100],
      [2, 7],
      [3, 7],
    ]);
  });

  it('counts candidates by a binary each, which bounds both sides', () => {
    const limit = aLimit({ kind: 'count' }, { kind: 'trades', max: 1 });
    const { entries, upper, hedge } = rowOf(limit);
    expect(upper).toBe(1);
    expect(entries).toEqual([
      [4, 1],
      [5, 1],
    ]);
    const program = hedge.builder.build();
    expect([...program.integer!]).toEqual([0, 0, 0, 0, 1, 1]);
    expect(hedge.builder.rowNames.slice(0, 2)).toEqual(['trade X0', 'trade X1']);
    const admissible = (...x: number[]) => checkSolution(program, Float64Array.from(x)).worstViolation === 0;
    expect(admissible(10, 0, 0, 0, 1, 0)).toBe(true);
    expect(admissible(10, 0, 0, 0, 0, 0)).toBe(false);
    expect(admissible(1, 0, 1, 0, 1, 1)).toBe(false);
    // Half of the size bought and half sold is as much as one switch opens.
    expect(admissible(5, 5, 0, 0, 1, 0)).toBe(true);
    expect(admissible(6, 5, 0, 0, 1, 0)).toBe(false);
  });

  it('uses the ends given instead of its own', () => {
    const limit = aBookLimit(delta, { min: -5, max: 8 });
    const relaxed = new Map([[limit, { min: -6, max: Infinity }]]);
    expect(rowOf(limit, { aim: margin, relaxed })).toMatchObject({ lower: -9, upper: Infinity });
  });

  it('is left out when told to, and when it bounds nothing', () => {
    const limit = aBookLimit(delta, { min: -5, max: 8 });
    const problem = aProblem(constant('none', 0), TWO, { limits: [limit] });
    const open = new Map([[limit, { min: -Infinity, max: Infinity }]]);
    expect(buildHedgeProgram(problem, { aim: margin, without: new Set([limit]) }).limitRows.size).toBe(0);
    expect(buildHedgeProgram(problem, { aim: margin, relaxed: open }).limitRows.size).toBe(0);
  });
});

describe('the objective', () => {
  it('is weight times margin plus cost, the held book in the offset', () => {
    const problem = aProblem(delta, TWO, { present: Float64Array.of(10, 20), marginWeight: 0.5 });
    const program = buildHedgeProgram(problem, { aim: margin }).builder.build();
    expect(program.offset).toBe(0.5 * (20 - 20 + 3));
    expect([...program.cost]).toEqual([1 + 1.5, -1, -0.5, 0.5]);
  });

  it('is that of the settled point, epigraph columns included', () => {
    const worst = max('worst', [delta, denseAffine('other', Float64Array.of(-3, 0), 1), constant('none', 0)]);
    const hedge = buildHedgeProgram(aProblem(worst, TWO), { aim: margin });
    const x = new Float64Array(hedge.builder.columns);
    x.set([0, 4, 0, 1]);
    hedge.settle(x);
    // Sold 4 of the first and 1 of the second: 2 (-4) + 1 + 3 and -3 (-4) + 1.
    expect(objectiveAt(hedge.builder.build(), x)).toBe(13);
    expect(checkSolution(hedge.builder.build(), x).worstViolation).toBe(0);
  });

  it('settles the counts by what is traded', () => {
    const limit = aLimit({ kind: 'count' }, { kind: 'trades', max: 2 });
    const hedge = buildHedgeProgram(aProblem(constant('none', 0), TWO, { limits: [limit] }), { aim: margin });
    const x = Float64Array.of(0, 2, 0, 0, 0, 1);
    hedge.settle(x);
    expect([...x.subarray(4)]).toEqual([1, 0]);
  });
});

describe('the relaxation aim', () => {
  it('costs each limit’s excess by its own size, and margin nothing', () => {
    const limit = aBookLimit(delta, { min: -5, max: 8, before: 40 });
    const problem = aProblem(absolute('margin', delta), TWO, { limits: [limit] });
    const hedge = buildHedgeProgram(problem, { aim: { kind: 'relaxation', limits: new Set([limit]) } });
    const program = hedge.builder.build();
    expect(hedge.slacks).toEqual([{ limit, below: 4, above: 5, unit: 40 }]);
    expect([...program.cost]).toEqual([0, 0, 0, 0, 1, 1]);
    expect([...program.rows.values]).toEqual([2, -2, -1, 1, 40, -40]);
    expect(program.offset).toBe(0);
  });

  it('lets only bounded ends give way, and counts a limit of nothing by one', () => {
    const limit = aBookLimit(delta, { max: 0 });
    const problem = aProblem(delta, TWO, { limits: [limit] });
    const hedge = buildHedgeProgram(problem, { aim: { kind: 'relaxation', limits: new Set([limit]) } });
    expect(hedge.slacks).toEqual([{ limit, below: null, above: 4, unit: 1 }]);
  });
});

describe('needsIntegers', () => {
  const count = aLimit({ kind: 'count' }, { kind: 'trades', max: 3 });
  it.each([
    ['nothing whole', {}, false],
    ['whole lots', { wholeLots: true }, true],
    ['a count', { limits: [count] }, true],
    ['a limit on a figure', { limits: [aBookLimit(sparseAffine('a', [0], [1]), { max: 1 })] }, false],
    ['a count without an end', { limits: [aLimit({ kind: 'count' })] }, false],
    ['a limit on a figure with a min', { limits: [aBookLimit(min('better of', [delta, delta]), { max: 1 })] }, true],
    ['such a limit without an end', { limits: [aBookLimit(min('better of', [delta, delta]))] }, false],
  ])('%s', (_, changes, expected) => {
    expect(needsIntegers(aProblem(delta, TWO, changes))).toBe(expected);
  });
});
