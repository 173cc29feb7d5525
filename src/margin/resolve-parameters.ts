import {
  type CheckedFigure,
  checkFigure,
  expectedFigure,
  type FigureRule,
  isRecord,
  type ParameterProblem,
  placedMisfit,
  type TableRule,
  unsuitable,
} from './figures/index.js';
import type { MarginModel, ParameterValues } from './model-registry.js';
import type { ParameterSet } from './parameter-set.js';

export interface ResolvedParameters {
  readonly set: ParameterSet<ParameterValues>;
  readonly problems: readonly ParameterProblem[];
}

/**
 * The parameter set of a run: one of the model's own, changed by a parameter file, changed by single overrides. Lists are
 * replaced whole, tables merged name by name. A changed set keeps the id with `+` behind it and is nobody's but a model, so
 * that no document passes altered figures off as published or verified ones.
 *
 * @param file `{ "values": {...} }` or the values themselves; `{}` for none
 * @param overrides dotted names (`dailyVol.BTC`) or tables (`{ "dailyVol": { "BTC": 0.03 } }`)
 * @param base the set that is changed; the model's default where absent
 */
export function resolveParameters(
  model: MarginModel,
  file: Readonly<Record<string, unknown>>,
  overrides: Readonly<Record<string, unknown>>,
  base: ParameterSet<ParameterValues> = model.parameterSets[0]!,
): ResolvedParameters {
  const values: Record<string, unknown> = structuredClone(base.values);
  const inFile = isRecord(file.values) ? file.values : withoutMetadata(file);
  const problems = [...Object.entries(inFile), ...Object.entries(overrides)].flatMap(([name, value]) =>
    assign(values, model.figureRules, name, value),
  );
  problems.push(...besideEachOther(values, model.figureRules));
  const changed = JSON.stringify(values) !== JSON.stringify(base.values);
  return { set: changed ? { ...base, id: `${base.id}+`, confidence: 'model', values } : base, problems };
}

const METADATA = new Set(['id', 'venue', 'effectiveDate', 'source', 'confidence']);

/** What a file says about itself beside its figures is not a figure. */
function withoutMetadata(file: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(file).filter(([name]) => !METADATA.has(name)));
}

type Rules = Readonly<Record<string, FigureRule>>;

/** Puts a sound value among the figures; what is wrong with it otherwise. */
function assign(values: Record<string, unknown>, rules: Rules, name: string, value: unknown): ParameterProblem[] {
  const dot = name.indexOf('.');
  const figure = dot < 0 ? name : name.slice(0, dot);
  if (!Object.hasOwn(rules, figure)) {
    const known = Object.keys(rules);
    return [{ problem: 'unknown', name, value: name, expected: known.join(', '), known }];
  }
  const rule = rules[figure]!;
  if (rule.shape === 'table') {
    if (dot >= 0) return assignRow(values, figure, name.slice(dot + 1), value, rule);
    if (!isRecord(value)) return problemsOf(unsuitable(figure, value, expectedFigure(figure, rule)));
    return Object.entries(value).flatMap(([row, one]) => assignRow(values, figure, row, one, rule));
  }
  if (dot >= 0) return [belowFigure(name, figure, rule)];
  const checked = checkFigure(figure, value, rule);
  if (checked.status === 'sound') values[figure] = checked.figure;
  return problemsOf(checked);
}

function assignRow(
  values: Record<string, unknown>,
  figure: string,
  row: string,
  value: unknown,
  rule: TableRule,
): ParameterProblem[] {
  const checked = checkFigure(`${figure}.${row}`, value, rule.of);
  // A spread and a computed name, since an underlying may be called `__proto__`.
  if (checked.status === 'sound') values[figure] = { ...(values[figure] as object), [row]: checked.figure };
  return problemsOf(checked);
}

function belowFigure(name: string, figure: string, rule: FigureRule): ParameterProblem {
  const expected = expectedFigure(figure, rule);
  const whole = rule.shape === 'list' ? `${figure} as a whole, ${expected}` : expected;
  return { problem: 'unknown', name, value: name, expected: whole };
}

function besideEachOther(values: ParameterValues, rules: Rules): ParameterProblem[] {
  return Object.entries(rules).flatMap(([name, rule]) =>
    problemsOf(placedMisfit(name, values[name], rule.beside?.(values[name], values) ?? null)),
  );
}

function problemsOf(checked: CheckedFigure): ParameterProblem[] {
  return checked.status === 'sound' ? [] : [...checked.problems];
}
