/** A credit rate as a part: files write 70 per cent as `0.7` or as `70`. */
export function creditPart(rate: number): number {
  return rate > 1 ? rate / 100 : rate;
}
