import type { OptionRight } from '../domain/index.js';
import { normalCdfTable } from '../math/normal-cdf-table.js';
import { tabulatedBlack } from './tabulated-black.js';

/**
 * Black-76 prices of one option in every scenario, written to `out[offset + s]`: forward times `forwardFactors[s]`, with
 * deviation `stdDevs[s]` = sigma_s sqrt(T_s), both of the same length. Units and limits are those of `black76`.
 *
 * Nothing is allocated in the loop. Meant for profit and loss: the absolute error is below 2e-15 of the larger of forward and
 * strike, discounted, and prices are never negative nor below discounted intrinsic value, but far out of the money
 * there is no relative accuracy (`black76` has it). `logForwardFactors`, the logarithms of the factors, makes it more
 * than twice as fast; worth giving when many options share the factors.
 *
 * @throws RangeError when the lengths differ or `out` has no room.
 */
export function black76Scenarios(
  out: Float64Array,
  offset: number,
  right: OptionRight,
  forward: number,
  strike: number,
  discount: number,
  forwardFactors: Float64Array,
  stdDevs: Float64Array,
  logForwardFactors?: Float64Array,
): void {
  const count = forwardFactors.length;
  if (stdDevs.length !== count || (logForwardFactors ?? stdDevs).length !== count) {
    throw new RangeError(`every scenario column needs ${count} rows, one per forward factor`);
  }
  if (offset < 0 || offset + count > out.length) throw new RangeError(`${count} prices do not fit at ${offset}`);
  const nodes = normalCdfTable();
  const sign = right === 'C' ? 1 : -1;
  const logRatio = Math.log(forward / strike);
  // Taken before the loop: a logarithm inside it would double the time of the whole.
  const logs = logForwardFactors ?? logarithms(forwardFactors);
  for (let s = 0; s < count; s++) {
    const shocked = forward * forwardFactors[s]!;
    out[offset + s] = discount * tabulatedBlack(nodes, sign, shocked, strike, logRatio + logs[s]!, stdDevs[s]!);
  }
}

function logarithms(values: Float64Array): Float64Array {
  const logs = new Float64Array(values.length);
  for (let i = 0; i < logs.length; i++) logs[i] = Math.log(values[i]!);
  return logs;
}
