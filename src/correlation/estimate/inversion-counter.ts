/**
 * Counts the pairs of a sequence of whole numbers below its length in which the earlier one is larger. A binary tree over
 * the numbers keeps how many have gone to the right of each node: two pairs part at one node only. Without a branch on the
 * data, which is several times as fast as the merge sort that it replaces.
 */
export class InversionCounter {
  /** To be filled by the caller from its start before `count`. */
  readonly sequence: Int32Array;
  readonly #leaves: number;
  readonly #gone: Int32Array;

  /** @param longest length of the longest sequence. */
  constructor(longest: number) {
    this.sequence = new Int32Array(longest);
    this.#leaves = 2 ** Math.ceil(Math.log2(Math.max(2, longest)));
    this.#gone = new Int32Array(this.#leaves);
  }

  /** Of the first `length` numbers. */
  count(length: number): number {
    const { sequence } = this;
    const gone = this.#gone.fill(0);
    const leaves = this.#leaves;
    let inversions = 0;
    for (let t = 0; t < length; t++) {
      let larger = 0;
      for (let node = sequence[t]! + leaves; node > 1; ) {
        const right = node & 1;
        node >>= 1;
        const before = gone[node]!;
        larger += before & (right - 1);
        gone[node] = before + right;
      }
      inversions += larger;
    }
    return inversions;
  }
}
