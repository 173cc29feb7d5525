import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OptimizeRequest } from '../../src/app/request.js';
import { black76 } from '../../src/pricing/index.js';
import { anOptimizeRequest } from '../app/a-world.js';
import { seededRandom } from '../optimizer/solver/seeded-random.js';

const AS_OF = '2026-06-27T08:00:00.000Z';
const YEAR_DAYS = 365;
const COINS = { BTC: { level: 60_000, step: 4000, tick: 0.0005 }, ETH: { level: 2500, step: 200, tick: 0.0005 } };
type Coin = keyof typeof COINS;
const EXPIRIES = [
  ['17JUL26', 20],
  ['31JUL26', 34],
  ['25SEP26', 90],
] as const;

interface Row {
  readonly instrument: string;
  readonly coin: Coin;
  readonly forward: number;
  readonly iv: number | null;
  readonly mark: number;
  readonly bid: number | null;
  readonly ask: number | null;
  readonly sizes: readonly [number, number];
}

/** Numbers of one seed, as the trade asks for them. */
interface Draw {
  readonly between: (low: number, high: number) => number;
  readonly whole: (low: number, high: number) => number;
  readonly chance: (share: number) => boolean;
  readonly one: <T>(of: readonly T[]) => T;
}

function drawing(seed: number): Draw {
  const next = seededRandom(seed);
  const between = (low: number, high: number) => low + (high - low) * next();
  const whole = (low: number, high: number) => Math.floor(between(low, high + 1));
  return { between, whole, chance: (share) => next() < share, one: (of) => of[whole(0, of.length - 1)]! };
}

/**
 * A small whole run: market, positions, limits and, for some seeds, correlations and a capital cost, written to a folder. Three to eight
 * quoted Deribit contracts of one or two coins, of which up to four are held; limits of every kind, and about one run in ten
 * has no answer. Quotes are a Black-76 price less and plus a spread, on the tick.
 *
 * @returns the request of it, everything else by default
 */
export function aSmallRun(folder: string, seed: number, changes: Partial<OptimizeRequest> = {}): OptimizeRequest {
  const draw = drawing(seed);
  const coins: readonly Coin[] = draw.chance(0.25) ? ['BTC', 'ETH'] : [draw.chance(0.7) ? 'BTC' : 'ETH'];
  const rows = coins.flatMap((coin) => contractsOf(coin, draw));
  const file = (name: string, lines: readonly string[]): string => {
    const path = join(folder, `${seed}-${name}.csv`);
    writeFileSync(path, `${lines.join('\n')}\n`);
    return path;
  };
  const correlated = coins.length === 2 && draw.chance(0.6);
  return {
    ...anOptimizeRequest(folder),
    market: file('market', marketLines(coins, rows)),
    positions: file('positions', positionLines(rows, draw)),
    correlations: correlated ? file('correlations', correlationLines(coins, draw.between(0.2, 0.95))) : null,
    limitTexts: limitTexts(coins, rows, draw),
    capitalCost: draw.chance(0.3) ? draw.between(0.05, 3) : null,
    asOf: Date.parse(AS_OF),
    ...changes,
  };
}

