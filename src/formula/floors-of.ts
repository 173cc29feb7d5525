import { constant, sparseAffine } from './build-formula.js';
import type { Affine, Formula, Min } from './formula.js';
import { formulaInterval } from './formula-interval.js';
import { largestExcess } from './largest-excess.js';
import type { Rival } from './rivals-of.js';

/**
 * Affine formulas that a `min` node is never below while each quantity stays within [lower[j], upper[j]]: the least it can
 * come to, and the affine part of each child less what it can be above any child. Where all children have a value of the
 * book in common, that value is such a floor, and far higher than the least it can come to.
 */
export function floorsOf(
  node: Min,
  rivals: readonly Rival[],
  lower: Float64Array,
  upper: Float64Array,
): readonly Affine[] {
  const { low } = formulaInterval(node, lower, upper);
  // What a child that is affine itself has to say, the weighted sum of the children says already.
  const mixed = rivals.filter(({ child }) => child.kind !== 'affine');
  const parts = mixed.map(({ child }, i) => {
    const part = affinePart(`floor ${i + 1} of ${node.name}`, child);
    const excess = Math.max(...rivals.map((rival) => largestExcess(part, rival.child, lower, upper)));
    return { ...part, constant: part.constant - excess };
  });
  const useful = parts.filter((part, i) => {
    const isNew = parts.slice(0, i).every((other) => !isSame(other, part));
    return isNew && part.coefficients.some((c) => c !== 0) && formulaInterval(part, lower, upper).high > low;
  });
  return [constant(`least of ${node.name}`, low), ...useful];
}

/** What is affine of a sum of things; the rest counts as nothing. */
function affinePart(name: string, node: Formula): Affine {
  let fixed = 0;
  const coefficients = new Map<number, number>();
  const add = (part: Formula, factor: number): void => {
    if (part.kind === 'sum') for (const child of part.children) add(child, factor);
    else if (part.kind === 'scale') add(part.child, factor * part.factor);
    else if (part.kind === 'affine') {
      fixed += factor * part.constant;
      part.coefficients.forEach((coefficient, k) => {
        const column = part.columns === null ? k : part.columns[k]!;
        coefficients.set(column, (coefficients.get(column) ?? 0) + factor * coefficient);
      });
    }
  };
  add(node, 1);
  return sparseAffine(name, [...coefficients.keys()], [...coefficients.values()], fixed);
}

function isSame(a: Affine, b: Affine): boolean {
  return (
    a.constant === b.constant &&
    a.coefficients.length === b.coefficients.length &&
    a.coefficients.every((c, k) => c === b.coefficients[k] && a.columns![k] === b.columns![k])
  );
}
