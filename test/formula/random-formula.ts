import fc from 'fast-check';
import {
  type Affine,
  constant,
  denseAffine,
  type Formula,
  largest,
  max,
  min,
  norm,
  ranked,
  scale,
  sparseAffine,
  sum,
} from '../../src/formula/index.js';

/** Columns of every generated formula. */
export const COLUMNS = 4;

const figure = fc.double({ min: -50, max: 50, noNaN: true });

export const quantities: fc.Arbitrary<Float64Array> = fc
  .array(figure, { minLength: COLUMNS, maxLength: COLUMNS })
  .map((values) => Float64Array.from(values));

const columnSet = fc.subarray([...new Array(COLUMNS).keys()]);

const affine: fc.Arbitrary<Affine> = fc.oneof(
  figure.map((value) => constant('constant', value)),
  fc.tuple(quantities, figure).map(([coefficients, term]) => denseAffine('dense', coefficients, term)),
  fc.tuple(columnSet, quantities, figure).map(([columns, values, term]) =>
    sparseAffine(
      'sparse',
      columns,
      columns.map((column) => values[column]!),
      term,
    ),
  ),
);

/** A' A, which is positive semidefinite whatever A is. */
function gram(entries: readonly number[], n: number): Float64Array {
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      for (let k = 0; k < n; k++) matrix[i * n + j]! += entries[k * n + i]! * entries[k * n + j]!;
    }
  }
  return matrix;
}

const normNode: fc.Arbitrary<Formula> = fc
  .tuple(
    fc.array(affine, { minLength: 1, maxLength: 3 }),
    fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 9, maxLength: 9 }),
  )
  .map(([children, entries]) => norm('norm', children, gram(entries, children.length)));

const fromNothing = (child: Formula): Formula => max('at least 0', [child, constant('nothing', 0)]);

/** Formulas of every node but, unless asked for, `min` and `ranked`, which alone are not convex. */
export function formulas(kind: 'convex' | 'any', depth = 3): fc.Arbitrary<Formula> {
  const leaf = fc.oneof(affine, normNode);
  if (depth === 0) return leaf;
  const below = formulas(kind, depth - 1);
  const several = fc.array(below, { minLength: 1, maxLength: 4 });
  const counted = several.chain((children) =>
    fc.integer({ min: 1, max: children.length }).map((count) => ({ children, count })),
  );
  const factor = fc.double({ min: 0, max: 3, noNaN: true });
  const nodes: fc.Arbitrary<Formula>[] = [
    leaf,
    several.map((children) => sum('sum', children)),
    several.map((children) => max('max', children)),
    counted.map(({ children, count }) => largest('largest', count, children)),
    fc
      .tuple(several, fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 16, maxLength: 16 }))
      .map(([children, entries]) => norm('norm of parts', children.map(fromNothing), gram(entries, children.length))),
    fc.tuple(factor, below).map(([by, child]) => scale('scale', by, child)),
  ];
  if (kind === 'any') {
    nodes.push(several.map((children) => min('min', children)));
    nodes.push(counted.map(({ children, count }) => ranked('ranked', count, children)));
  }
  return fc.oneof(...nodes);
}