/** Order books behind the best quotes of a market file: up to three levels a side, each worse than the one before. */
export function depthOf(folder: string, seed: number, rows: readonly string[]): string {
  const draw = drawing(seed);
  const lines = ['instrument,side,price,size'];
  for (const row of rows) {
    const [, instrument, , , bid, , ask] = row.split(',');
    for (const [side, best, way] of [
      ['bid', bid, -1],
      ['ask', ask, 1],
    ] as const) {
      if (best === '' || best === undefined) continue;
      const tick = Number(best) < 10 ? 0.0005 : 0.5;
      for (
        let level = 0, price = Number(best);
        level < 3 && price > 0;
        level++, price += way * tick * draw.whole(1, 4)
      ) {
        lines.push(`${instrument},${side},${Number(price.toFixed(6))},${draw.whole(1, 12)}`);
      }
    }
  }
  const path = join(folder, `${seed}-depth.csv`);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

function contractsOf(coin: Coin, draw: Draw): Row[] {
  const { level, step } = COINS[coin];
  const rows = new Map<string, Row>();
  const expiries = draw.chance(0.5) ? EXPIRIES.slice(0, 2) : [draw.one(EXPIRIES)];
  const wanted = draw.whole(2, 4);
  while (rows.size < wanted) {
    const [expiry, days] = draw.one(expiries);
    const forward = level * (1 + days / 10_000);
    const strike = level + step * draw.whole(-3, 3);
    const right = draw.one(['C', 'P'] as const);
    const instrument = `${coin}-${expiry}-${strike}-${right}`;
    if (!rows.has(instrument))
      rows.set(instrument, optionRow({ instrument, coin, forward, strike, right, days }, draw));
  }
  if (draw.chance(0.5)) rows.set(`${coin}-PERPETUAL`, perpetualRow(coin, draw));
  return [...rows.values()];
}

interface Terms {
  readonly instrument: string;
  readonly coin: Coin;
  readonly forward: number;
  readonly strike: number;
  readonly right: 'C' | 'P';
  readonly days: number;
}

function optionRow({ instrument, coin, forward, strike, right, days }: Terms, draw: Draw): Row {
  const iv = Number((0.35 + 0.6 * Math.log(strike / forward) ** 2 + draw.between(0, 0.2)).toFixed(4));
  const mark = black76(right, forward, strike, iv * Math.sqrt(days / YEAR_DAYS), 1) / forward;
  const { tick } = COINS[coin];
  const half = draw.whole(0, 3) * tick;
  const down = Math.floor(mark / tick) * tick - half;
  const up = Math.ceil(mark / tick) * tick + half;
  return {
    instrument,
    coin,
    forward,
    iv,
    mark,
    bid: down > 0 && draw.chance(0.9) ? down : null,
    ask: draw.chance(0.9) ? up : null,
    sizes: [draw.whole(1, 40), draw.whole(1, 40)],
  };
}

function perpetualRow(coin: Coin, draw: Draw): Row {
  const { level } = COINS[coin];
  const sizes = [draw.whole(1000, 90_000), draw.whole(1000, 90_000)] as const;
  const instrument = `${coin}-PERPETUAL`;
  return { instrument, coin, forward: level, iv: null, mark: level, bid: level - 0.5, ask: level + 0.5, sizes };
}

function marketLines(coins: readonly Coin[], rows: readonly Row[]): string[] {
  const text = (value: number | null): string => (value === null ? '' : String(Number(value.toFixed(8))));
  return [
    'timestamp,instrument,type,currency,bid,bid_size,ask,ask_size,mark,iv,underlying_price,tick,lot,fee',
    ...coins.map((coin) => `${AS_OF},${coin},index,USD,,,,,${COINS[coin].level},,,,,`),
    ...rows.map(({ instrument, forward, iv, mark, bid, ask, sizes }) => {
      const quotes = [text(bid), bid === null ? '' : sizes[0], text(ask), ask === null ? '' : sizes[1]].join(',');
      const grid = iv === null ? '0.5,1,0' : '0.0005,0.1,0.0003';
      return `${AS_OF},${instrument},,,${quotes},${text(mark)},${text(iv)},${text(forward)},${grid}`;
    }),
  ];
}

function positionLines(rows: readonly Row[], draw: Draw): string[] {
  const held = rows.filter(() => draw.chance(0.6)).slice(0, 4);
  const lines = (held.length === 0 ? rows.slice(0, 1) : held).map(({ instrument, iv }) => {
    const contracts = iv === null ? draw.whole(1, 30_000) : draw.whole(1, 300) / 10;
    return `${instrument},${draw.chance(0.7) ? -contracts : contracts}`;
  });
  return ['instrument,quantity', ...lines];
}

function correlationLines([a, b]: readonly Coin[], correlation: number): string[] {
  const value = correlation.toFixed(4);
  return [`name,${a},${b}`, `${a},1,${value}`, `${b},${value},1`];
}

/** Limits: profile, costs, sizes, and now and then what cannot be kept or gives way. */
function limitTexts(coins: readonly Coin[], rows: readonly Row[], draw: Draw): string[] {
  const coin = draw.one(coins);
  const share = draw.whole(5, 60);
  const around = `${100 - share}%..${100 + share}%`;
  const texts: [number, string][] = [
    [0.3, `delta ${coin} -${draw.whole(5, 60)}..${draw.whole(5, 60)}`],
    [0.25, `vega ${coin} ${around}`],
    [0.2, `gamma ${coin} ${around}`],
    [0.2, `theta ${coin} ${around}`],
    [0.3, `cost total ..${draw.whole(0, 20_000)}`],
    [0.2, `turnover total ..${draw.whole(0, 3_000_000)}`],
    [0.1, `position ${draw.one(rows).instrument} -${draw.whole(10, 60)}..${draw.whole(10, 60)}`],
    [0.1, `margin total ..${draw.whole(0, 100_000)} priority ${draw.whole(1, 5)}`],
    [0.03, `vega ${coin} ..-${draw.whole(0, 40_000)}`],
  ];
  return texts.flatMap(([often, text]) => (draw.chance(often) ? [text] : []));
}
