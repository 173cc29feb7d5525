import { symmetricEigen } from '../math/symmetric-eigen.js';

/** A joint move in units of each underlying's scan range, on the ellipsoid z' R^-1 z = 1. Both signs are used. */
export interface Direction {
  readonly name: string;
  readonly z: Float64Array;
}

export interface DirectionSettings {
  /** Above this many underlyings only correlated pairs are taken. */
  readonly allPairsUpTo: number;
  /** Smallest |correlation| of a pair then. */
  readonly pairThreshold: number;
}

/** Eigenvalues at or below this are directions in which nothing moves. */
const FLAT_AXIS = 1e-10;
/** Directions nearer than this (sign included) are the same. */
const DUPLICATE = 1e-9;

/**
 * The joint directions of a block of underlyings: conditional ladders, principal axes, pairs, the market.
 *
 * For a book linear in its underlyings with exposures d (money per scan range), the worst loss over the whole ellipsoid is
 * sqrt(d' R d), reached at z = R d / sqrt(d' R d); so spreads are charged as spreads. Source: the house model `scan`
 * (docs/models.md).
 *
 * @param names underlyings, n of them
 * @param correlation n x n, row-major, positive semidefinite, unit diagonal
 * @returns one sign of each direction, in the order that fixes the scenarios' names
 */
export function jointDirections(
  names: readonly string[],
  correlation: Float64Array,
  settings: DirectionSettings,
): Direction[] {
  const n = names.length;
  const towards = (d: Float64Array): Float64Array | null => conditionalMove(correlation, d);
  const candidates: { name: string; z: Float64Array | null }[] = names.map((name, u) => ({
    name: `${name} ladder`,
    z: towards(unit(n, u)),
  }));
  if (n > 1) {
    candidates.push(...principalAxes(n, correlation));
    candidates.push(...pairMoves(names, correlation, settings, towards));
    candidates.push({ name: 'market', z: towards(new Float64Array(n).fill(1)) });
  }
  return withoutDuplicates(candidates);
}

/** R d / sqrt(d' R d): the move on the ellipsoid that changes d' z most; null where d' R d is nothing. */
export function conditionalMove(correlation: Float64Array, d: Float64Array): Float64Array | null {
  const n = d.length;
  const z = new Float64Array(n);
  let square = 0;
  for (let i = 0; i < n; i++) {
    let row = 0;
    for (let j = 0; j < n; j++) row += correlation[i * n + j]! * d[j]!;
    z[i] = row;
    square += row * d[i]!;
  }
  if (!(square > FLAT_AXIS)) return null;
  const length = Math.sqrt(square);
  return z.map((value) => value / length);
}

function unit(n: number, u: number): Float64Array {
  const e = new Float64Array(n);
  e[u] = 1;
  return e;
}

function principalAxes(n: number, correlation: Float64Array): Direction[] {
  const { values, vectors } = symmetricEigen(correlation, n);
  const axes: Direction[] = [];
  const order = [...values.keys()].sort((a, b) => values[b]! - values[a]!);
  for (const k of order) {
    if (values[k]! <= FLAT_AXIS) continue;
    const root = Math.sqrt(values[k]!);
    const axis = Float64Array.from({ length: n }, (_, i) => root * vectors[i * n + k]!);
    const lead = axis.reduce((best, value) => (Math.abs(value) > Math.abs(best) + DUPLICATE ? value : best), 0);
    axes.push({ name: `axis ${axes.length + 1}`, z: lead < 0 ? axis.map((value) => -value) : axis });
  }
  return axes;
}

function pairMoves(
  names: readonly string[],
  correlation: Float64Array,
  settings: DirectionSettings,
  towards: (d: Float64Array) => Float64Array | null,
): { name: string; z: Float64Array | null }[] {
  const n = names.length;
  const moves: { name: string; z: Float64Array | null }[] = [];
  for (let u = 0; u < n; u++) {
    for (let v = u + 1; v < n; v++) {
      if (n > settings.allPairsUpTo && Math.abs(correlation[u * n + v]!) < settings.pairThreshold) continue;
      for (const sign of [-1, 1]) {
        const d = unit(n, u);
        d[v] = sign;
        moves.push({ name: `${names[u]} ${sign < 0 ? 'against' : 'with'} ${names[v]}`, z: towards(d) });
      }
    }
  }
  return moves;
}

function withoutDuplicates(candidates: readonly { name: string; z: Float64Array | null }[]): Direction[] {
  const kept: Direction[] = [];
  for (const { name, z } of candidates) {
    if (z === null) continue;
    const seen = kept.some((other) => isNear(other.z, z, 1) || isNear(other.z, z, -1));
    if (!seen) kept.push({ name, z });
  }
  return kept;
}

/** Whether two directions are the same but for rounding; most are told apart by their first underlying. */
function isNear(a: Float64Array, b: Float64Array, sign: 1 | -1): boolean {
  let square = 0;
  for (let i = 0; i < a.length; i++) {
    square += (a[i]! - sign * b[i]!) ** 2;
    if (square >= DUPLICATE ** 2) return false;
  }
  return true;
}
