import type { PreparedRun, Unvalued } from '../prepare-run.js';

/**
 * A run over fewer lines: those held and those that stay, in the same order, its requirement built anew over them.
 *
 * @param stays by name, of lines that are not held
 * @param left why the others left, for those to be told of
 */
export function narrowedRun(
  run: PreparedRun,
  stays: (instrument: string) => boolean,
  left: readonly Unvalued[] = [],
): PreparedRun {
  const columns = [...run.lines.keys()].filter((j) => j < run.positions.length || stays(run.lines[j]!.instrument.name));
  const unvalued = [...run.unvalued, ...left];
  if (columns.length === run.lines.length) return { ...run, unvalued };
  const quantities = Float64Array.from(columns, (j) => run.quantities[j]!);
  const inputs = { ...run.inputs, lines: columns.map((j) => run.lines[j]!), book: quantities };
  return {
    ...run,
    lines: inputs.lines,
    greeks: columns.map((j) => run.greeks[j]!),
    quantities,
    inputs,
    requirement: run.model.build(inputs, run.parameters.values),
    unvalued,
  };
}
