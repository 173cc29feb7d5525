import type { StressResult } from '../../../schema/index.js';
import type { CsvValue } from '../csv-text.js';

/** Rows of the columns of `stress-csv.ts`, one a state: the worst matrix, those of all pairs at once, each pair, the curve, each regime. */
export function stressCorrelationsRows({ correlations, base }: StressResult): CsvValue[][] {
  if (correlations === null) return [];
  const { matrices, pairs, curve, regimes, worst, initialMargin } = correlations;
  const row = (name: string, margin: number, from: string | null = null, to: string | null = null): CsvValue[] => {
    const rest: CsvValue[] = [null, base.portfolioValue, null, null, null];
    return ['correlations', name, from, to, 0, margin, margin - initialMargin, ...rest];
  };
  return [
    row('worst', worst.initialMargin),
    ...matrices.map((one) => row(one.name, one.initialMargin)),
    ...pairs.flatMap(({ a, b, down, up }) =>
      [down, up].map((one) => row(`${a} ${b} at ${one.correlation}`, one.initialMargin)),
    ),
    ...(curve?.points ?? []).map((one) =>
      row(`curve ${curve?.a} ${curve?.b} at ${one.correlation}`, one.initialMargin),
    ),
    ...(regimes?.regimes ?? []).flatMap(({ name, initialMargin: margin, withVolatilities }) => [
      row(`regime ${name}`, margin, regimes!.from, regimes!.to),
      row(`regime ${name}, its volatilities too`, withVolatilities.initialMargin, regimes!.from, regimes!.to),
    ]),
  ];
}
