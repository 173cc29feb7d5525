import { evaluate, type Formula } from '../../../src/formula/index.js';
import {
  derivePm1,
  type Pm1ExpiryFeed,
  type Pm1Line,
  type Pm1Scenario,
  type Pm1Values,
} from '../../../src/margin/derive-pm1/index.js';
import type { Comparison, VectorFamily } from '../vector-case.js';
import type { JsonFacts } from './json-facts.js';
import { listedCases } from './listed-cases.js';
import { type HeldLine, netLines } from './net-lines.js';
import { statedComparison } from './stated-tolerance.js';

/**
 * Derive PMRM: cases with figures, market and portfolio inlined, scenarios once per file. Not stated are: no holding, zero
 * cash and unrealised profit, full confidence, a stable coin at its peg.
 */
export const derivePm1Family: VectorFamily = {
  name: 'derive-pm1',
  run: (folder) => listedCases('derive-pm1', folder, compare),
};

function compare(facts: JsonFacts, document: JsonFacts): Comparison[] {
  const market = facts.object('market');
  const portfolio = facts.object('portfolio');
  const scenarios = (facts.has('scenarios') ? facts : document).list('scenarios', 'required').map(scenarioOf);
  const perpetuals = portfolio.number('perps', 0);
  const held = holdingsOf(portfolio, perpetuals);
  const requirement = derivePm1(
    held.map(({ line }) => line),
    {
      spot: market.number('spot'),
      spotConfidence: market.number('spotConf', 1),
      perpetual:
        perpetuals === 0 ? null : { price: market.number('perpPrice'), confidence: market.number('perpConf', 1) },
      stablePrice: market.number('stable', 1),
      expiries: portfolio.list('expiries').map(feedOf),
    },
    { ...valuesOf(facts.object('params')), scenarios },
  );
  const quantities = Float64Array.from(held, ({ quantity }) => quantity);
  const amount = (formula: Formula): number => evaluate(formula, quantities);
  const { initial, maintenance, value, components } = requirement;
  const ours: Readonly<Record<string, number>> = {
    MM: amount(value) - amount(maintenance),
    IM: amount(value) - amount(initial),
    // Profit of the perpetual is part of their mark to market, cash is not.
    mtmExCash: amount(value) - portfolio.number('cash', 0),
    basisContingency: -amount(components.forwardContingency!),
    staticContingency: amount(components.staticContingency!),
    oracleContingency: amount(components.oracle!),
    lossFactor: amount(components.initialLossFactor!),
  };
  const expected = facts.object('expected');
  return Object.entries(ours)
    .filter(([field]) => field === 'MM' || field === 'IM' || expected.has(field))
    .map(([field, figure]) => statedComparison(facts, field, figure, expected.number(field)));
}

function holdingsOf(portfolio: JsonFacts, perpetuals: number): HeldLine<Pm1Line>[] {
  const options = portfolio.list('expiries').flatMap((expiry) => {
    const secondsToExpiry = expiry.number('secToExpiry');
    return expiry.list('options').map((option): HeldLine<Pm1Line> => {
      const strike = option.number('strike');
      const right = option.flag('isCall') ? 'C' : 'P';
      const name = `${secondsToExpiry} ${strike} ${right}`;
      const volatility = option.number('vol');
      return {
        line: { kind: 'option', name, secondsToExpiry, strike, right, volatility },
        quantity: option.number('amount'),
      };
    });
  });
  const profit = perpetuals === 0 ? 0 : portfolio.number('perpValue', 0);
  const held: HeldLine<Pm1Line>[] = [
    ...options,
    { line: { kind: 'perpetual', name: 'perpetual' }, quantity: perpetuals },
    { line: { kind: 'base', name: 'base' }, quantity: portfolio.number('base', 0) },
    { line: { kind: 'cash', name: 'cash' }, quantity: portfolio.number('cash', 0) + profit },
  ];
  // The rules ask what is held, so a line of nothing is no line.
  return netLines(held, ({ kind, name }) => `${kind} ${name}`).filter(({ quantity }) => quantity !== 0);
}

function scenarioOf(facts: JsonFacts): Pm1Scenario {
  return {
    spotShock: facts.number('spotShock'),
    volatility: facts.text('volShock').toLowerCase() as Pm1Scenario['volatility'],
  };
}

function feedOf(facts: JsonFacts): Pm1ExpiryFeed {
  const secondsToExpiry = facts.number('secToExpiry');
  return {
    name: `${secondsToExpiry} s`,
    secondsToExpiry,
    forward: { fixed: facts.number('forwardFixed', 0), variable: facts.number('forwardVariable') },
    forwardConfidence: facts.number('forwardConf', 1),
    rate: facts.number('rate'),
    rateConfidence: facts.number('rateConf', 1),
    volatilityConfidence: facts.number('volConf', 1),
  };
}

function valuesOf(params: JsonFacts): Omit<Pm1Values, 'scenarios'> {
  return {
    basisSpotUp: params.number('scenarioSpotUp'),
    basisSpotDown: params.number('scenarioSpotDown'),
    basisAddFactor: params.number('basisContAddFactor'),
    basisMultFactor: params.number('basisContMultFactor'),
    pegLossThreshold: params.number('pegLossThreshold'),
    pegLossFactor: params.number('pegLossFactor'),
    confidenceThreshold: params.number('confThreshold'),
    confidenceMargin: params.number('confMargin'),
    baseRate: params.number('basePercent'),
    perpRate: params.number('perpPercent'),
    optionRate: params.number('optionPercent'),
    initialFactor: params.number('imFactor'),
    baseStaticDiscount: params.number('baseStaticDiscount'),
    rateMultiplier: params.number('rateMultScale'),
    rateAdd: params.number('rateAddScale'),
    volRangeUp: params.number('volRangeUp'),
    volRangeDown: params.number('volRangeDown'),
    shortTermPower: params.number('shortTermPower'),
    longTermPower: params.number('longTermPower'),
    dteFloorDays: params.number('dteFloorSec') / 86_400,
  };
}
