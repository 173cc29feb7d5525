const SCENARIOS = 16;
const TOGETHER = 1024;

let block = new Float64Array(0);
let used = 0;

/** Sixteen zeros of a larger block: fifty thousand blocks of their own cost the garbage collector seconds. */
export function nextArray(): Float64Array {
  if (used === block.length) {
    block = new Float64Array(TOGETHER * SCENARIOS);
    used = 0;
  }
  used += SCENARIOS;
  return block.subarray(used - SCENARIOS, used);
}
