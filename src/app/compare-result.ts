import type { Account, Issue, Position } from '../domain/index.js';
import { evaluate, explain } from '../formula/index.js';
import type { ComparedModel, CompareResult } from '../schema/compare-document.js';
import type { LimitLine } from '../schema/limit-line.js';
import { breakdownParts } from './breakdown-parts.js';
import type { ComparedRun } from './compared-run.js';
import { collateralValue, portfolioValue } from './portfolio-value.js';
import type { PreparedRun } from './prepare-run.js';
import { runConfidence } from './run-confidence.js';
import { standaloneMargin } from './standalone-margin.js';
import { worstScenario } from './worst-scenario.js';

/** A book under a rule book that can margin all of it. */
export type WholeRun = ComparedRun & { readonly run: PreparedRun };

/** Whether the rule book can margin the whole book. */
export function isWhole(compared: ComparedRun): compared is WholeRun {
  return compared.run !== null && compared.refused.length === 0;
}

/** What a comparison is made from beside the runs. */
export interface ComparisonInputs {
  /** As the file lists them. */
  readonly positions: readonly Position[];
  readonly account: Account | null;
  readonly limitsOf: (compared: WholeRun) => LimitLine[];
}

/**
 * One book under several rule books: the lowest initial margin first, equal ones in the order asked for, those that cannot
 * margin the whole book last.
 *
 * @param runs at least one of them over the whole book
 */
export function compareResult(
  runs: readonly ComparedRun[],
  { positions, account, limitsOf }: ComparisonInputs,
): { readonly result: CompareResult; readonly issues: readonly Issue[] } {
  const { run } = runs.find(isWhole)!;
  const value = portfolioValue(run.lines, run.quantities, run.positions);
  const collateral = account === null ? null : collateralValue(account, run.view);
  const equity = collateral === null ? null : value + collateral.value;
  const margins = runs.map((compared) => (isWhole(compared) ? initialMargin(compared.run) : Infinity));
  const order = [...runs.keys()].sort((a, b) => (margins[a] === margins[b] ? a - b : margins[a]! - margins[b]!));
  const ranked = order.map((r) => runs[r]!);
  const lowest = margins[order[0]!]!;
  const alone = new Map(runs.map((compared) => [compared, standaloneMargins(compared.run)]));
  const result: CompareResult = {
    currency: run.view.currency,
    portfolioValue: value,
    equity,
    cheapest: ranked[0]!.chosen.name,
    models: ranked.map((compared) => {
      if (!isWhole(compared)) return partialModel(compared);
      const margin = initialMargin(compared.run);
      const standalone = [...alone.get(compared)!.values()].reduce((total, one) => total + one, 0);
      return {
        ...wholeModel(compared, limitsOf(compared)),
        ...standing(margins, margin, lowest),
        standaloneMargin: standalone,
        offsetBenefit: standalone - margin,
        excess: equity === null ? null : equity - margin,
      };
    }),
    positions: positions.map(({ instrument: { name }, quantity }) => ({
      instrument: name,
      quantity,
      standaloneMargins: ranked.map((compared) => alone.get(compared)!.get(name) ?? null),
    })),
  };
  return { result, issues: collateral?.issues ?? [] };
}

function initialMargin({ requirement, quantities }: PreparedRun): number {
  return evaluate(requirement.initial, quantities);
}

type Standing = Pick<ComparedModel, 'rank' | 'aboveCheapest' | 'aboveCheapestRatio'>;

function standing(margins: readonly number[], own: number, lowest: number): Standing {
  return {
    rank: 1 + margins.filter((margin) => margin < own).length,
    aboveCheapest: own - lowest,
    aboveCheapestRatio: lowest > 0 ? (own - lowest) / lowest : null,
  };
}

function wholeModel(compared: WholeRun, limits: LimitLine[]): ComparedModel {
  const { requirement, quantities, lines } = compared.run;
  const breakdown = requirement.breakdown?.() ?? explain(requirement.initial, quantities);
  return {
    ...partialModel(compared),
    initialMargin: breakdown.amount,
    maintenanceMargin: evaluate(requirement.maintenance, quantities),
    worstScenario: worstScenario(requirement, quantities, lines),
    breakdown,
    parts: breakdownParts(breakdown),
    limits,
    partialMargin: null,
  };
}

/** A rule book that cannot margin the whole book, with what the rest would need by itself. */
function partialModel(compared: ComparedRun): ComparedModel {
  const { run, refused, problems } = compared;
  return {
    ...identity(compared),
    confidence: run === null ? null : runConfidence(run),
    initialMargin: null,
    maintenanceMargin: null,
    standaloneMargin: null,
    offsetBenefit: null,
    excess: null,
    rank: null,
    aboveCheapest: null,
    aboveCheapestRatio: null,
    worstScenario: null,
    breakdown: null,
    parts: [],
    limits: [],
    refused: refused.map(({ instrument, reason }) => ({ instrument, reason })),
    problems: problems.map(({ subject, problem }) => ({ subject, problem })),
    restated: run === null ? [] : restated(run),
    partialMargin:
      run === null || run.lines.length === 0
        ? null
        : {
            initialMargin: initialMargin(run),
            maintenanceMargin: evaluate(run.requirement.maintenance, run.quantities),
            positions: run.lines.length,
          },
  };
}

function identity({ chosen, parameters }: ComparedRun): Pick<ComparedModel, 'name' | 'model' | 'title' | 'parameters'> {
  const { id, venue, effectiveDate, source, confidence } = parameters;
  const { name, model } = chosen;
  return { name, model: model.id, title: model.title, parameters: { id, venue, effectiveDate, source, confidence } };
}

function restated({ lines, model }: PreparedRun): ComparedModel['restated'] {
  return lines.flatMap((line) => {
    const how = model.restates(line);
    return how === null ? [] : [{ instrument: line.instrument.name, how }];
  });
}

/** The margin of each position alone, by instrument; the positions that the rule book cannot margin are not among them. */
function standaloneMargins(run: PreparedRun | null): ReadonlyMap<string, number> {
  if (run === null) return new Map();
  return new Map(run.lines.map((line, j) => [line.instrument.name, standaloneMargin(run, j)]));
}
