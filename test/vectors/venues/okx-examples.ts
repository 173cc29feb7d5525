import { denseAffine, evaluate } from '../../../src/formula/index.js';
import {
  type ChargeTier,
  OKX_PARAMETER_SETS,
  type OkxCoinClass,
  type OkxLine,
  type OkxValues,
  okxPm,
  progressiveCharge,
} from '../../../src/margin/okx-pm/index.js';
import type { VenueRequirement } from '../../../src/margin/venue-requirement.js';
import type { JsonFacts } from '../derive/json-facts.js';
import type { Comparison } from '../vector-case.js';
import { type EntryOutcome, figureOf } from './venue-documents.js';

const EXACT = { relative: 1e-10 };
/** The announcement of 2024-05-31 gives neither index nor mark; they differ by some hundredths of a percent. */
const INDEX_AGAINST_MARK = { relative: 1e-4 };
/** Its MR4 is about this part of the hedged USD amount, its MR7 exactly the other. */
const SPOT_HEDGE_RATE = 0.012;
const CHARGE_RATE = 0.0045;

const VALUES: OkxValues = OKX_PARAMETER_SETS[0]!.values;

/** An example of an announcement, known by its inputs. */
export function okxExample(example: JsonFacts): EntryOutcome {
  const source = example.has('source') ? example.text('source') : 'no source';
  if (!isObject(example, 'inputs')) {
    const tiers = tiersOfText(example.text('inputs'));
    return tiers === null ? { reason: `its inputs are no tiers (${source})` } : tierSum(tiers, example);
  }
  const inputs = example.object('inputs');
  if (inputs.has('MR7_raw')) return tierExample(inputs, example.object('expected'));
  if (inputs.has('spotBTC')) return spotHedgeExample(inputs, example);
  return { reason: `its inputs are known nowhere here (${source})` };
}

function isObject(facts: JsonFacts, key: string): boolean {
  try {
    facts.object(key);
    return true;
  } catch {
    return false;
  }
}

/** A unit of one perpetual of 100,000 USD whose rates are such that MR1 and the raw charge are the example's. */
function tierExample(inputs: JsonFacts, expected: JsonFacts): Comparison[] {
  const usd = 100_000;
  const risk = inputs.number('MR', 0);
  const raw = inputs.number('MR7_raw');
  const coinClass = {
    ...VALUES.coinClasses[0]!,
    priceMoves: [risk / usd],
    extremeMove: 0,
    basisMin: 0,
    minimumChargeRate: raw / usd,
  };
  const tiers = inputs.has('tiers') ? tiersOf(inputs) : VALUES.chargeTiers;
  const requirement = build([perpetual(usd)], { ...VALUES, chargeTiers: tiers }, coinClass, usd);
  return [
    ...figureOf(expected, 'MR7_adj', amountOf(requirement, 'MR7', [1]), EXACT),
    ...figureOf(expected, 'MMR', amountOf(requirement, 'MMR', [1]), EXACT),
  ];
}

/** A part of the whole amount, in USD, and its rate. */
interface TierPart {
  readonly usd: number;
  readonly rate: number;
}

/** `1M*0.75%+4M*1.75%`, a part after the other. */
function tiersOfText(text: string): readonly TierPart[] | null {
  const parts = text.split('+').map((part) => /^\s*([\d.]+)M\s*\*\s*([\d.]+)%\s*$/.exec(part));
  if (!parts.every((part) => part !== null)) return null;
  return parts.map(([, millions, percent]) => ({ usd: 1e6 * Number(millions), rate: Number(percent) / 100 }));
}

/** The same progressive charge as MR7, with rates for multipliers. */
function tierSum(parts: readonly TierPart[], example: JsonFacts): Comparison[] {
  let fromUsd = 0;
  const tiers = parts.map(({ usd, rate }) => {
    const tier = { fromUsd, multiplier: rate };
    fromUsd += usd;
    return tier;
  });
  const charge = progressiveCharge('MR9', denseAffine('amount', Float64Array.of(1)), tiers);
  return figureOf(example, 'printedTotal', () => evaluate(charge, Float64Array.of(fromUsd)), EXACT);
}

/** [from, to, multiplier] each. */
function tiersOf(inputs: JsonFacts): ChargeTier[] {
  const from = inputs.numbers('tiers', 0);
  const multipliers = inputs.numbers('tiers', -1);
  return from.map((fromUsd, k) => ({ fromUsd, multiplier: multipliers[k]! }));
}

/** Spot against a perpetual, before and after June 2024; the index is told by MR7, which is a known part of it. */
function spotHedgeExample(inputs: JsonFacts, example: JsonFacts): Comparison[] {
  const quantities = [inputs.number('spotBTC'), inputs.number('perpBTC')];
  const built = (expected: JsonFacts, spotInBasis: number): VenueRequirement => {
    const index = expected.number('MR7') / CHARGE_RATE / Math.abs(quantities[1]!);
    const coinClass = { ...VALUES.coinClasses[0]!, basisMin: SPOT_HEDGE_RATE };
    const spot: OkxLine = { ...perpetual(index), name: 'BTC', kind: 'spot' };
    return build([spot, perpetual(index)], { ...VALUES, spotInBasis }, coinClass, index);
  };
  const before = example.object('expectedBefore');
  const after = example.object('expectedAfter');
  const old = built(before, 1);
  const present = built(after, 0);
  const worst = (): number => ['MR1', 'MR4', 'MR6'].reduce((sum, name) => sum + amountOf(old, name, quantities)(), 0);
  return [
    ...figureOf(before, 'MR1to6', worst, EXACT),
    ...figureOf(before, 'MMR', amountOf(old, 'MMR', quantities), EXACT),
    ...[
      ...figureOf(after, 'MR4', amountOf(present, 'MR4', quantities), INDEX_AGAINST_MARK),
      ...figureOf(after, 'MMR', amountOf(present, 'MMR', quantities), INDEX_AGAINST_MARK),
    ].map((comparison) => ({ ...comparison, isBound: true as const })),
  ];
}

function perpetual(price: number): OkxLine {
  return {
    name: 'BTC-USDT-SWAP',
    kind: 'perpetual',
    underlying: 'BTC',
    settlement: 'linear',
    unitsPerContract: 1,
    price,
    expiryMs: null,
    option: null,
  };
}

function build(lines: OkxLine[], values: OkxValues, coinClass: OkxCoinClass, indexUsd: number): VenueRequirement {
  const units = [{ underlying: 'BTC', indexUsd }];
  return okxPm({ asOfMs: 0, units, lines }, { ...values, coinClasses: [coinClass] });
}

function amountOf(requirement: VenueRequirement, part: string, quantities: readonly number[]): () => number {
  return () => evaluate(requirement.components[`BTC ${part}`]!, Float64Array.from(quantities));
}
