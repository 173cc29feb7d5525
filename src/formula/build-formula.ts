import type { Affine, Formula, Largest, Max, Min, Norm, Ranked, Scale, Sum } from './formula.js';

function requireFinite(value: number, name: string): void {
  if (!Number.isFinite(value)) throw new RangeError(`formula '${name}' holds a number that is not finite`);
}

/** A constant amount: an affine node without coefficients. */
export function constant(name: string, value: number): Affine {
  requireFinite(value, name);
  return { kind: 'affine', name, constant: value, coefficients: new Float64Array(0), columns: new Int32Array(0) };
}

/** constant + coefficients . quantities, one coefficient for every column. The array is kept, not copied. */
export function denseAffine(name: string, coefficients: Float64Array, constantTerm = 0): Affine {
  requireFinite(constantTerm, name);
  for (const coefficient of coefficients) requireFinite(coefficient, name);
  return { kind: 'affine', name, constant: constantTerm, coefficients, columns: null };
}

/**
 * constant + the given coefficients on the given columns.
 *
 * @throws RangeError when the lists differ in length, or a column repeats or is no column number
 */
export function sparseAffine(
  name: string,
  columns: readonly number[],
  coefficients: readonly number[],
  constantTerm = 0,
): Affine {
  requireFinite(constantTerm, name);
  if (columns.length !== coefficients.length)
    throw new RangeError(`formula '${name}': columns and coefficients differ`);
  if (hasRepeated(columns)) throw new RangeError(`formula '${name}' names a column twice`);
  if (!columns.every((column) => Number.isInteger(column) && column >= 0))
    throw new RangeError(`formula '${name}': columns are counted from 0`);
  for (const coefficient of coefficients) requireFinite(coefficient, name);
  return {
    kind: 'affine',
    name,
    constant: constantTerm,
    coefficients: Float64Array.from(coefficients),
    columns: Int32Array.from(columns),
  };
}

/** Columns mostly ascend, which shows without a set of them. */
function hasRepeated(columns: readonly number[]): boolean {
  const ascends = columns.every((column, k) => k === 0 || column > columns[k - 1]!);
  return !ascends && new Set(columns).size !== columns.length;
}

export function sum(name: string, children: readonly Formula[]): Sum {
  return { kind: 'sum', name, children };
}

/** factor x child; a negative factor would turn a convex rule into a concave one and is refused. */
export function scale(name: string, factor: number, child: Formula): Scale {
  if (!(Number.isFinite(factor) && factor >= 0)) throw new RangeError(`formula '${name}' is scaled by ${factor}`);
  return { kind: 'scale', name, factor, child };
}

export function max(name: string, children: readonly Formula[]): Max {
  if (children.length === 0) throw new RangeError(`formula '${name}' is the largest of nothing`);
  return { kind: 'max', name, children };
}

export function min(name: string, children: readonly Formula[]): Min {
  if (children.length === 0) throw new RangeError(`formula '${name}' is the smallest of nothing`);
  return { kind: 'min', name, children };
}

/** The sum of the `count` largest children. @throws RangeError when there are fewer */
export function largest(name: string, count: number, children: readonly Formula[]): Largest {
  requireCount(name, count, children);
  return { kind: 'largest', name, count, children };
}

/** The `count`-th largest child. @throws RangeError when there are fewer */
export function ranked(name: string, count: number, children: readonly Formula[]): Ranked {
  requireCount(name, count, children);
  return { kind: 'ranked', name, count, children };
}

function requireCount(name: string, count: number, children: readonly Formula[]): void {
  if (Number.isInteger(count) && count >= 1 && count <= children.length) return;
  throw new RangeError(`formula '${name}' counts to ${count} of ${children.length}`);
}

/**
 * sqrt(v' R v); `matrix` is R, row-major, as wide as there are children, symmetric positive semidefinite. With
 * a child that is not affine, nothing of it may be negative, nor may a child ever be.
 */
export function norm(name: string, children: readonly Formula[], matrix: Float64Array): Norm {
  if (matrix.length !== children.length ** 2) throw new RangeError(`formula '${name}': matrix and children differ`);
  for (const value of matrix) requireFinite(value, name);
  if (!children.every(({ kind }) => kind === 'affine') && matrix.some((value) => value < 0)) {
    throw new RangeError(`formula '${name}' has a negative weight of a part that is not affine`);
  }
  return { kind: 'norm', name, children, matrix };
}

/** -1 times an affine node. */
export function negated(name: string, node: Affine): Affine {
  return { ...node, name, constant: -node.constant, coefficients: node.coefficients.map((c) => -c) };
}

/** max(0, child). */
export function positivePart(name: string, child: Affine): Max {
  return max(name, [child, constant('nothing', 0)]);
}

/** |child|, as the larger of the child and its negative. */
export function absolute(name: string, child: Affine): Max {
  return max(name, [child, negated(`minus ${child.name}`, child)]);
}
