import type { StressMove } from '../../domain/index.js';

/**
 * A move as people say it: `BTC -20%`, `all vol +30% (7 to 30 days)`, `ETH forward 2024-03-29 +15`, `rate +1 point`, `5 days`.
 */
export function moveWords({ kind, of, amount, absolute, expiry, bucket }: StressMove): string {
  const who = of ?? 'all';
  switch (kind) {
    case 'time':
      return `${figure(amount)} ${amount === 1 ? 'day' : 'days'}`;
    case 'level':
      return `${who} ${absolute ? signed(amount) : percent(amount)}`;
    case 'forward':
      return `${who} forward ${expiry ?? ''} ${absolute ? signed(amount) : percent(amount)}`;
    case 'rate':
      return `${who} rate ${points(amount)}`;
    case 'volatility':
      return `${who} vol ${absolute ? points(amount) : percent(amount)}${bucketWords(expiry, bucket)}`;
  }
}

function bucketWords(
  expiry: string | null,
  { minDays, maxDays, minMoneyness, maxMoneyness }: StressMove['bucket'],
): string {
  const parts = [
    ...(expiry === null ? [] : [expiry]),
    ...range(minDays, maxDays, 'days', figure),
    ...range(minMoneyness, maxMoneyness, 'of forward', (one) => `${figure(100 * one)}%`),
  ];
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

function range(min: number | null, max: number | null, unit: string, words: (one: number) => string): string[] {
  if (min === null && max === null) return [];
  if (min === null) return [`to ${words(max!)} ${unit}`];
  return [max === null ? `from ${words(min)} ${unit}` : `${words(min)} to ${words(max)} ${unit}`];
}

function figure(amount: number): string {
  return String(Number(amount.toPrecision(6)));
}

function signed(amount: number): string {
  return amount < 0 ? figure(amount) : `+${figure(amount)}`;
}

function percent(fraction: number): string {
  return `${signed(100 * fraction)}%`;
}

function points(amount: number): string {
  return `${signed(100 * amount)} points`;
}
