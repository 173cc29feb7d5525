import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Explanation, explain } from '../../src/formula/index.js';
import { MARGIN_MODELS } from '../../src/margin/index.js';
import { requirementBy } from '../margin/adapters/a-requirement.js';
import { AS_OF, index, option, perpetual } from '../scenario/sample-market.js';

const PAGE = readFileSync(join(import.meta.dirname, '../../docs/models.md'), 'utf8');
/** Levels below the root that the page must name; further down are strikes, contracts and slopes. */
const DEPTH = 3;
/** The zero that an amount cannot fall below, and a sum of nothing. */
const ZEROS = new Set(['nothing', 'no loss', 'none', 'no perpetual']);

const terms = { iv: 0.5, underlyingPrice: 60_000 };
const BTC = [
  index('BTC', 60_000),
  perpetual('BTC', 60_000),
  option('BTC', 30, 66_000, 'C', terms),
  option('BTC', 30, 54_000, 'P', terms),
];

/** Forty days of a coin. */
const HISTORY = {
  dates: Array.from({ length: 40 }, (_, t) => `2026-0${t < 20 ? 4 : 5}-${String(10 + (t % 20))}`),
  series: new Map([['BTC', Float64Array.from({ length: 40 }, (_, t) => 60_000 + 900 * Math.sin(2 * t))]]),
};

/** The name with every underlying, expiry, strike and percentage as the page writes them. */
function asOnThePage(name: string): string {
  return name
    .replace(/(?<! in )BTC/g, 'U')
    .replace(/\d{4}-\d\d-\d\d/, 'EXP')
    .replace(/^settled at [\d,.]+$/, 'settled at K')
    .replace(/^short U EXP [\d,.]+ [CP]$/, 'short U EXP K C')
    .replace(/^U MR\d$/, 'U MR1')
    .replace(/^U-\d+D-\d+-[CP]$/, 'U');
}

function names(node: Explanation, depth: number, found: Set<string>): Set<string> {
  if (depth > 0 && !ZEROS.has(node.name)) found.add(asOnThePage(node.name));
  if (depth < DEPTH) for (const child of node.children) names(child, depth + 1, found);
  return found;
}

/** A scenario is explained by its table: a move of the price, of the volatility. The other side of an absolute value needs none. */
const isScenario = (name: string): boolean => /[+-]?\d+(\.\d+)?%|^unchanged|^U EXP$|^roll U|^minus /.test(name);

describe('docs/models.md', () => {
  it.each(
    MARGIN_MODELS.filter((model) => !model.usesJointMoves && model.usesSensitivities !== true).map(({ id }) => id),
  )('names every line near the root of a breakdown of %s', (id) => {
    const { initial } = requirementBy(id, { quotes: BTC, asOf: AS_OF, history: HISTORY });
    const told = names(explain(initial, Float64Array.of(-1, -2, 3)), 0, new Set());
    expect(told.size).toBeGreaterThan(1);
    expect([...told].filter((name) => !isScenario(name) && !PAGE.includes(`\`${name}\``))).toEqual([]);
  });
});
