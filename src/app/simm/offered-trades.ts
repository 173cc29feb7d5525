import type { Crif } from '../../domain/index.js';
import { tradeOf } from '../../margin/index.js';

/**
 * Both files as one: all of the first, and of the second the sensitivities of trades that the first does not have. What the
 * second says beside sensitivities (add-ons, the schedule) is of a portfolio that is not held, and left out.
 */
export function offeredTrades(held: Crif, offered: Crif, own: ReadonlySet<string>): Crif {
  const isNew = offered.sources.map((source) => !own.has(tradeOf(source)));
  const rows = [...offered.sourceOf.keys()].filter((row) => isNew[offered.sourceOf[row]!]);
  const joined = (first: Int32Array, further: readonly number[]): Int32Array => {
    const all = new Int32Array(first.length + further.length);
    all.set(first);
    all.set(further, first.length);
    return all;
  };
  const amountsUsd = new Float64Array(held.amountsUsd.length + rows.length);
  amountsUsd.set(held.amountsUsd);
  for (const [i, row] of rows.entries()) amountsUsd[held.amountsUsd.length + i] = offered.amountsUsd[row]!;
  return {
    ...held,
    factors: [...held.factors, ...offered.factors],
    sources: [...held.sources, ...offered.sources],
    factorOf: joined(
      held.factorOf,
      rows.map((row) => held.factors.length + offered.factorOf[row]!),
    ),
    sourceOf: joined(
      held.sourceOf,
      rows.map((row) => held.sources.length + offered.sourceOf[row]!),
    ),
    amountsUsd,
  };
}
