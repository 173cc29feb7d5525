import { type Issue, makeIssue, type Position } from '../domain/index.js';
import type { MarginModel, ModelProblem, ParameterValues } from '../margin/index.js';
import type { ValuedInstrument } from '../scenario/index.js';

/** The complaints about positions that a rule book cannot margin, and about those it takes for something else. */
export function refusals(
  model: MarginModel,
  values: ParameterValues,
  held: readonly ValuedInstrument[],
  positions: readonly Position[],
): Issue[] {
  const origins = new Map(positions.map(({ instrument, origin }) => [instrument.name, origin]));
  return held.flatMap((line) => {
    const { name } = line.instrument;
    const facts = { at: origins.get(name), subject: name, field: 'instrument', value: name, expected: model.id };
    const refused = model.refuses(line, values);
    if (refused !== null) return [makeIssue('RUN_MODEL_REFUSES', { ...facts, detail: refused })];
    const restated = model.restates(line);
    return restated === null ? [] : [makeIssue('RUN_RESTATED', { ...facts, detail: restated })];
  });
}

/** What else a rule book cannot work with in a market or its figures. */
export function problemIssues(model: MarginModel, problems: readonly ModelProblem[]): Issue[] {
  return problems.map(({ subject, problem }) =>
    makeIssue('RUN_MODEL_PROBLEM', { subject, detail: problem, expected: model.id }),
  );
}

/** A position that a rule book cannot margin, and why, as the end of a sentence about it. */
export interface RefusedLine {
  readonly instrument: string;
  readonly reason: string;
}

/** The lines for which `unfit` has a reason. */
export function refusedLines(
  held: readonly ValuedInstrument[],
  unfit: (line: ValuedInstrument) => string | null,
): RefusedLine[] {
  return held.flatMap((line) => {
    const reason = unfit(line);
    return reason === null ? [] : [{ instrument: line.instrument.name, reason }];
  });
}
