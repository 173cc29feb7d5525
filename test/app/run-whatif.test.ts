import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { WhatIfRequest } from '../../src/app/request.js';
import { runMargin } from '../../src/app/run-margin.js';
import { runWhatIf } from '../../src/app/run-whatif.js';
import { aMarginRequest, anIo, aWhatIfRequest, ROOT, resultOf } from './a-world.js';
import { inTemporaryFolder } from './traded-book.js';

const BTC = 'fixtures/btc-short-strangle';
const INDEX = 60_245.61;

/** What trades, written as CSV rows, would do. */
async function whatIf(rows: readonly string[], changes: Partial<WhatIfRequest> = {}) {
  return inTemporaryFolder(async (folder) => {
    const trades = join(folder, 'trades.csv');
    writeFileSync(trades, `instrument,quantity,price\n${rows.join('\n')}\n`);
    return runWhatIf(aWhatIfRequest(BTC, { trades, limits: null, ...changes }), anIo());
  });
}
const result = async (rows: readonly string[], changes: Partial<WhatIfRequest> = {}) =>
  resultOf(await whatIf(rows, changes));

describe('runWhatIf', () => {
  it('takes the side of the quote the trade would meet where no price is given', async () => {
    const { trades } = await result(['BTC-31JUL26-54000-P,1,', 'BTC-31JUL26-67000-C,-2,']);
    const quotes = new Map(marketRows().map((row) => [row.instrument!, row]));
    const price = (name: string) => trades.find(({ instrument }) => instrument === name)!.price;
    expect(price('BTC-31JUL26-54000-P')).toBe(Number(quotes.get('BTC-31JUL26-54000-P')!.ask));
    expect(price('BTC-31JUL26-67000-C')).toBe(Number(quotes.get('BTC-31JUL26-67000-C')!.bid));
  });

  it('takes the price given, and counts a better one than fair as a gain', async () => {
    const row = marketRows().find(({ instrument }) => instrument === 'BTC-31JUL26-54000-P')!;
    const fair = Number(row.mark);
    const cheap = await result([`BTC-31JUL26-54000-P,10,${fair / 2}`]);
    expect(cheap.cost.spread).toBeCloseTo((-10 * fair * INDEX) / 2, 6);
    expect(cheap.cost.total).toBeCloseTo(cheap.cost.spread + cheap.cost.fees, 9);
    expect(cheap.cost.fees).toBeCloseTo(10 * Number(row.fee) * INDEX, 6);
    expect(cheap.cash).toBeCloseTo(-10 * (fair / 2) * INDEX - cheap.cost.fees, 6);
  });

  it('keeps value and cash together but for the cost', async () => {
    const { before, after, cash, cost } = await result(['BTC-31JUL26-54000-P,5,0.02', 'BTC-31JUL26-67000-C,-5,0.01']);
    expect(after.portfolioValue + cash).toBeCloseTo(before.portfolioValue - cost.total, 5);
    const reversed = await result(['BTC-31JUL26-54000-P,-5,0.02', 'BTC-31JUL26-67000-C,5,0.01']);
    expect(reversed.cash + reversed.cost.fees).toBeCloseTo(-(cash + cost.fees), 6);
  });

  it('counts a future with its fee only in cash, its profit since the trade in the value', async () => {
    const forward = 60_287.22;
    const { cash, before, after, cost } = await result([`BTC-3JUL26,-1000,${forward * 1.01}`]);
    expect(cash).toBe(0);
    // 1000 contracts of 10 dollars sold a hundredth above the forward.
    const profit = 1000 * 10 * (1 / forward - 1 / (forward * 1.01)) * INDEX;
    expect(after.portfolioValue - before.portfolioValue).toBeCloseTo(profit, 6);
    expect(cost.spread).toBeCloseTo(-profit, 6);
  });

  it('keeps trades of one instrument apart and counts the instrument once', async () => {
    const limitTexts = ['trades total ..1'];
    const document = await whatIf(['BTC-31JUL26-54000-P,5,0.012', 'BTC-31JUL26-54000-P,-2,0.013'], { limitTexts });
    const { trades, limits, after } = resultOf(document);
    expect(trades.map(({ side, quantity }) => [side, quantity]).sort()).toEqual([
      ['buy', 5],
      ['sell', 2],
    ]);
    expect(limits).toMatchObject([{ limit: 'trades', value: 1 }]);
    expect(document.status).toBe('ok');
    const net = await result(['BTC-31JUL26-54000-P,3,0.012']);
    expect(after.initialMargin).toBeCloseTo(net.after.initialMargin, 6);
  });

  it('of nothing changes nothing', async () => {
    const { before, after, marginChange, cost, cash, breakdown } = await result(['BTC-31JUL26-54000-P,0,']);
    expect(after).toEqual(before);
    expect([marginChange, cost.total, cash]).toEqual([0, 0, 0]);
    expect(breakdown.amount).toBe(before.initialMargin);
  });

  it('of the opposite book leaves no margin', async () => {
    const { positions } = resultOf(await runMargin(aMarginRequest(BTC), anIo()));
    const rows = positions.map(({ instrument, quantity, price }) => `${instrument},${-quantity},${price}`);
    const { after, marginChange, before } = await result(rows);
    expect(after.initialMargin).toBeCloseTo(0, 6);
    expect(marginChange).toBeCloseTo(-before.initialMargin, 6);
    expect(after.greeksByUnderlying).toEqual([]);
    expect(after.portfolioValue).toBeCloseTo(0, 4);
  });

  it('checks the limits on the book after the trades and on the trades', async () => {
    const changes = { limitTexts: ['vega BTC 90%..110%', 'turnover total ..100000', 'cost total ..1000000'] };
    const far = await whatIf(['BTC-25DEC26-60000-P,-50,'], changes);
    expect(far.status).toBe('no');
    const [vega, turnover, cost] = far.result!.limits;
    expect(vega!.value).toBeLessThan(vega!.min!);
    expect(turnover!.value).toBeCloseTo(50 * INDEX, 4);
    expect(cost!.value).toBeCloseTo(far.result!.cost.total, 9);
    expect((await whatIf(['BTC-25DEC26-60000-P,-1,'], changes)).status).toBe('ok');
  });

  it('says what a trade does in the worst scenario without claiming it keeps a limit', async () => {
    const { trades } = await result(['BTC-17JUL26-65000-C,-10,', 'BTC-17JUL26-70000-C,10,']);
    const why = new Map(trades.map((trade) => [trade.side, trade.why]));
    expect(why.get('sell')).toMatch(/^loses [\d,]+ USD in up .+, vol up$/);
    expect(why.get('buy')).toMatch(/^gains [\d,]+ USD in what would be the worst scenario without it: up .+$/);
  });

  it('can trade what is held and not in the market, at a price of one’s own', async () => {
    const positions = 'fixtures/issues/run-clock-used/positions.csv';
    const document = await whatIf(['BTC-PERPETUAL,-500,60245.61'], { positions });
    expect(resultOf(document).after.greeks.delta).toBeCloseTo(resultOf(document).before.greeks.delta / 2, 9);
  });
});

/** The market file as text: what the fixture says, read without margo. */
function marketRows(): Readonly<Record<string, string>>[] {
  const [header = '', ...rows] = readFileSync(join(ROOT, BTC, 'market.csv'), 'utf8')
    .trimEnd()
    .split('\n');
  const columns = header.split(',');
  return rows.map((row) => Object.fromEntries(row.split(',').map((cell, i) => [columns[i]!, cell])));
}
