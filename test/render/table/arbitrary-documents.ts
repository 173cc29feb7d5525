/** Random documents of sane sizes: amounts up to a trillion, names up to sixty characters of any script, any number of rows. */
import fc from 'fast-check';
import type {
  Breakdown,
  Conflict,
  LimitLine,
  MarginDocument,
  MarginResult,
  OptimizeDocument,
  OptimizeResult,
  TradeLine,
} from '../../../src/schema/index.js';
import { marginDocument, marginResult, optimizeDocument, optimizeResult } from '../documents.js';

const amount = fc.double({ min: -1e12, max: 1e12, noNaN: true });
const positive = fc.double({ min: 0, max: 1e12, noNaN: true });
const fraction = fc.double({ min: -10, max: 10, noNaN: true });
const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
const nullable = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });

const breakdown: fc.Arbitrary<Breakdown> = fc.letrec<{ node: Breakdown }>((tie) => ({
  node: fc.record({
    name,
    amount,
    active: fc.boolean(),
    children: fc.oneof({ maxDepth: 5 }, fc.constant<Breakdown[]>([]), fc.array(tie('node'), { maxLength: 6 })),
  }),
})).node;

const greeks = fc.record({
  delta: amount,
  gamma: fraction,
  vega: amount,
  theta: amount,
  rho: amount,
  vanna: fraction,
  volga: amount,
  deltaCash: amount,
});

const worstScenario = fc.record({
  name,
  loss: amount,
  shocks: fc.array(
    fc.record({
      underlying: name,
      priceMove: fraction,
      level: positive,
      volatility: fc.constantFrom('up' as const, 'none' as const, 'down' as const),
      weight: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { maxLength: 4 },
  ),
});

const positions = fc.array(
  fc.record({
    instrument: name,
    quantity: amount,
    price: nullable(positive),
    value: amount,
    standaloneMargin: positive,
    worstScenarioPnl: amount,
  }),
  { maxLength: 40 },
);

const limit: fc.Arbitrary<LimitLine> = fc.record({
  limit: fc.constantFrom('delta', 'turnover'),
  scope: name,
  unit: name,
  value: amount,
  min: nullable(amount),
  max: nullable(amount),
  before: amount,
  priority: fc.constantFrom('hard' as const, 1, 5),
  binding: fc.boolean(),
  shadowPrice: positive,
  relaxedBy: fc.constantFrom(0, 12.5),
});

const price = fc.double({ min: 0, max: 1e6, noNaN: true });

const trade: fc.Arbitrary<TradeLine> = fc.record({
  instrument: name,
  side: fc.constantFrom('buy' as const, 'sell' as const),
  quantity: fc.double({ min: 0, max: 1e6, noNaN: true }),
  price,
  limitPrice: price,
  marginalPrice: nullable(price),
  fills: fc.array(fc.record({ price, quantity: positive, unitCost: positive }), { maxLength: 3 }),
  notional: positive,
  cost: fc.double({ min: -1e9, max: 1e9, noNaN: true }),
  fee: fc.double({ min: 0, max: 1e9, noNaN: true }),
  marginSaved: amount,
  why: fc.string({ unit: 'grapheme', maxLength: 200 }),
});

const result: fc.Arbitrary<MarginResult> = fc
  .record({
    initialMargin: amount,
    excess: nullable(amount),
    worstScenario: nullable(worstScenario),
    breakdown,
    scenarios: fc.array(fc.record({ name, pnl: amount, weight: fc.constantFrom(0.33, 1) }), { maxLength: 12 }),
    greeks: fc.record({
      total: greeks,
      byUnderlying: fc.array(
        fc.tuple(name, positive, greeks).map(([underlying, level, figures]) => ({ underlying, level, ...figures })),
        { maxLength: 3 },
      ),
      byExpiry: fc.constant<MarginResult['greeks']['byExpiry']>([]),
    }),
    positions,
    limits: fc.array(limit, { maxLength: 4 }),
  })
  .map((parts) => ({ ...marginResult, ...parts }));

export const arbitraryMargin: fc.Arbitrary<MarginDocument> = result.map((made) => ({
  ...marginDocument,
  result: made,
}));

export const arbitraryOptimize: fc.Arbitrary<OptimizeDocument> = fc
  .record({
    trades: fc.array(trade, { maxLength: 6 }),
    limits: fc.array(limit, { maxLength: 6 }),
    conflict: nullable(
      fc.record({ limits: fc.array(name, { maxLength: 4 }), relaxations: fc.constant<Conflict['relaxations']>([]) }),
    ),
    objective: nullable(amount),
    bound: nullable(amount),
    gap: nullable(positive),
    candidates: fc.record({
      considered: fc.nat(1e6),
      excluded: fc.array(fc.record({ instrument: name, reason: name }), { maxLength: 30 }),
    }),
  })
  .map((parts): OptimizeResult => ({ ...optimizeResult, ...parts }))
  .map((made) => ({ ...optimizeDocument, result: made }));
