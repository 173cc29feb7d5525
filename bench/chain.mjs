// A seeded option chain and a short book in it, as margo's own input files: the shape of a Deribit board, in any size.
import { mkdirSync, writeFileSync } from 'node:fs';

const SPOT = 60_000;
const RATE = 0;
const EXPIRIES = [
  ['17JUL26', 20],
  ['31JUL26', 34],
  ['28AUG26', 62],
  ['25SEP26', 90],
  ['25DEC26', 181],
  ['26MAR27', 272],
  ['25JUN27', 363],
  ['24SEP27', 454],
  ['31DEC27', 552],
  ['31MAR28', 643],
];

/** mulberry32: the same figures on every machine. */
function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Normal distribution, Abramowitz and Stegun 26.2.17: good to 1e-7, enough for a quote. */
function normal(x) {
  const t = 1 / (1 + 0.2316419 * Math.abs(x));
  const tail =
    Math.exp((-x * x) / 2) *
    0.3989422804014327 *
    (t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429)))));
  return x >= 0 ? 1 - tail : tail;
}

function black(strike, years, vol, isCall) {
  const width = vol * Math.sqrt(years);
  const d1 = Math.log(SPOT / strike) / width + width / 2;
  const call = SPOT * normal(d1) - strike * normal(d1 - width);
  return Math.exp(-RATE * years) * (isCall ? call : call - SPOT + strike);
}

/** Strikes around the spot, evenly spaced in standard deviations up to 2.5 either way; never two alike. */
function strikes(count, days) {
  const width = 0.55 * Math.sqrt(days / 365);
  const step = Math.max(100, Math.round((SPOT * 5 * width) / count / 100) * 100);
  const first = Math.max(step, Math.round((SPOT * Math.exp(-2 * width)) / step) * step);
  return Array.from({ length: count }, (_, k) => first + k * step);
}

/**
 * Writes `positions.csv`, `market.csv` and `limits.csv` into a folder.
 *
 * @param {string} folder made if it is not there
 * @param {number} candidates instruments with quotes, all of which may be traded
 * @param {number} seed
 */
export function writeChain(folder, candidates, seed = 1) {
  const random = seeded(seed);
  const names = [];
  const market = [
    'timestamp,instrument,type,underlying,currency,bid,bid_size,ask,ask_size,mark,iv,underlying_price,lot,fee',
  ];
  const stamp = '2026-06-27T09:26:59.679Z';
  market.push(`${stamp},BTC,index,BTC,USD,,,,,${SPOT},,,,`);
  for (let e = 0; e < EXPIRIES.length; e++) {
    const [expiry, days] = EXPIRIES[e];
    const quoted =
      Math.floor(((e + 1) * candidates) / EXPIRIES.length) - Math.floor((e * candidates) / EXPIRIES.length);
    const list = strikes(Math.ceil(quoted / 2), days);
    for (let k = 0; k < quoted; k++) {
      const strike = list[k >> 1];
      const isCall = k % 2 === 0;
      const x = Math.log(strike / SPOT) / Math.sqrt(days / 365);
      const vol = 0.52 - 0.05 * x + 0.12 * x * x;
      const mark = black(strike, days / 365, vol, isCall);
      const half = 0.003 * mark + 5 + 15 * random();
      // Premiums are quoted in coins.
      const inCoins = (money) => (money / SPOT).toFixed(6);
      const [bid, ask] = [Math.max(5, mark - half), mark + half];
      const size = () => (1 + Math.floor(random() * 80) * (random() < 0.2 ? 3 : 1)).toFixed(1);
      const name = `BTC-${expiry}-${strike}-${isCall ? 'C' : 'P'}`;
      names.push({ name, x, days });
      const quote = [inCoins(bid), size(), inCoins(ask), size(), inCoins(mark), vol.toFixed(6)];
      market.push(`${stamp},${name},,,,${quote.join(',')},${SPOT},0.1,0.0003`);
    }
  }
  const shorts = names.filter(({ x, days }) => days < 200 && Math.abs(x) > 0.1 && Math.abs(x) < 0.7);
  const positions = ['instrument,quantity'];
  const held = new Set();
  while (held.size < 20) held.add(Math.floor(random() * shorts.length));
  for (const j of held)
    positions.push(`${shorts[j].name},${random() < 0.7 ? '-' : ''}${10 + Math.floor(random() * 60)}`);
  const limits = [
    'limit,scope,min,max,priority',
    'delta,BTC,-8,8,hard',
    'gamma,BTC,80%,120%,hard',
    'vega,BTC,80%,120%,hard',
    'cost,total,,25000,hard',
  ];
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/market.csv`, `${market.join('\n')}\n`);
  writeFileSync(`${folder}/positions.csv`, `${positions.join('\n')}\n`);
  writeFileSync(`${folder}/limits.csv`, `${limits.join('\n')}\n`);
}
