import { FormulaCompiler } from './compile-formula.js';
import type { HedgeProblem, RelaxedEnds, SecondAim } from './hedge-problem.js';
import type { LazyRows } from './lazy-rows.js';
import type { ResolvedLimit } from './limits/index.js';
import { columnForm, combine, type LinearForm } from './linear-form.js';
import { ProgramBuilder } from './solver/index.js';
import { columnCost, TradeColumns } from './trade-columns.js';
import { type Ticket, TradeSwitches } from './trade-switches.js';

/** What the program presses down. */
export type HedgeAim =
  /** Margin and cost. */
  | { readonly kind: 'margin' }
  /** Only how far the given limits must be relaxed, each measured against its own size; margin plays no part. */
  | { readonly kind: 'relaxation'; readonly limits: ReadonlySet<ResolvedLimit> };

export interface HedgeProgramOptions {
  readonly aim: HedgeAim;
  /** Limits left out altogether. */
  readonly without?: ReadonlySet<ResolvedLimit>;
  /** Ends that replace a limit's own. */
  readonly relaxed?: ReadonlyMap<ResolvedLimit, RelaxedEnds>;
}

/** The columns by which a limit's ends may be exceeded. */
export interface SlackColumns {
  readonly limit: ResolvedLimit;
  readonly below: number | null;
  readonly above: number | null;
  readonly unit: number;
}

/** The linear program of a hedge problem, with the meaning of its columns and rows. */
export interface HedgeProgram {
  readonly builder: ProgramBuilder;
  readonly trades: TradeColumns;
  /** Which instruments are traded at all; null where no limit asks. */
  readonly switches: TradeSwitches | null;
  readonly lazy: readonly LazyRows[];
  /** Of rows that were added as tangents while solving, where they touch, by row of the builder. */
  readonly tangents: Map<number, readonly number[]>;
  /** The row of each limit that has one; a limit never binding by construction has none. */
  readonly limitRows: ReadonlyMap<ResolvedLimit, number>;
  readonly slacks: readonly SlackColumns[];
  /** How many binaries there are for `min` nodes. */
  readonly choices: number;
  /** A full point of the program from its trade columns: counts and epigraph columns get the values they must have. */
  readonly settle: (x: Float64Array) => void;
}

/**
 * Builds the program: trade columns, limit rows, and for the margin aim the formula's rows. Every row carries the name of
 * what it came from.
 */
export function buildHedgeProgram(problem: HedgeProblem, options: HedgeProgramOptions): HedgeProgram {
  const builder = new ProgramBuilder();
  const asked = problem.limits.filter((limit) => options.without?.has(limit) !== true);
  const wholeLevels = asked.some(({ measure }) => measure.kind === 'partLevels');
  const trades = new TradeColumns(builder, problem.candidates, problem.present, problem.wholeLots, wholeLevels);
  const compiler = new FormulaCompiler(builder, trades, problem.present, problem.growing);
  const limitRows = new Map<ResolvedLimit, number>();
  const slacks: SlackColumns[] = [];
  const switches = needsSwitches(asked, problem.second)
    ? new TradeSwitches(builder, trades.all, ticketsOf(asked))
    : null;
  for (const limit of asked) {
    // They are in the columns themselves.
    if (limit.measure.kind === 'ticket' || limit.measure.kind === 'partLevels') continue;
    const ends = options.relaxed?.get(limit) ?? limit;
    if (ends.min === -Infinity && ends.max === Infinity) continue;
    let form = limitForm(limit, trades, compiler, switches);
    if (options.aim.kind === 'relaxation' && options.aim.limits.has(limit)) {
      const slack = addSlack(limit, ends, builder);
      slacks.push(slack);
      form = withSlack(form, slack);
    }
    limitRows.set(limit, builder.addRow(trades.row(`limit ${limit.name}`, form, ends.min, ends.max)));
  }
  if (options.aim.kind === 'margin') addObjective(problem, builder, trades, compiler, switches);
  const settle = (x: Float64Array): void => {
    switches?.settle(x);
    compiler.settle(trades.quantities(x), x);
  };
  return {
    builder,
    trades,
    switches,
    lazy: compiler.lazy,
    tangents: new Map(),
    limitRows,
    slacks,
    choices: compiler.choices.size,
    settle,
  };
}

