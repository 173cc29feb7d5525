import type { PriceLevel } from './candidate.js';

/** Contracts at one price: on offer, or traded. */
export interface Fill {
  readonly level: PriceLevel;
  /** Contracts, positive. */
  readonly quantity: number;
}

/** What walking up a ladder of offers comes to. */
export interface Walk {
  readonly fills: readonly Fill[];
  /** Contracts for which there was no offer. */
  readonly missing: number;
  /** The level that the next contract would trade at; null when nothing more is on offer. */
  readonly next: PriceLevel | null;
}

/** What is left below this part of the quantity is rounding, not a trade. */
const DUST = 1e-12;

/** Digits of a figure that a person wrote; what differences of such figures have beyond is binary noise. */
const DIGITS = 12;

/** Takes a quantity from offers in their order, best first, after `taken` contracts that are already gone. */
export function walkLadder(offers: readonly Fill[], quantity: number, taken = 0): Walk {
  const fills: Fill[] = [];
  const dust = DUST * (quantity + taken);
  const tidy = tidied(quantity) === quantity ? tidied : (value: number): number => value;
  let gone = taken;
  let left = quantity;
  let next: PriceLevel | null = null;
  for (const { level, quantity: offered } of offers) {
    const free = gone > 0 ? tidied(offered - Math.min(offered, gone)) : offered;
    gone = Math.max(0, gone - offered);
    const take = left <= dust ? 0 : left < free - dust ? left : free;
    if (take > 0) fills.push({ level, quantity: take });
    left = tidy(left - take);
    if (next === null && left <= dust && free - take > dust) next = level;
  }
  return { fills, missing: left > dust ? left : 0, next };
}

function tidied(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(DIGITS)) : value;
}
