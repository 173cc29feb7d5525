import { type Account, type Issue, makeIssue, type Position } from '../domain/index.js';
import type { MarketView, ValuedInstrument } from '../scenario/index.js';

/**
 * Money value of what a line holds: options and spot at the mark; futures and perpetuals are margined, so only their
 * unrealised profit counts, and only where the entry price is known.
 */
export function heldValue(line: ValuedInstrument, quantity: number, position: Position | null): number {
  const { type, settlement } = line.instrument;
  if (type !== 'future' && type !== 'perpetual') return quantity * line.markValue;
  const entry = position?.entryPrice ?? null;
  if (entry === null || line.expired) return 0;
  const unit = settlement === 'inverse' ? 1 / entry - 1 / line.forward : line.forward - entry;
  return quantity * line.moneyPerPrice * unit;
}

/** Money value of everything held; `positions[j]` tells line j's entry price where there is one. */
export function portfolioValue(
  lines: readonly ValuedInstrument[],
  quantities: Float64Array,
  positions: readonly Position[],
): number {
  return lines.reduce((total, line, j) => {
    const quantity = quantities[j]!;
    return quantity === 0 ? total : total + heldValue(line, quantity, positions[j] ?? null);
  }, 0);
}

/** Cash and collateral after haircuts, in the reporting currency; a debt gets no haircut. */
export function collateralValue(
  account: Account,
  view: MarketView,
): { readonly value: number; readonly issues: Issue[] } {
  const issues: Issue[] = [];
  let value = 0;
  for (const { asset, amount, haircut } of account.balances) {
    const rate = view.rates.rateOf(asset);
    if (rate === null) issues.push(makeIssue('RUN_UNKNOWN_ASSET', { subject: asset }));
    else value += amount * rate.rate * (amount > 0 ? 1 - haircut : 1);
  }
  return { value, issues };
}
