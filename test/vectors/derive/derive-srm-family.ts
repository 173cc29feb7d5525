import { evaluate, type Formula } from '../../../src/formula/index.js';
import { deriveSrm, type SrmLine, type SrmMarket, type SrmValues } from '../../../src/margin/derive-srm/index.js';
import type { Comparison, VectorFamily } from '../vector-case.js';
import type { JsonFacts } from './json-facts.js';
import { listedCases } from './listed-cases.js';
import { type HeldLine, netLines } from './net-lines.js';
import { statedComparison } from './stated-tolerance.js';

/**
 * Derive's standard manager: cases with markets and holdings inlined, figures once per file. Not stated are: no holding,
 * zero cash and unrealised profit, full confidence, a stable coin at its peg, a base scale of one.
 */
export const deriveSrmFamily: VectorFamily = {
  name: 'derive-srm',
  run: (folder) => listedCases('derive-srm', folder, compare),
};

function compare(facts: JsonFacts, document: JsonFacts): Comparison[] {
  const held = holdingsOf(facts);
  const requirement = deriveSrm(
    held.map(({ line }) => line),
    { stablePrice: facts.number('stable', 1), markets: facts.list('markets').map(marketOf) },
    valuesOf((facts.has('params') ? facts : document).object('params'), facts),
  );
  const quantities = Float64Array.from(held, ({ quantity }) => quantity);
  const amount = (formula: Formula): number => evaluate(formula, quantities);
  const value = amount(requirement.value);
  const ours: Readonly<Record<string, number>> = {
    MM: value - amount(requirement.maintenance),
    IM: value - amount(requirement.initial),
    mtm: value,
  };
  const expected = facts.object('expected');
  return Object.entries(ours)
    .filter(([field]) => field !== 'mtm' || expected.has(field))
    .map(([field, figure]) => statedComparison(facts, field, figure, expected.number(field)));
}

function holdingsOf(facts: JsonFacts): HeldLine<SrmLine>[] {
  const markets = facts.list('markets');
  const profit = markets.reduce(
    (total, market) => total + (market.number('perps', 0) === 0 ? 0 : market.number('perpValue', 0)),
    0,
  );
  const held: HeldLine<SrmLine>[] = [
    ...markets.flatMap(marketHoldings),
    { line: { kind: 'cash', name: 'cash' }, quantity: facts.number('cash', 0) + profit },
  ];
  // The rules ask what is held, so a line of nothing is no line.
  return netLines(held, ({ kind, name }) => `${kind} ${name}`).filter(({ quantity }) => quantity !== 0);
}

function marketHoldings(market: JsonFacts): HeldLine<SrmLine>[] {
  const underlying = market.text('underlying');
  const options = market.list('expiries').flatMap((expiry) => {
    const secondsToExpiry = expiry.number('secToExpiry');
    return expiry.list('options').map((option): HeldLine<SrmLine> => {
      const strike = option.number('strike');
      const right = option.flag('isCall') ? 'C' : 'P';
      const name = `${underlying} ${secondsToExpiry} ${strike} ${right}`;
      const volatility = option.number('vol');
      return {
        line: { kind: 'option', underlying, name, secondsToExpiry, strike, right, volatility },
        quantity: option.number('amount'),
      };
    });
  });
  return [
    ...options,
    { line: { kind: 'perpetual', underlying, name: underlying }, quantity: market.number('perps', 0) },
    { line: { kind: 'base', underlying, name: underlying }, quantity: market.number('base', 0) },
  ];
}

function marketOf(market: JsonFacts): SrmMarket {
  return {
    underlying: market.text('underlying'),
    spot: market.number('spot'),
    spotConfidence: market.number('spotConf', 1),
    perpetual:
      market.number('perps', 0) === 0
        ? null
        : { price: market.number('perpPrice'), confidence: market.number('perpConf', 1) },
    expiries: market.list('expiries').map((expiry) => ({
      name: `${market.text('underlying')} ${expiry.number('secToExpiry')} s`,
      secondsToExpiry: expiry.number('secToExpiry'),
      forward: expiry.number('forward'),
      forwardConfidence: expiry.number('forwardConf', 1),
      volatilityConfidence: expiry.number('volConf', 1),
    })),
  };
}

function valuesOf(params: JsonFacts, facts: JsonFacts): SrmValues {
  const [perp, option, oracle, depeg] = ['perp', 'option', 'oracle', 'depeg'].map((group) => params.object(group));
  const alike = (figure: number) => ({ default: figure });
  return {
    perpMaintenance: alike(perp!.number('mm')),
    perpInitial: alike(perp!.number('im')),
    maxSpotReq: alike(option!.number('maxSpotReq')),
    minSpotReq: alike(option!.number('minSpotReq')),
    maintenanceCallSpotReq: alike(option!.number('mmCallSpotReq')),
    maintenancePutSpotReq: alike(option!.number('mmPutSpotReq')),
    maintenancePutPriceReq: alike(option!.number('mmPutMtmReq')),
    unpairedInitial: alike(option!.number('unpairedIMScale')),
    unpairedMaintenance: alike(option!.number('unpairedMMScale')),
    maintenanceOffset: alike(option!.number('mmOffsetScale')),
    baseMarginFactor: alike(facts.number('baseMarginFactor')),
    baseInitialScale: alike(facts.number('baseIMScale', 1)),
    perpConfidenceThreshold: oracle!.number('perpThreshold'),
    optionConfidenceThreshold: oracle!.number('optionThreshold'),
    baseConfidenceThreshold: oracle!.number('baseThreshold'),
    confidenceMargin: oracle!.number('factor'),
    pegLossThreshold: depeg!.number('threshold'),
    pegLossFactor: depeg!.number('factor'),
  };
}
