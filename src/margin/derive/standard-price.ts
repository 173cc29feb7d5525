import type { OptionRight } from '../../domain/index.js';
import { normalCdf } from '../../math/index.js';

/** Total standard deviation from which a call is worth its forward. */
const STD_DEV_CAP = 24;
/** Stands for no deviation at all and gives intrinsic value. */
const SMALLEST_STD_DEV = 1e-18;

/**
 * Black-76 as Derive's contracts compute it: a call as a fraction of the forward, the put by parity, both capped.
 *
 * `forward` and `strike` in dollars, `stdDev` = sigma sqrt(T), `discount` the value today of a dollar at expiry; all not
 * negative. Unlike `pricing/black76` a far put keeps only absolute accuracy, as on the chain, so that margins agree with it.
 *
 * SOURCE: derivexyz/lyra-utils, src/math/Black76.sol.
 */
export function standardPrice(
  right: OptionRight,
  forward: number,
  strike: number,
  stdDev: number,
  discount: number,
): number {
  if (strike === 0) return right === 'C' ? forward * discount : 0;
  if (forward === 0) return right === 'C' ? 0 : strike * discount;
  const moneyness = strike / forward;
  const call = standardCall(moneyness, stdDev);
  if (right === 'C') return Math.min(call, 1) * forward * discount;
  const put = Math.max(0, call + moneyness - 1);
  return Math.min(put * forward, strike) * discount;
}

function standardCall(moneyness: number, stdDev: number): number {
  if (stdDev >= STD_DEV_CAP) return 1;
  const deviation = Math.max(stdDev, SMALLEST_STD_DEV);
  const d1 = (0.5 * deviation * deviation - Math.log(moneyness)) / deviation;
  return Math.max(0, normalCdf(d1) - moneyness * normalCdf(d1 - deviation));
}
