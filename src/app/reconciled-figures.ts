import { type Account, type Issue, makeIssue, type ReportedFigure, type WholeFigure } from '../domain/index.js';
import { evaluate } from '../formula/index.js';
import { didYouMean } from './did-you-mean.js';
import { collateralValue } from './portfolio-value.js';
import type { PreparedRun } from './prepare-run.js';
import { type ComparedFigure, comparedFigure, type Tolerance } from './tolerance.js';
import { venueValue } from './venue-value.js';

/** Names of parts that a complaint lists; a rule book may have hundreds of scenarios. */
const MOST_LISTED = 20;

/** Every reported figure of a book beside ours, in the order reported; names that the rule book does not have are issues. */
export function reconciledFigures(
  run: PreparedRun,
  account: Account | null,
  reported: readonly ReportedFigure[],
  tolerance: Tolerance,
): { readonly compared: readonly ComparedFigure[]; readonly issues: readonly Issue[] } {
  const whole = wholeFigures(run, account);
  const issues: Issue[] = [...whole.issues];
  const scale = { largest: Math.max(0, ...reported.map(({ amount }) => Math.abs(amount))), gross: grossNotional(run) };
  const compared = reported.flatMap((figure) => {
    const { kind, part, amount } = figure;
    const ours = kind === 'component' || kind === 'scenario' ? partAmount(run, kind, part ?? '') : whole.figures[kind];
    if (ours !== null) return [comparedFigure(figureName(figure), ours, amount, tolerance, scale)];
    issues.push(unknownPart(run, figure));
    return [];
  });
  return { compared, issues };
}

function grossNotional({ lines, quantities }: PreparedRun): number {
  return lines.reduce((total, line, j) => total + Math.abs(quantities[j]!) * line.notional, 0);
}

/** `initialMargin`, `component.NAME`, `scenario.NAME`: the columns of a cases file, as documents write them. */
function figureName({ kind, part }: ReportedFigure): string {
  return part === null ? kind : `${kind}.${part}`;
}

function wholeFigures(
  run: PreparedRun,
  account: Account | null,
): { readonly figures: Readonly<Record<WholeFigure, number>>; readonly issues: readonly Issue[] } {
  const { requirement, quantities, view } = run;
  const initialMargin = evaluate(requirement.initial, quantities);
  const maintenanceMargin = evaluate(requirement.maintenance, quantities);
  const collateral = account === null ? null : collateralValue(account, view);
  const value = venueValue(run) + (collateral?.value ?? 0);
  const net = { netInitial: value - initialMargin, netMaintenance: value - maintenanceMargin };
  return { figures: { initialMargin, maintenanceMargin, ...net, value }, issues: collateral?.issues ?? [] };
}

/** Ours of a component or a scenario; the same scenario of blocks that are not netted adds up. Null where there is none. */
function partAmount(
  { requirement, quantities }: PreparedRun,
  kind: 'component' | 'scenario',
  part: string,
): number | null {
  if (kind === 'component') {
    const formula = Object.hasOwn(requirement.components, part) ? requirement.components[part] : undefined;
    return formula === undefined ? null : evaluate(formula, quantities);
  }
  const named = requirement.scenarios.filter(({ scenario }) => scenario.name === part);
  return named.length === 0 ? null : named.reduce((total, { pnl }) => total + evaluate(pnl, quantities), 0);
}

function unknownPart({ requirement, model }: PreparedRun, { kind, part, origin }: ReportedFigure): Issue {
  const known =
    kind === 'component'
      ? Object.keys(requirement.components)
      : [...new Set(requirement.scenarios.map(({ scenario }) => scenario.name))];
  const more = known.length > MOST_LISTED ? ` and ${known.length - MOST_LISTED} more` : '';
  return makeIssue('REC_UNKNOWN_PART', {
    at: origin,
    subject: model.id,
    field: `${kind}.${part ?? ''}`,
    value: part,
    detail: kind,
    expected: known.length === 0 ? 'none, for the book needs none' : `${known.slice(0, MOST_LISTED).join(', ')}${more}`,
    hint: didYouMean(part ?? '', known),
  });
}
