import type { MarginModel, ParameterValues } from './model-registry.js';
import type { FigureRule, ParameterSet } from './parameter-set.js';

/** A figure that a model cannot use; the caller words it. */
export interface ParameterProblem {
  readonly problem: 'unknown' | 'unsuitable';
  readonly name: string;
  readonly value: string;
  readonly expected: string;
}

export interface ResolvedParameters {
  readonly set: ParameterSet<ParameterValues>;
  readonly problems: readonly ParameterProblem[];
}

/**
 * The parameter set of a run: the model's newest, changed by a parameter file, changed by single overrides. A changed set
 * keeps the id with `+` behind it, so that no document passes altered figures off as the published ones.
 *
 * @param file `{ "values": {...} }` or the values themselves; `{}` for none
 * @param overrides dotted names (`dailyVol.BTC`) or nested objects
 */
export function resolveParameters(
  model: MarginModel,
  file: Readonly<Record<string, unknown>>,
  overrides: Readonly<Record<string, unknown>>,
): ResolvedParameters {
  const base = model.parameterSets[0]!;
  const problems: ParameterProblem[] = [];
  const values: Record<string, unknown> = structuredClone(base.values);
  const inFile = isRecord(file.values) ? file.values : withoutMetadata(file);
  for (const [name, value] of [...flattened(inFile), ...flattened(overrides)]) {
    const problem = assign(values, model, name, value);
    if (problem !== null) problems.push(problem);
  }
  const changed = JSON.stringify(values) !== JSON.stringify(base.values);
  return { set: changed ? { ...base, id: `${base.id}+`, values } : base, problems };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Nested objects as dotted names; an object without anything in it stays, so that it is not passed over in silence. */
function flattened(values: Readonly<Record<string, unknown>>, prefix = ''): [string, unknown][] {
  return Object.entries(values).flatMap(([name, value]) =>
    isRecord(value) && Object.keys(value).length > 0
      ? flattened(value, `${prefix}${name}.`)
      : [[`${prefix}${name}`, value] as [string, unknown]],
  );
}

const METADATA = new Set(['id', 'venue', 'effectiveDate', 'source', 'confidence']);

/** What a file says about itself beside its figures is not a figure. */
function withoutMetadata(file: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(file).filter(([name]) => !METADATA.has(name)));
}

function assign(
  values: Record<string, unknown>,
  model: MarginModel,
  name: string,
  value: unknown,
): ParameterProblem | null {
  const shipped = model.parameterSets[0]!.values;
  const [first = '', ...rest] = name.split('.');
  if (!Object.hasOwn(shipped, first)) {
    return { problem: 'unknown', name, value: name, expected: Object.keys(shipped).join(', ') };
  }
  const figure = shipped[first];
  const rule = Object.hasOwn(model.figureRules, first) ? model.figureRules[first] : undefined;
  const wrong: ParameterProblem = {
    problem: 'unsuitable',
    name,
    value: written(value),
    expected: expectedOf(first, figure, rule),
  };
  if (isRecord(figure)) {
    if (rest.length === 0 && isRecord(value)) return null;
    if (rest.length === 0 || !isFigure(value) || rule?.holds(value) === false) return wrong;
    values[first] = { ...(values[first] as Record<string, unknown>), [rest.join('.')]: value };
    return null;
  }
  if (rest.length > 0) return { ...wrong, problem: 'unknown', value: name };
  if (!(Array.isArray(figure) ? suitsList(value, rule) : suitsScalar(figure, value, rule))) return wrong;
  values[first] = value;
  return null;
}

/** JSON has no word for a number beyond double precision, and would call it null. */
function written(value: unknown): string {
  return typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? '');
}

function expectedOf(name: string, shipped: unknown, rule: FigureRule | undefined): string {
  if (Array.isArray(shipped)) {
    const entries =
      rule?.mostEntries === undefined ? 'a list of numbers' : `a list of at most ${rule.mostEntries} numbers`;
    return rule === undefined ? entries : `${entries}, each ${rule.expected}`;
  }
  if (isRecord(shipped)) return `${name}.NAME=NUMBER, ${rule?.expected ?? 'a number from 0'}`;
  if (rule !== undefined) return rule.expected;
  return typeof shipped === 'number' ? 'a number from 0' : `a ${typeof shipped}`;
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

/** Figures of a margin model are not negative; that keeps the formula convex. */
function isFigure(value: unknown): value is number {
  return isNumber(value) && value >= 0;
}

function suitsScalar(shipped: unknown, value: unknown, rule: FigureRule | undefined): boolean {
  if (typeof shipped !== 'number') return typeof value === typeof shipped;
  return isFigure(value) && rule?.holds(value) !== false;
}

function suitsList(value: unknown, rule: FigureRule | undefined): boolean {
  if (!Array.isArray(value) || value.length > (rule?.mostEntries ?? Infinity)) return false;
  return value.every((entry) => isNumber(entry) && rule?.holds(entry) !== false);
}
