import type { SeededRandom } from './seeded-random.js';

export interface Clusters {
  /** The cluster of each point. */
  readonly labels: Int32Array;
  /** One a cluster, row-major `k` x `width`. */
  readonly centres: Float64Array;
  /** Sum of squared distances of the points from their centres. */
  readonly cost: number;
}

const MOST_ROUNDS = 200;

/**
 * Parts points into `k` clusters of least squared distance from their means, best of several seeded starts: a local optimum.
 *
 * SOURCE: S. Lloyd, "Least squares quantization in PCM", IEEE Trans. Information Theory 28 (1982); starting centres by
 * D. Arthur & S. Vassilvitskii, "k-means++", SODA 2007.
 *
 * @param points row-major, `width` figures a point
 * @throws RangeError when there are fewer points than clusters
 */
export function kMeans(points: Float64Array, width: number, k: number, random: SeededRandom, starts = 10): Clusters {
  const count = points.length / width;
  if (!(k >= 1 && Number.isInteger(k) && count >= k)) throw new RangeError(`${count} points, ${k} clusters`);
  let best: Clusters | null = null;
  for (let start = 0; start < starts; start++) {
    const found = refined(points, width, startingCentres(points, width, k, random));
    if (best === null || found.cost < best.cost) best = found;
  }
  return best!;
}

/** Points by chance, each with a probability in proportion to its squared distance from those chosen before. */
function startingCentres(points: Float64Array, width: number, k: number, random: SeededRandom): Float64Array {
  const count = points.length / width;
  const centres = new Float64Array(k * width);
  const nearest = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  let chosen = random.integer(count);
  for (let c = 0; c < k; c++) {
    centres.set(points.subarray(chosen * width, (chosen + 1) * width), c * width);
    let total = 0;
    for (let p = 0; p < count; p++) {
      nearest[p] = Math.min(nearest[p]!, squaredDistance(points, p, centres, c, width));
      total += nearest[p]!;
    }
    let left = random.uniform() * total;
    chosen = 0;
    while (chosen < count - 1 && left >= nearest[chosen]!) left -= nearest[chosen++]!;
  }
  return centres;
}

function refined(points: Float64Array, width: number, centres: Float64Array): Clusters {
  const count = points.length / width;
  const k = centres.length / width;
  const labels = new Int32Array(count).fill(-1);
  let cost = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let moved = false;
    cost = 0;
    for (let p = 0; p < count; p++) {
      let [label, least] = [0, Number.POSITIVE_INFINITY];
      for (let c = 0; c < k; c++) {
        const distance = squaredDistance(points, p, centres, c, width);
        if (distance < least) [label, least] = [c, distance];
      }
      moved ||= labels[p] !== label;
      labels[p] = label;
      cost += least;
    }
    if (!moved) break;
    recentre(points, width, labels, centres);
  }
  return { labels, centres, cost };
}

/** Each centre to the mean of its points; one without points stays. */
function recentre(points: Float64Array, width: number, labels: Int32Array, centres: Float64Array): void {
  const sums = new Float64Array(centres.length);
  const counts = new Int32Array(centres.length / width);
  labels.forEach((label, p) => {
    counts[label]!++;
    for (let d = 0; d < width; d++) sums[label * width + d]! += points[p * width + d]!;
  });
  counts.forEach((count, c) => {
    if (count === 0) return;
    for (let d = 0; d < width; d++) centres[c * width + d] = sums[c * width + d]! / count;
  });
}

function squaredDistance(points: Float64Array, p: number, centres: Float64Array, c: number, width: number): number {
  let sum = 0;
  for (let d = 0; d < width; d++) sum += (points[p * width + d]! - centres[c * width + d]!) ** 2;
  return sum;
}
