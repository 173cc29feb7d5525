import { describe, expect, it } from 'vitest';
import type { Crif, CrifAddOn, CrifScheduleRow } from '../../../src/domain/index.js';
import {
  isSelected,
  netOfColumns,
  netSensitivities,
  scheduleMargin,
  sensitivityColumns,
  simm,
  simmBook,
  simmComponents,
} from '../../../src/margin/simm/index.js';
import { factorOf, termsOf } from './simm-books.js';

const source = (trade: string, portfolio: string, collect: string[] = [], post: string[] = []) => ({
  ...{ trade, portfolio, collect, post },
});

/** Four rows of two names: a, b of netting set P, c of Q. */
const FILE: Crif = {
  factors: [factorOf('Equity,Risk_Equity,A,1'), factorOf('Equity,Risk_Equity,B,5')],
  sources: [source('a', 'P', ['SEC', 'ESA'], ['CFTC']), source('b', 'P'), source('c', 'Q', ['ESA'])],
  factorOf: Int32Array.of(0, 1, 0, 0),
  sourceOf: Int32Array.of(0, 0, 1, 2),
  amountsUsd: Float64Array.of(100, 10, 1000, 1),
  addOns: [],
  schedule: [],
};

const withRows = (addOns: readonly CrifAddOn[], schedule: readonly CrifScheduleRow[] = []): Crif => ({
  ...FILE,
  addOns,
  schedule,
});

