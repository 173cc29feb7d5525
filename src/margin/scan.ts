import {
  type Affine,
  absolute,
  constant,
  denseAffine,
  type Formula,
  type Max,
  max,
  negated,
  positivePart,
  scale,
  sparseAffine,
  sum,
} from '../formula/index.js';
import {
  lineGreeks,
  type PayoffMatrix,
  pointScenarios,
  revalue,
  type ScenarioSet,
  scanScenarios,
  type ValuedInstrument,
} from '../scenario/index.js';
import type { MarginRequirement, ModelInputs, ScenarioPnl } from './margin-model.js';
import { type ScanValues, scanRange, scanSettings, scanVolatilityShock } from './scan-parameters.js';

/**
 * The house model `scan`: the worst of joint scenarios, a minimum for net short options, and a roll charge.
 *
 * ```
 * initial = sum over blocks of max(0, max over scenarios of weight x loss) + shortOption + basis
 * maintenance = maintenanceFactor x initial
 * ```
 * Source: docs/models.md. A block is a set of underlyings with known correlations.
 *
 * @throws RangeError when a line's underlying is in no block: it would be margined as if its price stood still
 */
export function scanModel(inputs: ModelInputs, values: ScanValues): MarginRequirement {
  const { ranges, set, scenarios: listed } = listedScenarios(inputs, values);
  const scenarios = [...listed, ...pointPnls(inputs, values, set, ranges)];
  const expiryName = expiryNames(inputs.lines);
  const blockRisks = scanRisks(set, scenarios);
  const initial = sum('initial margin', [
    blockRisks.length === 1 ? blockRisks[0]! : sum('scan risk', blockRisks),
    shortOptionMinimum(inputs.lines, expiryName, values),
    basisCharge(inputs.lines, expiryName, values),
  ]);
  return {
    initial,
    maintenance: scale('maintenance margin', values.maintenanceFactor, initial),
    underlyings: set.underlyings,
    scenarios,
    blockRisks,
    components: Object.fromEntries(initial.children.map((part) => [part.name, part])),
    confidence: 'model',
  };
}

function requireScenarios(lines: readonly ValuedInstrument[], set: ScenarioSet): void {
  for (const { instrument, expired } of lines) {
    if (expired || instrument.type === 'index' || set.underlyings.includes(instrument.underlying)) continue;
    throw new RangeError(`no scenario moves '${instrument.underlying}', the underlying of '${instrument.name}'`);
  }
}

/** Full revaluation is linear in quantities. */
type LinearPnl = ScenarioPnl & { readonly pnl: Affine };

/** What a line's expiry is called in breakdowns and rows. */
type ExpiryName = (line: ValuedInstrument) => string;

/** The listed scenarios with their P&L: all but the single points. */
interface Listed {
  readonly ranges: ReadonlyMap<string, number>;
  readonly set: ScenarioSet;
  readonly scenarios: readonly LinearPnl[];
  readonly madeFrom: readonly unknown[];
}

/** What was made last of each universe: a search that adds points one after the other asks for the listed ones again. */
const madeLast = new WeakMap<readonly ValuedInstrument[], Listed>();

function listedScenarios({ lines, blocks, dailyVolatilities }: ModelInputs, values: ScanValues): Listed {
  const madeFrom = [blocks, dailyVolatilities, values];
  const known = madeLast.get(lines);
  if (known?.madeFrom.every((part, i) => part === madeFrom[i])) return known;
  const ranges = new Map([...dailyVolatilities].map(([name, vol]) => [name, scanRange(vol, values)]));
  const set = scanScenarios(blocks, ranges, scanSettings(values));
  requireScenarios(lines, set);
  const scenarios = scenarioPnls(set, revalue(lines, set, scanVolatilityShock(values)));
  const listed = { ranges, set, scenarios, madeFrom };
  madeLast.set(lines, listed);
  return listed;
}

function pointPnls(
  { lines, blocks, points = [] }: ModelInputs,
  values: ScanValues,
  set: ScenarioSet,
  ranges: ReadonlyMap<string, number>,
): LinearPnl[] {
  if (points.length === 0) return [];
  const alone = { ...set, scenarios: pointScenarios(points, blocks, ranges) };
  return scenarioPnls(alone, revalue(lines, alone, scanVolatilityShock(values)));
}

