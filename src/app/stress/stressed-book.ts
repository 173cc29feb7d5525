import type { StressScenario } from '../../domain/index.js';
import { evaluate } from '../../formula/index.js';
import { MarketMoves, movedView, moveLine, reportingScale } from '../../scenario/index.js';
import type { StressedBook, StressedInstrument, StressedUnderlying } from '../../schema/stress/stressed-book.js';
import { dateAfter } from '../horizon/aged-universe.js';
import { collateralValue } from '../portfolio-value.js';
import type { PreparedRun } from '../prepare-run.js';
import type { StressContext } from './stress-part.js';

/** The book in one state of the market. */
export interface StressedState {
  readonly book: StressedBook;
  /** By which time moved on. */
  readonly days: number;
  /** What was stopped at its floor. */
  readonly floored: readonly string[];
}

/**
 * The book of a run after a scenario: P&L by full revaluation, and the margin that the rule book asks for over the moved lines in
 * the moved market. Scan ranges, correlations and the figures of the model stay what they are: they are stressed by themselves.
 */
export function stressedBook(
  { run, inputs, base, request }: Pick<StressContext, 'run' | 'inputs' | 'base' | 'request'>,
  scenario: StressScenario,
): StressedState {
  const moves = new MarketMoves(scenario);
  const market = { before: run.view, after: movedView(run.view, moves) };
  const moved = run.lines.map((line) => moveLine(line, moves, market));
  const scale = reportingScale(market.before, market.after);
  const lines = moved.map(({ line }) => line);
  const asOf = dateAfter(run, moves.days);
  const requirement = run.model.build({ ...run.inputs, lines, view: market.after, asOf }, run.parameters.values);
  const pnls = Float64Array.from(moved, ({ profit }, j) => profit * run.quantities[j]!);
  const pnl = pnls.reduce((total, one) => total + one, 0);
  const initialMargin = scale * evaluate(requirement.initial, run.quantities);
  const portfolioValue = base.portfolioValue + pnl;
  const collateral = inputs.account === null ? null : scale * collateralValue(inputs.account, market.after).value;
  const equity = collateral === null ? null : portfolioValue + collateral;
  const book: StressedBook = {
    pnl,
    initialMargin,
    marginChange: initialMargin - base.initialMargin,
    maintenanceMargin: scale * evaluate(requirement.maintenance, run.quantities),
    portfolioValue,
    equity,
    excess: equity === null ? null : equity - initialMargin,
    byUnderlying: byUnderlying(run, lines, pnls),
    byInstrument: request.byInstrument ? byInstrument(run, pnls) : null,
  };
  return { book, days: moves.days, floored: [...moves.floored] };
}

function byUnderlying(run: PreparedRun, moved: PreparedRun['lines'], pnls: Float64Array): StressedUnderlying[] {
  const found = new Map<string, StressedUnderlying>();
  run.lines.forEach(({ instrument: { underlying }, level }, j) => {
    const after = moved[j]!.level;
    const known = found.get(underlying) ?? { underlying, level: after, move: after / level - 1, pnl: 0 };
    found.set(underlying, { ...known, pnl: known.pnl + pnls[j]! });
  });
  return [...found.values()].sort((a, b) => a.pnl - b.pnl);
}

function byInstrument({ lines, quantities }: PreparedRun, pnls: Float64Array): StressedInstrument[] {
  return lines
    .map(({ instrument: { name } }, j) => ({ instrument: name, quantity: quantities[j]!, pnl: pnls[j]! }))
    .sort((a, b) => a.pnl - b.pnl);
}