describe('net sensitivities', () => {
  it.each([
    ['all', { side: 'call' }, [1101, 10]],
    ['the other side', { side: 'post' }, [-1101, -10]],
    ['a netting set', { side: 'call', portfolio: 'P' }, [1100, 10]],
    ['a regime that collects, and rows of any regime', { side: 'call', regulation: 'SEC' }, [1100, 10]],
    ['a regime under which one posts', { side: 'post', regulation: 'CFTC' }, [-1101, -10]],
    ['a regime that not every trade is under', { side: 'post', regulation: 'SEC' }, [-1001, -0]],
  ] as const)('are those of %s', (_what, selection, expected) => {
    expect([...netSensitivities(FILE, selection)]).toEqual(expected.map((usd) => usd + 0));
  });

  it('select sources, not rows', () => {
    expect(FILE.sources.map((one) => isSelected(one, { side: 'call', portfolio: 'Q', regulation: 'SEC' }))).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe('columns of sensitivities', () => {
  it('are trades, and net for a book of them', () => {
    const columns = sensitivityColumns(FILE, { side: 'call' });
    expect(columns.names).toEqual(['a', 'b', 'c']);
    expect([...netOfColumns(columns, Float64Array.of(1, 1, 1))]).toEqual([1101, 10]);
    expect([...netOfColumns(columns, Float64Array.of(2, 0, -1))]).toEqual([199, 20]);
  });

  it('may be netting sets, or one side and regime', () => {
    const sets = sensitivityColumns(FILE, { side: 'post' }, ({ portfolio }) => portfolio);
    expect(sets.names).toEqual(['P', 'Q']);
    expect([...netOfColumns(sets, Float64Array.of(1, 0))]).toEqual([-1100, -10]);
    expect(sensitivityColumns(FILE, { side: 'call', portfolio: 'Q' }).names).toEqual(['c']);
  });
});

describe('add-ons', () => {
  const TERMS = termsOf('2.5');
  const plain = simm(simmBook(FILE, { side: 'call' }), TERMS).amount;
  const amount = (...addOns: readonly CrifAddOn[]) => simm(simmBook(withRows(addOns), { side: 'call' }), TERMS).amount;

  it('multiply a product class, add fixed amounts and a per cent of net notionals', () => {
    const equity: CrifAddOn = { kind: 'multiplier', name: 'Equity', amount: 1.25, source: 0 };
    const other: CrifAddOn = { kind: 'multiplier', name: 'Credit', amount: 3, source: 0 };
    expect(amount(equity, other)).toBeCloseTo(1.25 * plain, 8);
    const fixed: CrifAddOn = { kind: 'fixed', name: '', amount: 7, source: 0 };
    expect(amount(fixed, fixed)).toBeCloseTo(plain + 14, 8);
    const factor: CrifAddOn = { kind: 'factor', name: 'Alpha', amount: 12.5, source: 0 };
    const notional = (usd: number): CrifAddOn => ({ kind: 'notional', name: 'Alpha', amount: usd, source: 0 });
    expect(amount(factor, notional(100), notional(-180))).toBeCloseTo(plain + 10, 8);
    expect(amount(notional(100))).toBeCloseTo(plain, 8);
  });

  it('are lines of the breakdown and a component', () => {
    const fixed: CrifAddOn = { kind: 'fixed', name: '', amount: 7, source: 0 };
    const total = simm(simmBook(withRows([fixed]), { side: 'call' }), TERMS);
    expect(total.children.at(-1)).toEqual({
      ...{ level: 'addOns', name: 'AddOn', amount: 7 },
      children: [{ level: 'addOn', name: 'fixed', amount: 7, children: [] }],
    });
    const components = simmComponents(total, TERMS.values);
    expect(components.get('AddOn/All/All/All')).toBe(7);
    expect(components.get('All/All/All/All')).toBe(total.amount);
    expect(components.get('Equity/Equity/Delta/1')).toBeCloseTo(26 * 1101, 8);
  });

  it('count for their own netting set', () => {
    const fixed: CrifAddOn = { kind: 'fixed', name: '', amount: 7, source: 2 };
    expect(simmBook(withRows([fixed]), { side: 'call', portfolio: 'P' }).addOns).toEqual([]);
    expect(simmBook(withRows([fixed]), { side: 'call', portfolio: 'Q' }).addOns).toEqual([fixed]);
  });
});

describe('the schedule', () => {
  const AS_OF = Date.UTC(2020, 11, 28);
  const row = (
    kind: CrifScheduleRow['kind'],
    productClass: CrifScheduleRow['productClass'],
    amountUsd: number,
    end: string,
    owner = 0,
  ): CrifScheduleRow => ({ kind, productClass, amountUsd, endMs: Date.parse(end), source: owner });
  const margin = (side: 'call' | 'post', ...rows: readonly CrifScheduleRow[]) =>
    scheduleMargin(withRows([], rows), { side }, AS_OF);

  // Rates: BCBS 317, appendix A.
  it.each([
    ['Rates', '2022-12-28', 1],
    ['Rates', '2022-12-29', 2],
    ['Rates', '2025-12-28', 2],
    ['Rates', '2025-12-29', 4],
    ['Credit', '2021-06-30', 2],
    ['Credit', '2024-06-30', 5],
    ['Credit', '2050-06-30', 10],
    ['FX', '2021-06-30', 6],
    ['Equity', '2050-06-30', 15],
    ['Commodity', '2021-06-30', 15],
    ['Other', '2024-06-30', 15],
  ] as const)('charges %s until %s %d per cent', (productClass, end, perCent) => {
    const { gross, grossByProductClass } = margin('call', row('notional', productClass, -100, end));
    expect(gross).toBeCloseTo(perCent, 12);
    expect([...grossByProductClass.keys()]).toEqual([productClass]);
  });

  it('relieves by netting of values', () => {
    const rows = [
      row('notional', 'Rates', 98_966, '2022-01-01', 0),
      row('value', 'Rates', 4804.86, '2022-01-01', 0),
      row('value', 'Rates', -4303.8, '2022-01-01', 1),
    ];
    // The figures of Open Source Risk Engine's example: 989.66, 501.06 / 4,804.86, 457.79; 395.86 on the other side.
    const call = margin('call', ...rows);
    expect(call.netToGross).toBeCloseTo(501.06 / 4804.86, 12);
    expect(call.margin).toBeCloseTo(457.79, 2);
    expect(margin('post', ...rows).margin).toBeCloseTo(395.86, 2);
  });

  it('takes rows of one trade as one trade', () => {
    const halves = [row('notional', 'Rates', 60, '2022-01-01'), row('notional', 'Rates', -40, '2022-01-01')];
    expect(margin('call', ...halves).gross).toBeCloseTo(0.2, 12);
    const apart = [halves[0]!, { ...halves[1]!, source: 1 }];
    expect(margin('call', ...apart).gross).toBeCloseTo(1, 12);
  });

  it('is nothing for nothing', () => {
    const call = margin('call');
    expect([call.margin, call.gross, call.netToGross]).toEqual([0, 0, 0]);
  });
});
