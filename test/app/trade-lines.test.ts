import { beforeAll, describe, expect, it } from 'vitest';
import { horizonMargin } from '../../src/app/horizon/horizon-margin.js';
import { marginAim } from '../../src/app/margin-aim.js';
import type { PreparedRun } from '../../src/app/prepare-run.js';
import { costLine, tradedFigures, tradeLines } from '../../src/app/trade-lines.js';
import { evaluate } from '../../src/formula/index.js';
import { bookAfter, type HedgeTrade } from '../../src/optimizer/index.js';
import { aPreparedRun } from './a-prepared-run.js';

const FURTHER = ['BTC-31JUL26-56000-P', 'BTC-25SEP26-70000-C'];
const TODAY = { horizonRule: 'now', horizonDays: 0 } as const;
let run: PreparedRun;

beforeAll(async () => {
  run = await aPreparedRun('fixtures/btc-short-strangle', {}, FURTHER);
});

function aTrade(instrument: string, direction: 1 | -1, ...fills: (readonly [number, number])[]): HedgeTrade {
  const line = run.lines.findIndex((one) => one.instrument.name === instrument);
  const quantity = fills.reduce((total, [contracts]) => total + contracts, 0);
  return {
    instrument,
    line,
    direction,
    quantity,
    fills: fills.map(([contracts, price]) => ({
      quantity: contracts,
      level: { price, size: contracts, unitSpread: 30, unitDepth: 0, unitFee: 5 },
    })),
    marginalPrice: null,
    notional: quantity * run.lines[line]!.notional,
  };
}
const lines = (trades: readonly HedgeTrade[], purpose: 'to hedge' | 'as asked' = 'to hedge') =>
  tradeLines(run, trades, bookAfter(run.quantities, trades), purpose, marginAim(run, horizonMargin(run, TODAY)));

describe('tradeLines', () => {
  it('tells side, average price, cost and fee', () => {
    const [line] = lines([aTrade(FURTHER[0]!, 1, [3, 0.02], [1, 0.024])]);
    expect(line).toMatchObject({ instrument: FURTHER[0], side: 'buy', quantity: 4, cost: 140, fee: 20 });
    expect(line!.price).toBeCloseTo(0.021, 12);
    expect(line!.notional).toBeCloseTo(4 * 60_245.61, 4);
  });

  it('saves what the book would need more without that trade alone', () => {
    const trades = [aTrade(FURTHER[0]!, 1, [20, 0.02]), aTrade(FURTHER[1]!, 1, [30, 0.01])];
    const { initial } = run.requirement;
    const both = evaluate(initial, bookAfter(run.quantities, trades));
    for (const line of lines(trades)) {
      const others = trades.filter(({ instrument }) => instrument !== line.instrument);
      expect(line.marginSaved).toBeCloseTo(evaluate(initial, bookAfter(run.quantities, others)) - both, 6);
    }
  });

  it('puts the trade that saves most first, then by name', () => {
    const saved = lines([aTrade(FURTHER[0]!, 1, [1, 0.02]), aTrade(FURTHER[1]!, 1, [30, 0.01])]);
    expect(saved[0]!.marginSaved).toBeGreaterThanOrEqual(saved[1]!.marginSaved);
    const none = lines([aTrade(FURTHER[1]!, 1, [0, 1]), aTrade(FURTHER[0]!, 1, [0, 1])]);
    expect(none.map(({ instrument }) => instrument)).toEqual([FURTHER[1], FURTHER[0]].sort());
  });

  it('says what each does in the scenario that would be the worst without it', () => {
    const [call, more] = [aTrade(FURTHER[1]!, 1, [30, 0.01]), aTrade(FURTHER[1]!, -1, [30, 0.01])];
    expect(lines([call])[0]!.why).toMatch(/^gains [\d,]+ USD in what would be the worst scenario without it: up /);
    expect(lines([more])[0]!.why).toMatch(/^keeps a limit: loses [\d,]+ USD in up /);
    expect(lines([more], 'as asked')[0]!.why).toMatch(/^loses [\d,]+ USD in up /);
  });

  it('groups thousands in what it says', () => {
    const [line] = lines([aTrade(FURTHER[1]!, 1, [300, 0.01])]);
    expect(line!.why).toMatch(/gains \d{1,3}(,\d{3})+ USD/);
  });

  it('says so where nothing is lost without the trade', async () => {
    const empty = await aPreparedRun(
      'fixtures/issues/run-empty-book',
      { market: 'fixtures/btc-short-strangle/market.csv' },
      FURTHER,
    );
    const buy = { ...aTrade(FURTHER[0]!, 1, [1, 0.02]), line: 0 };
    const [line] = tradeLines(
      empty,
      [buy],
      bookAfter(empty.quantities, [buy]),
      'as asked',
      marginAim(empty, horizonMargin(empty, TODAY)),
    );
    expect(line!.why).toBe('no scenario loses money without it');
    expect(line!.marginSaved).toBeLessThan(0);
  });
});

describe('tradedFigures', () => {
  it('adds up cost, notional and contracts by line', () => {
    const trades = [
      aTrade(FURTHER[0]!, 1, [3, 0.02]),
      aTrade(FURTHER[0]!, -1, [1, 0.02]),
      aTrade(FURTHER[1]!, 1, [2, 0.02]),
    ];
    const { cost, notional, contracts } = tradedFigures(run.lines.length, trades);
    const [first, second] = FURTHER.map((name) => run.lines.findIndex((line) => line.instrument.name === name));
    expect([cost[first!], cost[second!]]).toEqual([140, 70]);
    expect(notional[first!]).toBeCloseTo(4 * 60_245.61, 4);
    expect(cost.reduce((total, one) => total + one, 0)).toBe(costLine(trades).total);
    expect([contracts[first!], contracts[second!]]).toEqual([4, 2]);
  });
});

describe('costLine', () => {
  it('is spread, depth and fees', () => {
    expect(costLine([aTrade(FURTHER[0]!, 1, [3, 0.02])])).toEqual({ spread: 90, depth: 0, fees: 15, total: 105 });
    expect(costLine([])).toEqual({ spread: 0, depth: 0, fees: 0, total: 0 });
  });
});
