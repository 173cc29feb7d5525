import { evaluate } from '../../../src/formula/index.js';
import {
  OKX_PARAMETER_SETS,
  type OkxCoinClass,
  type OkxLine,
  type OkxUnit,
  type OkxValues,
  okxPm,
} from '../../../src/margin/okx-pm/index.js';
import type { JsonFacts } from '../derive/json-facts.js';
import type { Comparison, VectorFamily } from '../vector-case.js';
import { okxExample } from './okx-examples.js';
import { type EntryOutcome, figureOf, runDocuments, type VenueEntry } from './venue-documents.js';

/** Exact but for the last digits of a double. */
const EXACT = { relative: 1e-10 };

const VALUES: OkxValues = OKX_PARAMETER_SETS[0]!.values;

/** OKX portfolio margin: risk units of a position-builder response, its account totals, and announced examples. */
export const okxPmFamily: VectorFamily = {
  name: 'okx-pm',
  run: (folder) => runDocuments('okx-pm', folder, entriesOf),
};

function entriesOf(document: JsonFacts): readonly VenueEntry[] {
  const units = document.list('riskUnits');
  const entries: VenueEntry[] = units.map((unit) => ({
    name: `unit ${unit.has('riskUnit') ? unit.text('riskUnit') : '?'}`,
    compare: () => compareUnit(unit),
  }));
  if (document.has('account') && units.length > 0) {
    entries.push({ name: 'account', compare: () => compareAccount(document.object('account'), units) });
  }
  const examples = document.list('otherExamples');
  return [
    ...entries,
    ...examples.map((example, i) => ({ name: `example ${i + 1}`, compare: (): EntryOutcome => okxExample(example) })),
  ];
}

/** A unit of one position, as the vectors have them. */
interface UnitPosition {
  readonly line: OkxLine;
  readonly unit: OkxUnit;
  readonly quantity: number;
  readonly asOfMs: number;
}

function positionOf(facts: JsonFacts): UnitPosition {
  const name = facts.text('instId');
  const underlying = facts.text('riskUnit');
  const quantity = facts.number('contracts');
  const size = facts.number('ctVal');
  const isPerpetual = name.endsWith('-SWAP');
  const line: OkxLine = {
    name,
    kind: isPerpetual ? 'perpetual' : 'future',
    underlying,
    settlement: name.includes('-USD-') ? 'inverse' : 'linear',
    unitsPerContract: size,
    price: facts.number('mark'),
    expiryMs: isPerpetual ? null : facts.number('expiryMs'),
    option: null,
    ...(facts.has('deltaUsd') ? { deltaUsd: facts.number('deltaUsd') / quantity } : {}),
  };
  const unit = {
    underlying,
    indexUsd: indexUsdOf(facts, quantity * size),
    stablecoinCharge: facts.number('mr9', 0),
  };
  return { line, unit, quantity, asOfMs: isPerpetual ? 0 : facts.number('timestampMs') };
}

/** The response gives no index: it is told by the smallest move of the price grid, which checks all the others. */
function indexUsdOf(facts: JsonFacts, coins: number): number {
  if (facts.has('indexUsd')) return facts.number('indexUsd');
  const moves = classOf(facts).priceMoves;
  const grid = facts.has('mr1Scen') ? facts.object('mr1Scen') : null;
  const told = grid === null ? undefined : moves.find((move) => grid.has(String(move)));
  if (grid !== null && told !== undefined) return grid.number(String(told)) / told / coins;
  if (facts.has('mr6ScenPnl')) return facts.number('mr6ScenPnl') / facts.number('mr6Shock') / coins;
  return facts.number('deltaUsd') / coins;
}

function classOf(facts: JsonFacts): OkxCoinClass {
  const coin = facts.text('riskUnit');
  return VALUES.coinClasses.find(({ coins }) => coins.includes(coin)) ?? VALUES.coinClasses.at(-1)!;
}

function compareUnit(facts: JsonFacts): Comparison[] {
  const { line, unit, quantity, asOfMs } = positionOf(facts);
  const { components, scenarios } = okxPm({ asOfMs, units: [unit], lines: [line] }, VALUES);
  const quantities = Float64Array.of(quantity);
  const part = (name: string) => () => evaluate(components[`${unit.underlying} ${name}`]!, quantities);
  const profit = (move: number, weight: number) => (): number => {
    const scenario = scenarios.find((one) => one.spotMove === move && one.weight === weight);
    return scenario === undefined ? Number.NaN : -evaluate(scenario.loss, quantities) / weight;
  };
  const grid = facts.has('mr1Scen') ? facts.object('mr1Scen') : null;
  const moves = classOf(facts).priceMoves.flatMap((move) => [move, -move]);
  return [
    ...(grid === null ? [] : [0, ...moves].flatMap((move) => figureOf(grid, String(move), profit(move, 1), EXACT))),
    ...['MR1', 'MR2', 'MR3', 'MR4', 'MR5', 'MR6', 'MR7', 'MR9', 'MMR', 'IMR'].flatMap((name) =>
      figureOf(facts, name.toLowerCase(), part(name), EXACT),
    ),
    ...(facts.has('mr6Shock')
      ? figureOf(facts, 'mr6ScenPnl', profit(facts.number('mr6Shock'), VALUES.extremeFactor), EXACT)
      : []),
  ];
}

/** All units together; borrowings are inputs, for they come from the venue's own tables. */
function compareAccount(account: JsonFacts, units: readonly JsonFacts[]): Comparison[] {
  const positions = units.map(positionOf);
  const requirement = okxPm(
    {
      asOfMs: positions[0]!.asOfMs,
      units: positions.map(({ unit }) => unit),
      lines: positions.map(({ line }) => line),
      borrowing: { maintenance: account.number('borrowMmr', 0), initial: account.number('borrowImr', 0) },
    },
    VALUES,
  );
  const quantities = Float64Array.from(positions, ({ quantity }) => quantity);
  return [
    ...figureOf(account, 'derivMmr', () => evaluate(requirement.components['derivatives MMR']!, quantities), EXACT),
    ...figureOf(account, 'totalMmr', () => evaluate(requirement.maintenance, quantities), EXACT),
    ...figureOf(account, 'totalImr', () => evaluate(requirement.initial, quantities), EXACT),
  ];
}
