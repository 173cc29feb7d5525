import { type Account, type Issue, makeIssue, type Position } from '../domain/index.js';
import { costOf, type HedgeTrade } from '../optimizer/index.js';
import type { MarketView, ValuedInstrument } from '../scenario/index.js';

/**
 * Money value of what a line holds: options and spot at the mark; futures and perpetuals are margined, so only their
 * unrealised profit counts, and only where the entry price is known.
 */
export function heldValue(line: ValuedInstrument, quantity: number, position: Position | null): number {
  if (!isMargined(line)) return quantity * line.markValue;
  const entry = position?.entryPrice ?? null;
  return entry === null || line.expired ? 0 : quantity * profitSince(line, entry);
}

/** Whether profit and loss are settled and nothing is paid for the contract itself. */
function isMargined({ instrument: { type } }: ValuedInstrument): boolean {
  return type === 'future' || type === 'perpetual';
}

/** Profit of one margined contract bought at a price, at today's forward. */
function profitSince(line: ValuedInstrument, price: number): number {
  const inverse = line.instrument.settlement === 'inverse';
  return line.moneyPerPrice * (inverse ? 1 / price - 1 / line.forward : line.forward - price);
}

/**
 * What trades add to the value of a book. A margined contract adds its profit since the price it was traded at, so that
 * closing a future leaves what it had earned.
 */
export function tradedValue(lines: readonly ValuedInstrument[], trades: readonly HedgeTrade[]): number {
  return trades.reduce((total, { line: j, direction, quantity, fills }) => {
    const line = lines[j]!;
    if (!isMargined(line)) return total + direction * quantity * line.markValue;
    return fills.reduce((sum, fill) => sum + direction * fill.quantity * profitSince(line, fill.level.price), total);
  }, 0);
}

/** Money received less money paid for trades: premiums and fees; margined contracts are not paid for. */
export function cashOf(lines: readonly ValuedInstrument[], trades: readonly HedgeTrade[]): number {
  const premium = trades.reduce((total, { line: j, direction, fills }) => {
    const line = lines[j]!;
    if (isMargined(line)) return total;
    return fills.reduce(
      (sum, { level, quantity }) => sum - direction * quantity * level.price * line.moneyPerPrice,
      total,
    );
  }, 0);
  return premium - costOf(trades).fees;
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
