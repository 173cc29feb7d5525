import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Texts as files of a new folder. @returns their paths by name */
export function files<N extends string>(texts: Readonly<Record<N, string>>): Readonly<Record<N, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'margo-stress-'));
  const paths = {} as Record<N, string>;
  for (const [name, text] of Object.entries(texts) as [N, string][]) {
    paths[name] = join(folder, name);
    writeFileSync(paths[name], text);
  }
  return paths;
}

const MARKET_HEAD =
  'timestamp,instrument,type,underlying,expiry,strike,right,settlement,multiplier,currency,mark,iv,underlying_price\n';

/** Figures of a market of one coin: its index, a perpetual, two options of August and one of July. */
export interface CoinMarket {
  readonly level: number;
  readonly perpetual: number;
  readonly july: number;
  readonly august: number;
  readonly volatilities: readonly [july: number, call: number, put: number];
}

export const COIN: CoinMarket = {
  level: 60_000,
  perpetual: 60_030,
  july: 60_200,
  august: 60_600,
  volatilities: [0.5, 0.55, 0.6],
};

/** The market file of it; options have a volatility and a forward, and no mark, so that the model says what they are worth. */
export function coinMarket({ level, perpetual, july, august, volatilities: [a, b, c] }: CoinMarket): string {
  const at = '2026-06-27T08:00:00Z';
  return (
    MARKET_HEAD +
    [
      `${at},BTC-INDEX,index,BTC,,,,linear,1,USD,${level},,`,
      `${at},BTC-PERPETUAL,perpetual,BTC,,,,inverse,10,USD,${perpetual},,`,
      `${at},BTC-17JUL26-62000-C,option,BTC,2026-07-17T08:00:00Z,62000,C,inverse,1,BTC,,${a},${july}`,
      `${at},BTC-28AUG26-70000-C,option,BTC,2026-08-28T08:00:00Z,70000,C,inverse,1,BTC,,${b},${august}`,
      `${at},BTC-28AUG26-50000-P,option,BTC,2026-08-28T08:00:00Z,50000,P,inverse,1,BTC,,${c},${august}`,
    ].join('\n')
  );
}

export const COIN_BOOK = [
  'instrument,quantity',
  'BTC-PERPETUAL,3000',
  'BTC-17JUL26-62000-C,-4',
  'BTC-28AUG26-70000-C,-10',
  'BTC-28AUG26-50000-P,-12',
].join('\n');

const SCENARIO_HEAD = 'scenario,what,of,move,unit,min_days,max_days,combine';

/** A file of scenarios from rows that leave out the columns they have no use for. */
export function scenarioFile(rows: string): string {
  const width = SCENARIO_HEAD.split(',').length;
  const padded = rows.split('\n').map((row) => row + ','.repeat(width - row.split(',').length));
  return [SCENARIO_HEAD, ...padded].join('\n');
}
