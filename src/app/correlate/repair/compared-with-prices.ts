import { type CorrelationMatrix, type Issue, makeIssue } from '../../../domain/index.js';
import type { CorrelateEstimate } from '../../../schema/correlate/correlate-estimate.js';
import type { ComparedCorrelation } from '../../../schema/correlate/correlate-repair.js';

/** The pairs of a file beside an estimate from prices, those that differ by most standard errors first. */
export function comparedWithPrices(
  { names, values }: CorrelationMatrix,
  estimate: CorrelateEstimate,
): { readonly compared: readonly ComparedCorrelation[]; readonly issues: readonly Issue[] } {
  const priced = new Set(estimate.volatilities.map(({ name }) => name));
  const found = new Map(
    estimate.pairs.flatMap((pair) => [
      [JSON.stringify([pair.a, pair.b]), pair] as const,
      [JSON.stringify([pair.b, pair.a]), pair] as const,
    ]),
  );
  const compared: ComparedCorrelation[] = [];
  names.forEach((a, i) => {
    names.slice(i + 1).forEach((b, k) => {
      if (!priced.has(a) || !priced.has(b)) return;
      const given = values[i * names.length + i + 1 + k]!;
      const pair = found.get(JSON.stringify([a, b]));
      const estimated = pair?.estimated ?? null;
      const error = pair?.standardError ?? null;
      const difference = estimated === null ? null : given - estimated;
      const standardErrors = difference === null || error === null || error === 0 ? null : difference / error;
      compared.push({ a, b, given, estimated, difference, standardErrors });
    });
  });
  compared.sort((one, other) => sizeOf(other) - sizeOf(one));
  const missing = names.filter((name) => !priced.has(name));
  return { compared, issues: missing.map((subject) => makeIssue('COR_NOT_IN_PRICES', { subject })) };
}

function sizeOf({ standardErrors, difference }: ComparedCorrelation): number {
  return Math.abs(standardErrors ?? difference ?? 0);
}
