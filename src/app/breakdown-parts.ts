import type { Breakdown } from '../schema/margin-document.js';

/** A named amount of a margin. */
export interface MarginPart {
  readonly name: string;
  readonly amount: number;
}

/** Amounts this close, relative to their sum, are the same. */
const ROUNDING = 1e-9;

/**
 * The first level of a breakdown with several parts that add up to its amount, found by following what decides: the child of
 * a factor, the worst case of several. Amounts are those the root is made of, so a factor on the way (a currency, an initial
 * margin over a maintenance margin) is in them. Parts of no amount are left out; a margin of one piece is its own part.
 */
export function breakdownParts(root: Breakdown): MarginPart[] {
  if (root.amount === 0) return [];
  let node = root;
  let factor = 1;
  for (;;) {
    if (addsUp(node)) {
      const parts = node.children.filter(({ amount }) => amount !== 0);
      if (parts.length > 1) return parts.map(({ name, amount }) => ({ name, amount: amount * factor }));
    }
    const next = node.children.find(({ active, amount }) => active && amount !== 0);
    if (next === undefined || next.children.length === 0) return [{ name: node.name, amount: root.amount }];
    factor *= node.amount / next.amount;
    node = next;
  }
}

/** Whether a node is the sum of its children. */
function addsUp({ amount, children }: Breakdown): boolean {
  if (children.length < 2 || children.some(({ active }) => !active)) return false;
  const total = children.reduce((sum, child) => sum + child.amount, 0);
  const size = children.reduce((sum, child) => sum + Math.abs(child.amount), Math.abs(amount));
  return Math.abs(total - amount) <= ROUNDING * size;
}
