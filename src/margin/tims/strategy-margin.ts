import type { ValuedInstrument } from '../../scenario/index.js';
import { classOf } from './grouping.js';
import type { TimsValues } from './tims-values.js';

/** An open side of a book: contracts (or shares) that no other covers yet. Money is per contract. */
interface Side {
  readonly line: ValuedInstrument;
  readonly direction: 'long' | 'short';
  /** What a short option asks for uncovered, its premium aside; 0 of anything else. */
  readonly excess: number;
  left: number;
}

/** A short option with what covers it, and what the cover saves per contract. */
interface Cover {
  readonly short: Side;
  readonly by: Side;
  /** Contracts of `by` that one short contract takes. */
  readonly each: number;
  readonly saving: number;
}

/**
 * Strategy-based (Regulation T) margin of a book, for comparison with portfolio margin: money tied up by it, net of the
 * premiums that shorts brought in, in the reporting currency.
 *
 * - stock: `strategyStockRate` of its value, long or short; a long option: its premium in full;
 * - a short option alone: max(rate x S - out-of-the-money amount, floor rate x S (of the strike for a put)), with 20 %
 *   for equity and 15 % for broad indexes as rates; its premium is asked for and was received, so it cancels;
 * - a short call covered by shares, a short put by short shares: nothing more;
 * - a spread (the long option of the same underlying and right expires no earlier): max(0, what the strikes can lose);
 * - short calls beside short puts: the greater of the two requirements, and the premium of the other.
 *
 * Covers are taken by what they save per contract, the largest first: what a broker's own pairing saves may be more.
 * Butterflies, condors and boxes are recognised as the spreads they are made of. Futures count for nothing.
 *
 * SOURCE: FINRA Rule 4210(f)(2), Regulation T; the column `strategy-based margin` of Cboe's examples of 2007-02-23.
 */
export function strategyMargin(
  lines: readonly ValuedInstrument[],
  quantities: Float64Array,
  values: TimsValues,
): number {
  const byUnderlying = new Map<string, { line: ValuedInstrument; quantity: number }[]>();
  lines.forEach((line, j) => {
    const quantity = quantities[j]!;
    if (quantity === 0 || line.expired) return;
    const own = byUnderlying.get(line.instrument.underlying) ?? [];
    own.push({ line, quantity });
    byUnderlying.set(line.instrument.underlying, own);
  });
  let total = 0;
  for (const held of byUnderlying.values()) total += underlyingMargin(held, values);
  return total;
}

function underlyingMargin(
  held: readonly { readonly line: ValuedInstrument; readonly quantity: number }[],
  values: TimsValues,
): number {
  const shorts: Side[] = [];
  const covers: Side[] = [];
  let total = 0;
  for (const { line, quantity } of held) {
    const { type } = line.instrument;
    if (type !== 'option' && type !== 'spot') continue;
    const size = Math.abs(quantity);
    // The premium of a short option is asked for and was received: in the sum it counts once, against the margin.
    total += type === 'spot' ? size * line.markValue * values.strategyStockRate : quantity * line.markValue;
    const direction = quantity < 0 ? 'short' : 'long';
    const isShortOption = type === 'option' && direction === 'short';
    const side: Side = { line, direction, excess: isShortOption ? uncovered(line, values) : 0, left: size };
    if (isShortOption) shorts.push(side);
    else covers.push(side);
  }
  for (const { left, line, excess } of shorts) total += left * (line.markValue + excess);
  for (const cover of coversOf(shorts, covers)) {
    const contracts = Math.min(cover.short.left, cover.by.left / cover.each);
    cover.short.left -= contracts;
    cover.by.left -= contracts * cover.each;
    total -= contracts * cover.saving;
  }
  return total - straddleSaving(shorts);
}

/** What a short option asks for beyond its premium when nothing covers it. */
function uncovered({ instrument, level, moneyPerPrice }: ValuedInstrument, values: TimsValues): number {
  const { right, underlying } = instrument;
  const strike = instrument.strike!;
  const isEquity = classOf(underlying, values).productType === 'equity';
  const rate = isEquity ? values.strategyEquityRate : values.strategyIndexRate;
  const outOfTheMoney = Math.max(0, right === 'C' ? strike - level : level - strike);
  const floor = values.strategyFloorRate * (right === 'C' ? level : strike);
  return moneyPerPrice * Math.max(rate * level - outOfTheMoney, floor);
}

/** Every cover of every short that saves something, the largest saving first. */
function coversOf(shorts: readonly Side[], others: readonly Side[]): Cover[] {
  const found = shorts.flatMap((short) =>
    others.flatMap((by) => {
      const remaining = marginWhenCovered(short, by);
      const saving = remaining === null ? 0 : short.line.markValue + short.excess - remaining;
      const each = by.line.instrument.type === 'spot' ? short.line.moneyPerPrice / by.line.moneyPerPrice : 1;
      return saving > 0 ? [{ short, by, each, saving }] : [];
    }),
  );
  return found.sort((a, b) => b.saving - a.saving);
}

/** Margin of a short contract covered by another, its premium counted in it; null where the other is no cover. */
function marginWhenCovered({ line: short }: Side, { line: by, direction }: Side): number | null {
  const isCall = short.instrument.right === 'C';
  if (by.instrument.type === 'spot') return isCall === (direction === 'long') ? 0 : null;
  const pairs =
    by.instrument.right === short.instrument.right &&
    by.instrument.expiry! >= short.instrument.expiry! &&
    by.moneyPerPrice === short.moneyPerPrice;
  if (!pairs) return null;
  const difference = by.instrument.strike! - short.instrument.strike!;
  return short.moneyPerPrice * Math.max(0, isCall ? difference : -difference);
}

/** Short calls beside short puts: the smaller of the two requirements is asked for its premium alone. */
function straddleSaving(shorts: readonly Side[]): number {
  const byMargin = (right: 'C' | 'P'): Side[] =>
    shorts
      .filter(({ line, left }) => left > 0 && line.instrument.right === right)
      .sort((a, b) => b.line.markValue + b.excess - (a.line.markValue + a.excess));
  const calls = byMargin('C');
  const puts = byMargin('P');
  let saved = 0;
  let [c, p] = [0, 0];
  while (c < calls.length && p < puts.length) {
    const [call, put] = [calls[c]!, puts[p]!];
    const [callUnits, putUnits] = [call.line.moneyPerPrice, put.line.moneyPerPrice];
    const units = Math.min(call.left * callUnits, put.left * putUnits);
    const smaller =
      (call.line.markValue + call.excess) / callUnits < (put.line.markValue + put.excess) / putUnits ? call : put;
    saved += (units / smaller.line.moneyPerPrice) * smaller.excess;
    call.left -= units / callUnits;
    put.left -= units / putUnits;
    if (call.left <= 1e-9) c += 1;
    if (put.left <= 1e-9) p += 1;
  }
  return saved;
}