function needsSwitches(limits: readonly ResolvedLimit[], second: SecondAim | undefined): boolean {
  const counted = limits.some(
    ({ measure: { kind }, max }) => kind === 'ticket' || (kind === 'count' && max < Infinity),
  );
  return counted || second?.aim === 'trades';
}

function ticketsOf(limits: readonly ResolvedLimit[]): Ticket[] {
  return limits.flatMap(({ measure, min }) =>
    measure.kind === 'ticket' ? [{ least: min, amount: measure.amount }] : [],
  );
}

/** How many of some instruments are traded. */
function countForm(switches: TradeSwitches | null, lines?: Uint8Array): LinearForm {
  const counted = switches?.columns(lines) ?? [];
  return { constant: 0, perLine: null, extra: new Map(counted.map((column) => [column, 1])) };
}

function addObjective(
  problem: HedgeProblem,
  builder: ProgramBuilder,
  trades: TradeColumns,
  compiler: FormulaCompiler,
  switches: TradeSwitches | null,
): void {
  const form = compiler.compile(problem.margin);
  if (problem.second !== undefined) {
    addSecondAim(problem.second, { form, factor: problem.marginWeight }, builder, trades, switches);
    return;
  }
  const objective = trades.row('objective', combine([{ form, factor: problem.marginWeight }]), 0, 0);
  builder.addOffset(-objective.lower);
  for (let k = 0; k < objective.indices.length; k++) builder.addCost(objective.indices[k]!, objective.values[k]!);
  for (const trade of trades.all) builder.addCost(trade.column, columnCost(trade));
}

/** The objective becomes a row, and a figure of the trades takes its place. */
function addSecondAim(
  { aim, most }: SecondAim,
  margin: { readonly form: LinearForm; readonly factor: number },
  builder: ProgramBuilder,
  trades: TradeColumns,
  switches: TradeSwitches | null,
): void {
  const cost = { constant: 0, perLine: null, extra: new Map(trades.all.map((one) => [one.column, columnCost(one)])) };
  const objective = combine([margin, { form: cost, factor: 1 }]);
  builder.addRow(trades.row('objective held', objective, -Infinity, most));
  const { extra } = aim === 'trades' ? countForm(switches) : cost;
  const notional = trades.all.map(({ column, candidate, unit }) => [column, candidate.notional * unit] as const);
  for (const [column, amount] of aim === 'turnover' ? notional : extra) builder.addCost(column, amount);
}

function limitForm(
  limit: ResolvedLimit,
  trades: TradeColumns,
  compiler: FormulaCompiler,
  switches: TradeSwitches | null,
): LinearForm {
  const { measure } = limit;
  if (measure.kind === 'book') {
    if (measure.opposite === undefined) return compiler.compile(measure.formula);
    return combine([{ form: compiler.compile(measure.opposite), factor: -1 }]);
  }
  if (measure.kind === 'count') return countForm(switches, measure.lines);
  if (measure.kind !== 'trades') throw new Error(`a limit on ${measure.kind} has no row`);
  const extra = new Map<number, number>();
  for (const trade of trades.all) {
    if (measure.lines[trade.candidate.line] !== 1) continue;
    extra.set(trade.column, measure.amount === 'cost' ? columnCost(trade) : trade.candidate.notional * trade.unit);
  }
  return { constant: 0, perLine: null, extra };
}

/** Slack is counted in units of the limit's own size, so that a gamma and a cost can be compared. */
function addSlack(limit: ResolvedLimit, ends: RelaxedEnds, builder: ProgramBuilder): SlackColumns {
  const sizes = [ends.min, ends.max, limit.before].filter(Number.isFinite).map(Math.abs);
  const unit = Math.max(...sizes) || 1;
  const column = (side: string, needed: boolean): number | null =>
    needed ? builder.addColumn({ name: `${limit.name} ${side}`, lower: 0, upper: Infinity, cost: 1 }) : null;
  return {
    limit,
    below: column('below its minimum', ends.min > -Infinity),
    above: column('above its maximum', ends.max < Infinity),
    unit,
  };
}

function withSlack(form: LinearForm, { below, above, unit }: SlackColumns): LinearForm {
  const terms = [{ form, factor: 1 }];
  if (below !== null) terms.push({ form: columnForm(below), factor: unit });
  if (above !== null) terms.push({ form: columnForm(above), factor: -unit });
  return combine(terms);
}
