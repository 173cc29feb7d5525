/** What the best objective is with some room added at a limit, and what a further unit of room would take off it there. */
export interface PricedValue {
  readonly value: number;
  readonly price: number;
}

/** What room at a limit is worth, from where it is outwards. */
export interface OneSidedWorth {
  /** Objective saved per unit of room, never negative. */
  readonly perUnit: number;
  /** Units of room up to which it stays that; null where it does however much is given. */
  readonly upTo: number | null;
}

/** Solves before the search for the range is given up. */
const MOST_SOLVES = 12;
/** Objectives within this part of each other are the same. */
const SAME = 1e-7;

/**
 * The right-hand slope at 0 of the best objective as room is added at one limit, and how far that slope holds.
 *
 * The best objective of a linear program is a convex, falling, piecewise linear function V of the room (LP parametric
 * theory, e.g. Bertsimas and Tsitsiklis 1997, section 5.2), and its multiplier is a slope of a line that nowhere lies above
 * it. Where the present answer is degenerate the multiplier at 0 may be too steep. So V is solved where the line from 0 meets
 * the line from farther out, first that of unlimited room: if V lies on the line from 0, its first piece reaches there;
 * else the line from there is the next one from farther out. Each solve finds another piece, so few are needed.
 *
 * @param atZero V(0) and any multiplier there
 * @param at V and its multiplier for so much room, Infinity for unlimited; null when it was not found out
 * @returns null when it could not be found out in time or in a dozen solves
 */
export async function oneSidedWorth(
  atZero: PricedValue,
  at: (room: number) => Promise<PricedValue | null>,
): Promise<OneSidedWorth | null> {
  const tolerance = SAME * Math.max(1, Math.abs(atZero.value));
  if (atZero.price <= 0) return { perUnit: 0, upTo: null };
  const unlimited = await at(Infinity);
  if (unlimited === null) return null;
  if (atZero.value - unlimited.value <= tolerance) return { perUnit: 0, upTo: null };
  let slope = atZero.price;
  // The line from farther out, value - slope x room.
  let farther = { value: unlimited.value, slope: 0 };
  let proven = 0;
  for (let solves = 1; solves < MOST_SOLVES; solves++) {
    const room = (atZero.value - farther.value) / (slope - farther.slope);
    // The line from 0 meets the one from farther out where its own piece was seen to end.
    if (proven > 0 && room <= proven * (1 + SAME)) break;
    const found = await at(room);
    if (found === null) break;
    if (found.value <= atZero.value - slope * room + tolerance) return { perUnit: slope, upTo: room };
    const intercept = found.value + found.price * room;
    if (intercept >= atZero.value - tolerance) {
      // V is straight from 0 to here, but less steep than the multiplier at 0 said.
      slope = Math.max(0, (atZero.value - found.value) / room);
      proven = room;
    } else farther = { value: intercept, slope: found.price };
  }
  return proven > 0 ? { perUnit: slope, upTo: proven } : null;
}
