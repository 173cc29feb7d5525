import type { PriceLevel } from '../../optimizer/index.js';

/**
 * Closing at one venue and opening at another, level by level, cheapest first: both ladders are walked together, and a level lasts
 * until either has no more at its price.
 *
 * @param out what a contract is closed at
 * @param back what its equivalent is opened at, in the equivalent's contracts
 * @param ratio contracts opened for one closed
 * @param most contracts closed in all
 */
export function roundTrip(
  out: readonly PriceLevel[],
  back: readonly PriceLevel[],
  ratio: number,
  most: number,
): PriceLevel[] {
  const levels: PriceLevel[] = [];
  const left = [out[0]?.size ?? 0, (back[0]?.size ?? 0) / ratio] as [number, number];
  let [i, k, gone] = [0, 0, 0];
  while (i < out.length && k < back.length && gone < most) {
    const [closed, opened] = [out[i]!, back[k]!];
    const size = Math.min(left[0], left[1], most - gone);
    if (size > 0) {
      const unitSpread = closed.unitSpread + ratio * opened.unitSpread;
      const unitDepth = closed.unitDepth + ratio * opened.unitDepth;
      levels.push({ price: 0, size, unitSpread, unitDepth, unitFee: closed.unitFee + ratio * opened.unitFee });
    }
    gone += size;
    left[0] -= size;
    left[1] -= size;
    if (left[0] <= 0) left[0] = out[++i]?.size ?? 0;
    if (left[1] <= 0) left[1] = (back[++k]?.size ?? 0) / ratio;
  }
  return levels;
}
