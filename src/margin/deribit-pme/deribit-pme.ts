import { constant, denseAffine, type Formula, max, scale, sum } from '../../formula/index.js';
import { lineValue, yearsToExpiry } from '../venue-lines/index.js';
import type { VenueRequirement, VenueScenario } from '../venue-requirement.js';
import { deltaShock } from './delta-shock.js';
import { lossBeyondDampener, type PairBook, type PmeBook, pairRelief, rawLoss, relievedLoss } from './pair-loss.js';
import type { PmeInputs } from './pme-inputs.js';
import { type PmeScenario, pmeScenarios } from './pme-scenario.js';
import type { PmeValues } from './pme-values.js';
import { isLeastRollShock, rollShock } from './roll-shock.js';

/**
 * Deribit's portfolio margin (segregated, S:PM) of one settlement currency, in that currency:
 *
 * ```
 * risk matrix = worst case + roll shock + delta shock
 * initial     = risk matrix + spot + mmp + open orders
 * maintenance = mm factor x risk matrix
 * ```
 *
 * `worst case` is the largest loss over the standard scenarios and the extended table, each summed over currency pairs
 * after dampener and offset. The venue rounds it to nine decimals, which no formula can: see `pmeFigures`.
 *
 * Convex for one pair and `deltaShock: 'convex'`. Two things are not: the delta shock by the `rule` (only above its
 * threshold), and, with several pairs, a credit beside a dampener.
 *
 * Components: `worst case`, `roll shock`, `delta shock`, `risk matrix`, and for every scenario `raw NAME` (loss before
 * offset and dampener) and `aggregated NAME` (after them).
 *
 * SOURCE: docs.deribit.com `private/pme/simulate`; support article 25944756247837. Confirmed for futures to the last
 * digit; options, and futures whose roll shock is above its minimum, are `confidence: model`.
 *
 * @throws RangeError when a coin book has several pairs, pairs have different buckets, an offset is not within 0 and 1,
 * or a line belongs to no pair
 */
export function deribitPme(inputs: PmeInputs, values: PmeValues): VenueRequirement {
  const { lines, asOfMs, money } = inputs;
  const book: PmeBook = { lines, asOfMs, money };
  const pairs = pairBooks(inputs, values);
  const scenarios = scenarioLosses(pairs, book);
  const worstCase = max(
    'worst case',
    scenarios.map(({ counted }) => counted),
  );
  const shocks = { roll: rollShock(pairs, book), delta: deltaShock(pairs, book, inputs.deltaShock ?? 'rule') };
  const riskMatrix = sum('risk matrix', [worstCase, shocks.roll, shocks.delta]);
  const components: Record<string, Formula> = {
    'worst case': worstCase,
    'roll shock': shocks.roll,
    'delta shock': shocks.delta,
    'risk matrix': riskMatrix,
  };
  for (const { scenario, raw, aggregated } of scenarios) {
    components[`raw ${scenario.name}`] = raw;
    components[`aggregated ${scenario.name}`] = aggregated;
  }
  return {
    initial: sum('initial margin', [riskMatrix, ...otherMargins(inputs)]),
    maintenance: scale('maintenance margin', values.mmFactor, riskMatrix),
    value: denseAffine(
      'value',
      Float64Array.from(lines, (line) => lineValue(line, yearsToExpiry(line, asOfMs), money)),
    ),
    scenarios: scenarios.map(({ scenario, counted }) => venueScenario(scenario, counted)),
    components,
    confidence: lines.every(({ option }) => option === null) && isLeastRollShock(pairs, book) ? 'verified' : 'model',
  };
}

function pairBooks(inputs: PmeInputs, values: PmeValues): PairBook[] {
  const { pairs, lines, money } = inputs;
  if (money === 'coin' && pairs.length !== 1) {
    throw new RangeError(`a book in coin has one currency pair, not ${pairs.length}`);
  }
  const known = new Set(pairs.map(({ underlying }) => underlying));
  const stray = lines.find(({ underlying }) => !known.has(underlying));
  if (stray !== undefined) throw new RangeError(`'${stray.name}' is of '${stray.underlying}', which is no pair here`);
  return pairs.map(({ underlying, index, values: own = values }) => {
    if (!(own.pnlOffset >= 0 && own.pnlOffset <= 1)) throw new RangeError(`pnlOffset ${own.pnlOffset} is not a part`);
    if (!sameShape(own, values)) throw new RangeError(`'${underlying}' has other buckets than the run`);
    const columns = lines.flatMap((line, column) => (line.underlying === underlying ? [column] : []));
    return { underlying, index, values: own, columns };
  });
}

function sameShape(a: PmeValues, b: PmeValues): boolean {
  return a.bucketsPerSide === b.bucketsPerSide && a.extendedMoves.length === b.extendedMoves.length;
}

interface ScenarioLoss {
  readonly scenario: PmeScenario;
  /** Before offset and dampener. */
  readonly raw: Formula;
  /** After them, exactly. */
  readonly aggregated: Formula;
  /** What the worst case compares. */
  readonly counted: Formula;
}

/** Bucket by bucket: pairs with other ranges move by their own, in the same bucket. */
function scenarioLosses(pairs: readonly PairBook[], book: PmeBook): ScenarioLoss[] {
  const perPair = pairs.map((pair) => pmeScenarios(pair.values));
  return perPair[0]!.map((scenario, s) => {
    const parts = pairs.map((pair, p) => {
      const own = perPair[p]![s]!;
      const relief = pairRelief(pair, own, book.money);
      const raw = rawLoss(pair, own, book);
      const name = pairs.length === 1 ? scenario.name : `${pair.underlying} ${own.name}`;
      const aggregated = relievedLoss(name, raw, relief);
      // The unchanged scenario never loses, so of one pair a gain can never be the worst case: no `min` node is needed.
      const counted = pairs.length === 1 && relief.dampener > 0 ? lossBeyondDampener(name, raw, relief) : aggregated;
      return { raw, aggregated, counted };
    });
    const total = (part: 'raw' | 'aggregated' | 'counted'): Formula =>
      parts.length === 1
        ? parts[0]![part]
        : sum(
            scenario.name,
            parts.map((one) => one[part]),
          );
    return { scenario, raw: total('raw'), aggregated: total('aggregated'), counted: total('counted') };
  });
}

function venueScenario({ name, move, volatility, weight }: PmeScenario, loss: Formula): VenueScenario {
  return { name, loss, spotMove: move, volatility, weight };
}

function otherMargins({ otherMargins: others = {} }: PmeInputs): Formula[] {
  return [
    constant('spot margin', others.spot ?? 0),
    constant('market maker protection', others.mmp ?? 0),
    constant('open orders', others.openOrders ?? 0),
  ];
}
