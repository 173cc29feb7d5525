import { evaluate } from './evaluate-formula.js';
import type { Formula, Largest, Ranked } from './formula.js';

/** The formula with its amounts: what a breakdown in a document is made of. */
export interface Explanation {
  readonly name: string;
  readonly amount: number;
  /** Whether this child decides its parent's amount (the worst scenario of a max); every part of a sum does. */
  readonly active: boolean;
  readonly children: Explanation[];
}

/** Children of a max or min worth listing: beyond this many, the nearest to deciding. */
const LISTED_CHILDREN = 12;

/** Parts of a sum of the largest worth listing. */
const LISTED_LARGEST = 50;

/** Amounts closer than this, relative to the larger, are a tie: every tied child is marked active. */
const TIE = 1e-9;

/** A sum of this many parts or fewer shows them all, those of no amount included. */
const SHORT_SUM = 4;

/**
 * The breakdown tree of a formula for a book. Of a sum of many, parts that come to exactly nothing are left out; of a max
 * (min) only the dozen nearest to deciding are listed, largest (smallest) first.
 */
export function explain(node: Formula, quantities: Float64Array): Explanation {
  return explainNode(node, quantities, true);
}

function explainNode(node: Formula, quantities: Float64Array, active: boolean): Explanation {
  const amount = evaluate(node, quantities);
  return { name: node.name, amount, active, children: explainChildren(node, amount, quantities) };
}

function explainChildren(node: Formula, amount: number, quantities: Float64Array): Explanation[] {
  switch (node.kind) {
    case 'affine':
      return [];
    case 'sum':
      return node.children
        .map((child) => explainNode(child, quantities, true))
        .filter((child) => child.amount !== 0 || node.children.length <= SHORT_SUM);
    case 'scale':
      return [explainNode(node.child, quantities, true)];
    case 'norm':
      return node.children.map((child) => explainNode(child, quantities, true));
    case 'largest':
    case 'ranked':
      return explainRanked(node, quantities);
    case 'max':
    case 'min':
      return explainChoice(node.children, amount, quantities, node.kind === 'max' ? -1 : 1);
  }
}

/** The largest children: those that count are active, all up to the rank or the one that has it. */
function explainRanked({ kind, count, children }: Largest | Ranked, quantities: Float64Array): Explanation[] {
  const bySize = children
    .map((child) => ({ child, amount: evaluate(child, quantities) }))
    .sort((a, b) => b.amount - a.amount);
  const from = kind === 'largest' ? 0 : Math.max(0, count - LISTED_CHILDREN);
  const listed = kind === 'largest' ? Math.max(LISTED_CHILDREN, Math.min(count, LISTED_LARGEST)) : LISTED_CHILDREN;
  return bySize.slice(from, from + listed).map(({ child }, i) => {
    const rank = from + i + 1;
    return explainNode(child, quantities, kind === 'largest' ? rank <= count : rank === count);
  });
}

function explainChoice(
  children: readonly Formula[],
  amount: number,
  quantities: Float64Array,
  direction: 1 | -1,
): Explanation[] {
  const ranked = children
    .map((child) => ({ child, amount: evaluate(child, quantities) }))
    .sort((a, b) => direction * (a.amount - b.amount));
  const tolerance = TIE * Math.max(1e-9, Math.abs(amount));
  return ranked
    .slice(0, LISTED_CHILDREN)
    .map((entry) => explainNode(entry.child, quantities, Math.abs(entry.amount - amount) <= tolerance));
}
