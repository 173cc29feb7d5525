import { type Issue, makeIssue, type ParameterRange, type SourceLocation } from '../../domain/index.js';
import { isRecord, type NumericPlace } from '../../margin/index.js';
import { didYouMean } from '../did-you-mean.js';
import type { PreparedRun } from '../prepare-run.js';
import type { ParameterMargin } from './parameter-margin.js';

/** A range of a number that the rule book has. */
export interface ResolvedRange {
  readonly place: NumericPlace;
  readonly min: number;
  readonly max: number;
}

/**
 * Finds the number of each range in the set in use. A row that a table does not have stands for its `default`. Either end must
 * be what the number's own rule allows.
 */
export function resolvedRanges(
  ranges: readonly ParameterRange[],
  run: PreparedRun,
  margin: ParameterMargin,
): { readonly ranges: readonly ResolvedRange[]; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const resolved: ResolvedRange[] = [];
  for (const range of ranges) {
    const { parameter, min, max, origin } = range;
    const place = margin.places.find(({ name }) => name === parameter) ?? newRow(parameter, run);
    if (place === null) {
      const hint = didYouMean(
        parameter,
        margin.places.map(({ name }) => name),
      );
      const facts = { at: origin.parameter, subject: run.model.id, field: 'parameter', value: parameter };
      issues.push(makeIssue('PAR_UNKNOWN', hint === null ? facts : { ...facts, hint }));
      continue;
    }
    issues.push(...endIssues(place, 'min', min, origin.min));
    if (max !== min) issues.push(...endIssues(place, 'max', max, origin.max));
    resolved.push({ place, min, max });
  }
  return { ranges: resolved, issues };
}

/** A row of a table that has none of that name, but one called `default` for all the others. */
function newRow(parameter: string, { parameters, model }: PreparedRun): NumericPlace | null {
  const dot = parameter.indexOf('.');
  const [figure, row] = [parameter.slice(0, Math.max(0, dot)), parameter.slice(dot + 1)];
  const rule = Object.hasOwn(model.figureRules, figure) ? model.figureRules[figure] : undefined;
  const table = parameters.values[figure];
  if (rule?.shape !== 'table' || row === '' || !isRecord(table) || !Object.hasOwn(table, 'default')) return null;
  return { name: parameter, steps: [figure, row], value: table.default as number, rule: rule.of };
}

/** An end that a number's own rule refuses; what binds several numbers to each other is looked at set by set. */
function endIssues({ name, rule }: NumericPlace, field: 'min' | 'max', value: number, at: SourceLocation): Issue[] {
  if (rule.holds(value)) return [];
  return [makeIssue('PAR_NOT_ALLOWED', { at, subject: name, field, value: String(value), expected: rule.expected })];
}
