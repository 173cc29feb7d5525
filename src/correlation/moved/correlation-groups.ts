/** Average correlation above which groups are one. */
const TOGETHER = 0.5;

/**
 * Groups of underlyings that move together: the two groups of highest average correlation are joined until no two are
 * correlated above one half on average. Where all would be one group, the last joining is undone, so that there is something
 * to break.
 *
 * SOURCE: average-linkage clustering (R. Sokal & C. Michener, University of Kansas Science Bulletin 38, 1958).
 *
 * @param values row-major `n` x `n`
 * @returns groups of indices, each ascending, in the order of their first; at least two where n is
 */
export function correlationGroups(values: Float64Array, n: number): number[][] {
  let groups = Array.from({ length: n }, (_, i) => [i]);
  const between = (a: readonly number[], b: readonly number[]): number => {
    let total = 0;
    for (const i of a) for (const j of b) total += values[i * n + j]!;
    return total / (a.length * b.length);
  };
  while (groups.length > 2) {
    let [first, second, best] = [0, 1, Number.NEGATIVE_INFINITY];
    for (let a = 0; a < groups.length; a++) {
      for (let b = a + 1; b < groups.length; b++) {
        const correlation = between(groups[a]!, groups[b]!);
        if (correlation > best) [first, second, best] = [a, b, correlation];
      }
    }
    if (best <= TOGETHER) break;
    const joined = [...groups[first]!, ...groups[second]!].sort((a, b) => a - b);
    groups = groups.filter((_, k) => k !== first && k !== second);
    groups.push(joined);
  }
  return groups.sort((a, b) => a[0]! - b[0]!);
}
