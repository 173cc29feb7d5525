import type { Basis } from 'highs';
import type { Branch } from './tree-relaxation.js';

/** A part of the tree that is still to be looked at. */
export interface TreeNode {
  /** Nothing in it has a lower objective. */
  readonly bound: number;
  readonly branches: readonly Branch[];
  /** Its parent's, to go on from. */
  readonly basis: Basis | null;
}

/** The open nodes of a tree, the least bound first. */
export class OpenNodes {
  readonly #nodes: TreeNode[] = [{ bound: -Infinity, branches: [], basis: null }];

  push(node: TreeNode): void {
    this.#nodes.push(node);
  }

  /** Takes out the node with the least bound, the first of equal ones; null when there is none. */
  takeLeast(): TreeNode | null {
    let at = -1;
    for (let k = 0; k < this.#nodes.length; k++) {
      if (at < 0 || this.#nodes[k]!.bound < this.#nodes[at]!.bound) at = k;
    }
    const node = this.#nodes[at];
    if (node === undefined) return null;
    this.#nodes[at] = this.#nodes.at(-1)!;
    this.#nodes.pop();
    return node;
  }
}
