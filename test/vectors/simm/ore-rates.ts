import { readFileSync } from 'node:fs';

/** A market file of Open Source Risk Engine as far as it is read: its date, and USD for one unit of each currency. */
export interface OreMarket {
  readonly asOfMs: number;
  readonly usdPer: ReadonlyMap<string, number>;
}

/**
 * Reads lines `20201228 FX/RATE/EUR/USD 1.13`, the price of the first currency in the second. Only rates of the euro are
 * taken: those of the dollar in the recorded file are the other way round.
 */
export function oreMarket(path: string): OreMarket {
  const perEuro = new Map([['EUR', 1]]);
  let asOfMs = Number.NaN;
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const match = /^(\d{4})(\d{2})(\d{2})\s+FX\/RATE\/EUR\/([A-Z]{3})\s+(\S+)/.exec(line.trim());
    if (match === null) continue;
    asOfMs = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
    perEuro.set(match[4]!, Number(match[5]));
  }
  const dollars = perEuro.get('USD');
  if (dollars === undefined) throw new RangeError('the market has no rate FX/RATE/EUR/USD');
  return { asOfMs, usdPer: new Map([...perEuro].map(([currency, rate]) => [currency, dollars / rate])) };
}
