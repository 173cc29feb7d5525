import type { Account, Issue, Position } from '../domain/index.js';
import { evaluate, evaluateSingle, explain } from '../formula/index.js';
import type { LimitLine } from '../schema/limit-line.js';
import type { MarginResult } from '../schema/margin-document.js';
import { ellipsoidLine } from './ellipsoid/ellipsoid-line.js';
import { greekTable } from './greek-table.js';
import { heatMaps } from './heat-maps.js';
import { collateralValue, heldValue, portfolioValue } from './portfolio-value.js';
import type { PreparedRun } from './prepare-run.js';
import { runConfidence } from './run-confidence.js';
import { standaloneMargin } from './standalone-margin.js';
import { worstOfBlocks, worstScenario } from './worst-scenario.js';

/** The whole answer to `margo margin` for the book of a prepared run. */
export function marginResult(
  run: PreparedRun,
  account: Account | null,
  limits: LimitLine[],
): { readonly result: MarginResult; readonly issues: readonly Issue[] } {
  const { requirement, quantities, lines, positions } = run;
  const initialMargin = evaluate(requirement.initial, quantities);
  const positionLines = linesOfPositions(run);
  const standalone = positionLines.reduce((total, line) => total + line.standaloneMargin, 0);
  const value = portfolioValue(lines, quantities, positions);
  const collateral = account === null ? null : collateralValue(account, run.view);
  const equity = collateral === null ? null : value + collateral.value;
  const greeks = greekTable(lines, run.greeks, quantities);
  const { id, venue, effectiveDate, source, confidence, values } = run.parameters;
  const result: MarginResult = {
    model: run.model.id,
    parameters: { id, venue, effectiveDate, source, confidence, values: { ...values } },
    confidence: runConfidence(run),
    currency: run.view.currency,
    initialMargin,
    maintenanceMargin: evaluate(requirement.maintenance, quantities),
    standaloneMargin: standalone,
    offsetBenefit: standalone - initialMargin,
    portfolioValue: value,
    equity,
    excess: equity === null ? null : equity - initialMargin,
    ...(requirement.beside === undefined ? {} : { beside: [...requirement.beside(quantities)] }),
    worstScenario: worstScenario(requirement, quantities, lines),
    breakdown: requirement.breakdown?.() ?? explain(requirement.initial, quantities),
    scenarios: requirement.scenarios.map(({ scenario, pnl }) => ({
      name: scenario.name,
      pnl: evaluate(pnl, quantities),
      weight: scenario.weight,
    })),
    greeks,
    efficiency: efficiency(run, initialMargin, standalone, equity, greeks.total.theta),
    positions: positionLines,
    limits,
    heatMaps: heatMaps(run),
    correlation: run.correlation,
    ...ellipsoidLine(run, quantities),
  };
  return { result, issues: collateral?.issues ?? [] };
}

/** The line of the file that named a position first; 0 for positions that come from no file. */
function placeOf({ origin }: Position): number {
  return origin?.line ?? 0;
}

/** The positions as the file lists them. */
function linesOfPositions(run: PreparedRun): MarginResult['positions'] {
  const { requirement, quantities, lines, positions } = run;
  const worst = worstOfBlocks(requirement, quantities);
  const inFileOrder = [...positions.keys()].sort((a, b) => placeOf(positions[a]!) - placeOf(positions[b]!));
  return inFileOrder.map((j) => {
    const position = positions[j]!;
    const quantity = quantities[j]!;
    const line = lines[j]!;
    return {
      instrument: position.instrument.name,
      quantity,
      price: line.markPrice ?? (line.instrument.type === 'option' ? null : line.forward),
      value: heldValue(line, quantity, position),
      standaloneMargin: standaloneMargin(run, j),
      worstScenarioPnl: worst.reduce((total, { pnl }) => total + evaluateSingle(pnl, j, quantity), 0),
    };
  });
}

/** How hard the margin works; a ratio over nothing is null. */
function efficiency(
  run: PreparedRun,
  initialMargin: number,
  standaloneMargin: number,
  equity: number | null,
  dailyTheta: number,
): MarginResult['efficiency'] {
  const grossNotional = run.lines.reduce((total, line, j) => total + Math.abs(run.quantities[j]!) * line.notional, 0);
  const ratio = (part: number, whole: number | null): number | null =>
    whole === null || whole === 0 ? null : part / whole;
  return {
    grossNotional,
    notionalToMargin: ratio(grossNotional, initialMargin),
    dailyTheta,
    dailyThetaToMargin: ratio(dailyTheta, initialMargin),
    marginToEquity: ratio(initialMargin, equity),
    offsetRatio: ratio(standaloneMargin - initialMargin, standaloneMargin),
  };
}
