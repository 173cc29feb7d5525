import { evaluateNorm } from './evaluate-formula.js';
import type { Formula, Largest, Norm, Ranked } from './formula.js';
import { addCoefficients, normWeights } from './gradient.js';
import { kthLargest, sumOfLargest } from './largest-values.js';
import { NodeValues } from './node-values.js';

/** Change of an amount per contract of each column: `up` for the next contract bought, `down` for the last one held. */
export interface Slopes {
  readonly up: Float64Array;
  readonly down: Float64Array;
}

/**
 * The one-sided derivatives of a formula in each column. They are the same where the formula is smooth; at a kink (two
 * scenarios tied for the worst) a convex formula has down < up, and every tie rule's gradient lies between them.
 *
 * @param quantities contracts, one per column of the universe
 */
export function oneSidedSlopes(node: Formula, quantities: Float64Array): Slopes {
  const into = flat(quantities.length);
  addSlopes(node, 1, new NodeValues(quantities), into);
  return into;
}

function flat(columns: number): Slopes {
  return { up: new Float64Array(columns), down: new Float64Array(columns) };
}

function addSlopes(node: Formula, weight: number, values: NodeValues, into: Slopes): void {
  switch (node.kind) {
    case 'affine':
      addCoefficients(node, weight, into.up);
      addCoefficients(node, weight, into.down);
      return;
    case 'sum':
      for (const child of node.children) addSlopes(child, weight, values, into);
      return;
    case 'scale':
      if (node.factor > 0) addSlopes(node.child, weight * node.factor, values, into);
      return;
    case 'max':
    case 'min':
      addChoice(node.kind, values.decidingChildren(node), weight, values, into);
      return;
    case 'largest':
    case 'ranked':
      addRanked(node, weight, values, into);
      return;
    case 'norm':
      addNorm(node, weight, values, into);
  }
}

/** Upwards the tied child that grows fastest decides a `max`; downwards the one that falls slowest; a `min` the other way. */
function addChoice(
  kind: 'max' | 'min',
  deciding: readonly Formula[],
  weight: number,
  values: NodeValues,
  into: Slopes,
): void {
  const [first, ...others] = deciding;
  if (first === undefined || others.length === 0) {
    if (first !== undefined) addSlopes(first, weight, values, into);
    return;
  }
  const columns = into.up.length;
  const best = flat(columns);
  addSlopes(first, 1, values, best);
  const [later, earlier] = kind === 'max' ? [Math.max, Math.min] : [Math.min, Math.max];
  for (const child of others) {
    const own = flat(columns);
    addSlopes(child, 1, values, own);
    for (let j = 0; j < columns; j++) {
      best.up[j] = later(best.up[j]!, own.up[j]!);
      best.down[j] = earlier(best.down[j]!, own.down[j]!);
    }
  }
  for (let j = 0; j < columns; j++) {
    into.up[j] = into.up[j]! + weight * best.up[j]!;
    into.down[j] = into.down[j]! + weight * best.down[j]!;
  }
}

/** Of the tied children those count whose amounts grow fastest that way. */
function addRanked(node: Largest | Ranked, weight: number, values: NodeValues, into: Slopes): void {
  const { above, tied, left } = values.rankedChildren(node);
  if (node.kind === 'largest') for (const child of above) addSlopes(child, weight, values, into);
  const columns = into.up.length;
  const own = tied.map((child) => {
    const slopes = flat(columns);
    addSlopes(child, 1, values, slopes);
    return slopes;
  });
  const choose = node.kind === 'largest' ? sumOfLargest : kthLargest;
  for (let j = 0; j < columns; j++) {
    const up = own.map((slopes) => slopes.up[j]!);
    const down = own.map((slopes) => -slopes.down[j]!);
    into.up[j] = into.up[j]! + weight * choose(up, left);
    into.down[j] = into.down[j]! - weight * choose(down, left);
  }
}

function addNorm(node: Norm, weight: number, values: NodeValues, into: Slopes): void {
  if (!values.normArguments(node).areZero) {
    // Children that are not affine have weights of 0 and more only.
    const weights = normWeights(node, values);
    node.children.forEach((child, i) => {
      addSlopes(child, weight * weights[i]!, values, into);
    });
    return;
  }
  // From nothing a norm grows whichever way a column goes, by the norm of the children's slopes that way.
  const columns = into.up.length;
  const slopes = node.children.map((child) => {
    const own = flat(columns);
    addSlopes(child, 1, values, own);
    return own;
  });
  for (let j = 0; j < columns; j++) {
    for (const way of ['up', 'down'] as const) {
      const growth = evaluateNorm(
        Float64Array.from(slopes, (own) => own[way][j]!),
        node.matrix,
      );
      into[way][j] = into[way][j]! + (way === 'up' ? weight : -weight) * growth;
    }
  }
}