function scenarioPnls(set: ScenarioSet, payoff: PayoffMatrix): LinearPnl[] {
  return set.scenarios.map((scenario, s) => ({ scenario, pnl: denseAffine(scenario.name, payoff.scenario(s)) }));
}

/** The largest loss of each block. */
function scanRisks(set: ScenarioSet, scenarios: readonly LinearPnl[]): Max[] {
  return set.blocks.map((names, b) => {
    const losses = scenarios.filter(({ scenario }) => scenario.block === b).map(weightedLoss);
    return max(set.blocks.length === 1 ? 'scan risk' : names.join(', '), [...losses, constant('no loss', 0)]);
  });
}

function weightedLoss({ scenario, pnl }: LinearPnl): Formula {
  const loss = negated(scenario.name, pnl);
  return scenario.weight === 1 ? loss : scale(scenario.name, scenario.weight, loss);
}

/** shortOptionRate x sum over (underlying, expiry, strike) of max(0, -(net calls + net puts)) in money of the underlying. */
function shortOptionMinimum(lines: readonly ValuedInstrument[], expiryName: ExpiryName, values: ScanValues): Formula {
  const strikes = groupColumns(lines, (line) =>
    line.instrument.type === 'option' && !line.expired ? `${expiryName(line)} ${line.instrument.strike}` : null,
  );
  const parts = [...strikes].map(([name, columns]) =>
    positivePart(
      name,
      sparseAffine(
        `net short ${name}`,
        columns,
        columns.map((j) => -lines[j]!.notional),
      ),
    ),
  );
  return scale('short option minimum', values.shortOptionRate, sum('net short per strike', parts));
}

/** Per expiry rate x |delta money|: the charge for the forward moving against the spot. Spot has none. */
function basisCharge(lines: readonly ValuedInstrument[], expiryName: ExpiryName, values: ScanValues): Formula {
  const expiries = groupColumns(lines, (line) =>
    line.expired || line.instrument.type === 'spot' || line.instrument.type === 'index' ? null : expiryName(line),
  );
  const parts = [...expiries].map(([name, columns]) => {
    const { ttmYears } = lines[columns[0]!]!;
    const rate = Math.max(values.basisMin, Math.exp(values.basisPerYear * ttmYears) - 1);
    return scale(name, rate, absolute(`delta of ${name}`, deltaMoney(name, lines, columns)));
  });
  return sum('basis', parts);
}

function deltaMoney(name: string, lines: readonly ValuedInstrument[], columns: readonly number[]): Affine {
  return sparseAffine(
    `delta of ${name}`,
    columns,
    columns.map((j) => lineGreeks(lines[j]!).deltaCash),
  );
}

/** `BTC 2026-07-31`: to the second where two expiries of an underlying share the date, for they do not net. */
function expiryNames(lines: readonly ValuedInstrument[]): ExpiryName {
  const instants = new Map<string, Set<number>>();
  for (const { instrument } of lines) {
    if (instrument.expiry === null) continue;
    const known = instants.get(instrument.underlying);
    if (known === undefined) instants.set(instrument.underlying, new Set([instrument.expiry]));
    else known.add(instrument.expiry);
  }
  const names = new Map(
    [...instants].map(([underlying, expiries]) => [underlying, namesOf(underlying, [...expiries])]),
  );
  return ({ instrument: { underlying, expiry } }) =>
    expiry === null ? `${underlying} perpetual` : names.get(underlying)!.get(expiry)!;
}

function namesOf(underlying: string, expiries: readonly number[]): Map<number, string> {
  const dates = expiries.map((expiry) => new Date(expiry).toISOString());
  const times = new Map<string, number>();
  for (const date of dates) times.set(date.slice(0, 10), (times.get(date.slice(0, 10)) ?? 0) + 1);
  return new Map(
    expiries.map((expiry, i) => [
      expiry,
      `${underlying} ${dates[i]!.slice(0, times.get(dates[i]!.slice(0, 10)) === 1 ? 10 : 24)}`,
    ]),
  );
}

function groupColumns(
  lines: readonly ValuedInstrument[],
  key: (line: ValuedInstrument) => string | null,
): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  lines.forEach((line, j) => {
    const name = key(line);
    if (name === null) return;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [j]);
    else group.push(j);
  });
  return groups;
}
