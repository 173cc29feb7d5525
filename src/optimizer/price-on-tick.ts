/** Nearer to a multiple than this part of a tick, a price is on its tick. */
const ON_TICK = 1e-6;

/** Digits that a decimal price keeps; beyond them is binary noise. */
const DIGITS = 12;

/**
 * A price at which an order can be placed: itself where it is a multiple of the tick or the market states none, else the
 * next multiple that is worse, above to buy (direction 1), below to sell (-1).
 */
export function priceOnTick(price: number, tick: number | null, direction: 1 | -1): number {
  if (tick === null) return price;
  const ticks = price / tick;
  // A price of very many ticks has no digits left for a smaller part of one.
  const room = Math.max(ON_TICK, 4 * Number.EPSILON * Math.abs(ticks));
  if (Math.abs(ticks - Math.round(ticks)) <= room) return price;
  return Number(((direction > 0 ? Math.ceil(ticks) : Math.floor(ticks)) * tick).toPrecision(DIGITS));
}
