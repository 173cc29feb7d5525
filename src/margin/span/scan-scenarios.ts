/** One of SPAN's sixteen moves. */
export interface SpanScenario {
  readonly name: string;
  /** Price move as a part of the price scan range. */
  readonly price: number;
  readonly volatility: 'up' | 'none' | 'down';
  /** The part of the loss that counts; of the two extreme moves only. */
  readonly cover: number;
}

/** Position of each scenario's partner, the same price move with the other volatility; extremes are their own. */
export const PARTNER: readonly number[] = [1, 0, 3, 2, 5, 4, 7, 6, 9, 8, 11, 10, 13, 12, 14, 15];

/** Scenarios in a risk array. */
export const SCENARIOS = PARTNER.length;

const THIRDS = [0, 1, -1, 2, -2, 3, -3];

/**
 * The sixteen scenarios in the order of a risk array: seven price moves by thirds of the scan range, each with volatility up
 * and down, and the two extreme moves, of whose loss a part counts.
 *
 * SOURCE: CME SPAN, risk array layout; m = 2 and 35 % classic and NSE, 3 and 33 % in newer CME files.
 *
 * @param extremeMultiple extreme move in scan ranges
 * @param extremeCover part of its loss that counts
 */
export function spanScenarios(extremeMultiple: number, extremeCover: number): SpanScenario[] {
  const moves = THIRDS.flatMap((thirds) =>
    (['up', 'down'] as const).map((volatility): SpanScenario => {
      const price = thirds === 0 ? 'unchanged' : `${thirds > 0 ? '+' : '-'}${Math.abs(thirds)}/3`;
      return { name: `${price}, vol ${volatility}`, price: thirds / 3, volatility, cover: 1 };
    }),
  );
  const extremes = [1, -1].map((sign): SpanScenario => {
    const name = `${sign > 0 ? '+' : '-'}${extremeMultiple} ranges, ${Number((100 * extremeCover).toPrecision(6))} % covered`;
    return { name, price: sign * extremeMultiple, volatility: 'none', cover: extremeCover };
  });
  return [...moves, ...extremes];
}
