import type { OptionRight } from '../domain/index.js';
import { black76 } from './black76.js';
import { black76Scenarios } from './black76-scenarios.js';

/**
 * Price in coin of a coin-settled (inverse) European option on one coin: the undiscounted Black-76 price at the forward
 * of its expiry (the venue's `underlying_price`), divided by that forward. Multiply by the forward for money.
 *
 * `forward` and `strike` in quote currency per coin, `stdDev` = sigma sqrt(T).
 *
 * @throws RangeError when `forward` is not positive: a coin price has no meaning then.
 *
 * SOURCE: Deribit, "Inverse options" (settled in the base currency; mark price in BTC or ETH from Black-76 on the
 * expiry's underlying price).
 */
export function inverseOptionPrice(right: OptionRight, forward: number, strike: number, stdDev: number): number {
  if (!(forward > 0)) throw new RangeError(`forward ${forward} is not positive`);
  return black76(right, forward, strike, stdDev, 1) / forward;
}

/**
 * `inverseOptionPrice` in every scenario, in coin at the scenario's own forward, written to `out[offset + s]`; arguments
 * and accuracy (relative to the larger of 1 and strike / forward) as for `black76Scenarios`, without discounting.
 *
 * @throws RangeError when a forward is not positive, and as `black76Scenarios` does.
 */
export function inverseOptionScenarios(
  out: Float64Array,
  offset: number,
  right: OptionRight,
  forward: number,
  strike: number,
  forwardFactors: Float64Array,
  stdDevs: Float64Array,
  logForwardFactors?: Float64Array,
): void {
  black76Scenarios(out, offset, right, forward, strike, 1, forwardFactors, stdDevs, logForwardFactors);
  for (let s = 0; s < forwardFactors.length; s++) {
    const shocked = forward * forwardFactors[s]!;
    if (!(shocked > 0)) throw new RangeError(`forward ${shocked} in scenario ${s} is not positive`);
    out[offset + s]! /= shocked;
  }
}
