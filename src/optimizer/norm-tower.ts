import { type Affine, type Formula, type Norm, norm, sparseAffine } from '../formula/index.js';

/** What is left of a variance below this part of the largest is rounding. */
const ROUNDING = 1e-15;
const PLANE = Float64Array.of(1, 0, 0, 1);

/**
 * The same norm of affine parts as a tower of norms of two: with R = L L' and y = L'v it is sqrt(y_1^2 + ... + y_r^2), the root of two
 * such roots of half of them each, and so on down. Tangents of a cone in many dimensions are needed by the thousand; those of
 * each plane of the tower are few.
 *
 * SOURCE: A. Ben-Tal and A. Nemirovski, "On polyhedral approximations of the second-order cone", Mathematics of Operations
 * Research 26 (2001), section 2; J. Vielma, S. Ahmed and G. Nemhauser, INFORMS Journal on Computing 20 (2008).
 *
 * @returns null where a part is not affine
 */
export function normTower({ name, children, matrix }: Norm): Formula | null {
  const parts = children.filter((child) => child.kind === 'affine');
  if (parts.length < children.length) return null;
  const axes = factored(matrix, children.length).flatMap((weights, k) => {
    const axis = combined(`${name}, axis ${k + 1}`, parts, weights);
    return axis.coefficients.length === 0 && axis.constant === 0 ? [] : [axis];
  });
  return tower(name, axes, 0);
}

function tower(name: string, axes: readonly Affine[], first: number): Formula {
  if (axes.length === 0) return norm(name, [], new Float64Array(0));
  if (axes.length === 1) return norm(name, axes, Float64Array.of(1));
  const half = Math.ceil(axes.length / 2);
  const below = (from: number, to: number): Formula =>
    to - from === 1
      ? axes[from]!
      : tower(`${base(name)}, axes ${first + from + 1} to ${first + to}`, axes.slice(from, to), first + from);
  return norm(name, [below(0, half), below(half, axes.length)], PLANE);
}

const base = (name: string): string => name.replace(/, axes \d+ to \d+$/, '');

/** The columns of L where R = L L', by size of what each adds; fewer than R is wide where R is singular. */
function factored(matrix: Float64Array, n: number): Float64Array[] {
  const rest = Float64Array.from(matrix, (_, k) => {
    const [i, j] = [Math.floor(k / n), k % n];
    return (matrix[i * n + j]! + matrix[j * n + i]!) / 2;
  });
  const diagonal = (i: number): number => rest[i * n + i]!;
  const largest = Math.max(0, ...Array.from({ length: n }, (_, i) => diagonal(i)));
  const columns: Float64Array[] = [];
  for (let step = 0; step < n; step++) {
    let pivot = 0;
    for (let i = 1; i < n; i++) if (diagonal(i) > diagonal(pivot)) pivot = i;
    if (!(diagonal(pivot) > ROUNDING * n * largest)) break;
    const root = Math.sqrt(diagonal(pivot));
    const column = Float64Array.from({ length: n }, (_, i) => rest[i * n + pivot]! / root);
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) rest[i * n + j]! -= column[i]! * column[j]!;
    columns.push(column);
  }
  return columns;
}

function combined(name: string, parts: readonly Affine[], weights: Float64Array): Affine {
  let constant = 0;
  const byColumn = new Map<number, number>();
  parts.forEach((part, i) => {
    const weight = weights[i]!;
    if (weight === 0) return;
    constant += weight * part.constant;
    part.coefficients.forEach((coefficient, k) => {
      const column = part.columns === null ? k : part.columns[k]!;
      if (coefficient !== 0) byColumn.set(column, (byColumn.get(column) ?? 0) + weight * coefficient);
    });
  });
  return sparseAffine(name, [...byColumn.keys()], [...byColumn.values()], constant);
}
