import type { Crif, CrifFactor } from '../../domain/index.js';
import { TradeRows } from '../../margin/index.js';
import { MarketView, valueInstrument } from '../../scenario/index.js';
import type { SampleUniverse } from '../sample-universe.js';
import { tradeMarket, tradePosition } from './trade-market.js';

const AS_OF = Date.UTC(2026, 0, 1);

const NO_TERMS = { bucket: '', label1: '', label2: '' };

const FACTORS: readonly CrifFactor[] = [
  { ...NO_TERMS, productClass: 'RatesFX', riskType: 'Risk_IRCurve', qualifier: 'USD', label1: '5y', label2: 'OIS' },
  { ...NO_TERMS, productClass: 'RatesFX', riskType: 'Risk_FX', qualifier: 'EUR' },
  { ...NO_TERMS, productClass: 'Equity', riskType: 'Risk_Equity', qualifier: 'ACME', bucket: '5' },
  { ...NO_TERMS, productClass: 'Equity', riskType: 'Risk_EquityVol', qualifier: 'ACME', bucket: '5', label1: '1y' },
];

/** A trade with four sensitivities: what the formula of a model of sensitivities is shown on. */
export function sampleTrades(): SampleUniverse {
  const count = FACTORS.length;
  const crif: Crif = {
    factors: FACTORS,
    sources: [{ trade: 'T1', portfolio: '', collect: [], post: [] }],
    factorOf: Int32Array.from({ length: count }, (_, k) => k),
    sourceOf: new Int32Array(count),
    amountsUsd: new Float64Array(count).fill(1000),
    addOns: [],
    schedule: [],
  };
  const trades = new TradeRows(crif);
  const view = new MarketView(tradeMarket(trades.names, trades.names, null), AS_OF, 'USD');
  const lines = trades.names.map((name) => {
    const valuation = valueInstrument(tradePosition(name).instrument, null, view);
    if (valuation.status === 'failed') throw new Error(`the sample has no value: ${valuation.detail}`);
    return valuation.value;
  });
  return { lines, view, trades };
}
