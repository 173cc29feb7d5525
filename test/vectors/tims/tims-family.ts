import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Instrument, Quote } from '../../../src/domain/index.js';
import { evaluate } from '../../../src/formula/index.js';
import { findModel } from '../../../src/margin/index.js';
import { MarketView, type ValuedInstrument } from '../../../src/scenario/index.js';
import { index, lineOf, market, quote, spot } from '../../scenario/sample-market.js';
import { type CsvRow, figure, readCsvTable } from '../csv-table.js';
import type { Comparison, NotCovered, VectorCase, VectorFamily } from '../vector-case.js';

const AS_OF = Date.UTC(2007, 1, 23, 21);
const DAY = 86_400_000;
const RATE = 0.0515;

/** What the table does not print: see `sample/SOURCE.md`. Tolerances are relative. */
const MARKETS = {
  IBM: { level: 97.73, days: 56, dividendYield: 0, exercise: 'american', tolerance: 0.0015, strategyTolerance: 0.0025 },
  SPX: {
    level: 1451.19,
    days: 57,
    dividendYield: 0.019,
    exercise: 'european',
    tolerance: 0.0025,
    strategyTolerance: 0.0025,
  },
} as const;
type Underlying = keyof typeof MARKETS;

/** Cboe's examples of customer portfolio margin: one CSV file per underlying, a row per position. */
export const timsFamily: VectorFamily = {
  name: 'tims',
  run: (folder) => {
    const cases: VectorCase[] = [];
    const notCovered: NotCovered[] = [];
    for (const name of readdirSync(folder).sort()) {
      const subject = `tims/${name}`;
      if (!/^cboe_.*\.csv$/i.test(name)) notCovered.push({ subject, reason: 'only tables of Cboe are read' });
      else for (const row of readCsvTable(join(folder, name)).rows) cases.push(caseOf(subject, row));
    }
    return { cases, notCovered };
  },
};

function caseOf(subject: string, row: CsvRow): VectorCase {
  const name = `${subject} line ${row.line} ${row.cells.id ?? ''}`;
  try {
    return { name, comparisons: compare(row) };
  } catch (error) {
    return { name, comparisons: [], problem: error instanceof Error ? error.message : String(error) };
  }
}

function compare(row: CsvRow): Comparison[] {
  const underlying = underlyingOf(row);
  const legs = legsOf(row, underlying);
  const terms = MARKETS[underlying];
  const quotes = [index(underlying, terms.level), ...legs.map((leg) => leg.quote)];
  const view = new MarketView(market(...quotes), AS_OF, 'USD');
  const lines: ValuedInstrument[] = legs.map((leg) => lineOf(leg.quote, view));
  const model = findModel('tims')!;
  const inputs = { lines, view, asOf: AS_OF, blocks: [], dailyVolatilities: new Map() };
  const { initial, beside } = model.build(inputs, model.parameterSets[0]!.values);
  const quantities = Float64Array.from(legs, ({ quantity }) => quantity);
  const theirs = figure(row, 'portfolioMargin');
  const compared: Comparison[] = [
    { field: 'portfolioMargin', ours: evaluate(initial, quantities), theirs, tolerance: terms.tolerance * theirs },
  ];
  if ((row.cells.strategyBasedMargin ?? '') === '') return compared;
  const strategy = figure(row, 'strategyBasedMargin');
  const tolerance = terms.strategyTolerance * strategy;
  const ours = beside!(quantities).find(({ name }) => name === 'strategy-based margin')!.amount;
  return [...compared, { field: 'strategyBasedMargin', ours, theirs: strategy, tolerance }];
}

function underlyingOf(row: CsvRow): Underlying {
  const name = row.cells.underlying ?? '';
  if (name === 'IBM' || name === 'SPX') return name;
  throw new RangeError(`nothing is known of the market of '${name}'`);
}

interface Leg {
  readonly quantity: number;
  readonly quote: Quote;
}

/** `-100 C100 Apr07 @1.68; +10000 STK @97.73; +100 P1450 Apr07 iv .0999`. */
function legsOf(row: CsvRow, underlying: Underlying): Leg[] {
  const column = Object.keys(row.cells).find((name) => name.startsWith('legs'));
  const text = column === undefined ? '' : (row.cells[column] ?? '');
  return text.split(';').map((leg) => legOf(leg.trim(), underlying));
}

function legOf(text: string, underlying: Underlying): Leg {
  const option = /^([+-]\d+) ([CP])([\d.]+) \w+ (@|iv )([\d.]+)$/.exec(text);
  if (option !== null) {
    const [, quantity, right, strike, unit, given] = option;
    const { days, dividendYield, exercise } = MARKETS[underlying];
    const terms: Partial<Instrument> & Pick<Instrument, 'name' | 'type' | 'underlying'> = {
      name: `${underlying} ${right}${strike}`,
      type: 'option',
      underlying,
      expiry: AS_OF + days * DAY,
      strike: Number(strike),
      right: right === 'C' ? 'C' : 'P',
      exercise,
      multiplier: 100,
    };
    const price = unit === '@' ? { mark: Number(given) } : { iv: Number(given) };
    return { quantity: Number(quantity), quote: quote(terms, { ...price, rate: RATE, dividendYield }) };
  }
  const [, quantity, name, price] = /^([+-]\d+) (\w+) @([\d.]+)$/.exec(text) ?? [];
  if (name === undefined) throw new RangeError(`a leg that nobody understands: '${text}'`);
  return { quantity: Number(quantity), quote: spot(name === 'STK' ? underlying : name, Number(price)) };
}
