/** Numbers that one word holds, a bit each. */
const WORD = 32;

/**
 * Counts the pairs of a sequence of whole numbers below its length in which the earlier one is larger. A bit for each number
 * tells those that came before within its word; a binary tree over the words keeps how many have gone to the right of each
 * node: two pairs part at one node only. Without a branch on the data, which is several times as fast as a merge sort.
 */
export class InversionCounter {
  /** To be filled by the caller from its start before `count`. */
  readonly sequence: Int32Array;
  readonly #next: Int32Array;
  readonly #words: Int32Array;
  readonly #gone: Int32Array;

  /** @param longest length of the longest sequence. */
  constructor(longest: number) {
    this.sequence = new Int32Array(longest);
    this.#next = new Int32Array(longest);
    const leaves = 2 ** Math.ceil(Math.log2(Math.max(2, longest / WORD)));
    this.#words = new Int32Array(leaves);
    this.#gone = new Int32Array(leaves);
  }

  /** Numbers equal ones upwards as they come; of one that stands n times, the n - 1 next larger must be missing. */
  tellApart(length: number): void {
    const { sequence } = this;
    const next = this.#next;
    for (let k = 0; k < length; k++) next[k] = k;
    for (let t = 0; t < length; t++) sequence[t] = next[sequence[t]!]!++;
  }

  /** Of the first `length` numbers, no two of which are equal. */
  count(length: number): number {
    const { sequence } = this;
    const words = this.#words.fill(0);
    const gone = this.#gone.fill(0);
    const leaves = words.length;
    let inversions = 0;
    for (let t = 0; t < length; t++) {
      const number = sequence[t]!;
      const place = number >> 5;
      const bit = number & 31;
      const word = words[place]!;
      words[place] = word | (1 << bit);
      let larger = bitsOf(word >>> bit);
      for (let node = place + leaves; node > 1; ) {
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

/** How many bits are set, summed side by side. Source: H. Warren, "Hacker's Delight", 2nd edition (2012), section 5-1. */
function bitsOf(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
