import { estimateCorrelation, repairCorrelation } from '../correlation/index.js';
import { type CorrelationMatrix, type Issue, makeIssue, type PriceHistory } from '../domain/index.js';
import type { ScanBlock } from '../scenario/index.js';
import type { MarginResult } from '../schema/margin-document.js';
import { didYouMean } from './did-you-mean.js';

/** Which underlyings move together, and how that came about. */
export interface JointBlocks {
  readonly blocks: readonly ScanBlock[];
  readonly report: MarginResult['correlation'];
  readonly issues: readonly Issue[];
}

export interface JointBlockInputs {
  /** Every underlying of the market that has a scan range. */
  readonly underlyings: readonly string[];
  /** Those that a line of the run has; others matter only if they are correlated. */
  readonly needed: ReadonlySet<string>;
  /** Those the book holds: worth a warning when they are not correlated. */
  readonly held: ReadonlySet<string>;
  readonly correlations: CorrelationMatrix | null;
  readonly prices: PriceHistory | null;
  readonly noRepair: boolean;
  /** Prices after this instant are not looked at. */
  readonly asOf: number;
}

/**
 * The blocks of jointly moving underlyings: those of the correlation matrix (given, else estimated from the prices, repaired
 * if need be) are one block; every other underlying is a block of its own and offsets nothing.
 */
export function jointBlocks(inputs: JointBlockInputs): JointBlocks {
  const { underlyings, held, needed } = inputs;
  const required = underlyings.filter((name) => needed.has(name));
  if (underlyings.length <= 1) return { blocks: required.map(alone), report: report('none needed', []), issues: [] };
  const issues: Issue[] = [];
  const found = givenOrEstimated(inputs, issues);
  const heldNames = underlyings.filter((name) => held.has(name));
  if (found === null) {
    if (heldNames.length > 1) issues.push(makeIssue('RUN_NO_CORRELATIONS', { subject: heldNames.join(', ') }));
    const source = required.length <= 1 ? 'none needed' : 'none';
    return { blocks: required.map(alone), report: report(source, []), issues };
  }
  const repaired = repairCorrelation(found.matrix);
  if (repaired.repaired) {
    const detail = `smallest eigenvalue ${figure(repaired.smallestEigenvalue)}, distance ${figure(repaired.distance)}`;
    issues.push(makeIssue(inputs.noRepair ? 'RUN_CORRELATION_REFUSED' : 'RUN_CORRELATION_REPAIRED', { detail }));
  }
  const { names, values } = submatrix(repaired.matrix, underlyings);
  const single = required.filter((name) => !names.includes(name));
  for (const name of single) {
    if (held.has(name)) issues.push(makeIssue('RUN_NOT_CORRELATED', { subject: name }));
  }
  const blocks = [...(names.length === 0 ? [] : [{ names, correlation: values }]), ...single.map(alone)];
  const { repaired: wasRepaired, smallestEigenvalue, distance } = repaired;
  return {
    blocks,
    report: { ...report(found.source, names, values), repaired: wasRepaired, smallestEigenvalue, distance },
    issues,
  };
}

const alone = (name: string): ScanBlock => ({ names: [name], correlation: Float64Array.of(1) });

function figure(value: number): string {
  return value.toPrecision(4);
}

function givenOrEstimated(
  { correlations, prices, underlyings, asOf }: JointBlockInputs,
  issues: Issue[],
): { matrix: CorrelationMatrix; source: string } | null {
  if (correlations !== null) {
    for (const name of correlations.names) {
      if (underlyings.includes(name)) continue;
      issues.push(makeIssue('RUN_CORRELATION_UNKNOWN', { subject: name, hint: didYouMean(name, underlyings) }));
    }
    return { matrix: correlations, source: 'file' };
  }
  if (prices === null) return null;
  const matrix = estimated(prices, underlyings, asOf);
  if (matrix.names.length < 2) return null;
  issues.push(makeIssue('RUN_CORRELATIONS_ESTIMATED', { detail: matrix.names.join(', ') }));
  return { matrix, source: 'prices' };
}

/** Estimated correlations of the underlyings whose prices determine them all; the least determined are left out. */
function estimated(prices: PriceHistory, underlyings: readonly string[], asOf: number): CorrelationMatrix {
  let names = underlyings.filter((name) => prices.series.has(name));
  for (;;) {
    const estimate = estimateCorrelation(prices, { names, asOf: new Date(asOf).toISOString().slice(0, 10) });
    if (estimate.undetermined.length === 0) return estimate.matrix;
    const times = (name: string): number => estimate.undetermined.filter(({ a, b }) => a === name || b === name).length;
    const worst = names.reduce((most, name) => (times(name) > times(most) ? name : most));
    names = names.filter((name) => name !== worst);
  }
}

/** The rows and columns of the named underlyings that the matrix has, in the names' order. */
function submatrix(matrix: CorrelationMatrix, wanted: readonly string[]): CorrelationMatrix {
  const at = new Map(matrix.names.map((name, i) => [name, i]));
  const names = wanted.filter((name) => at.has(name));
  const values = new Float64Array(names.length ** 2);
  names.forEach((a, i) => {
    names.forEach((b, j) => {
      values[i * names.length + j] = matrix.values[at.get(a)! * matrix.names.length + at.get(b)!]!;
    });
  });
  return { names, values };
}

function report(
  source: string,
  names: readonly string[],
  values: Float64Array = new Float64Array(0),
): MarginResult['correlation'] {
  const n = names.length;
  const rows = names.map((_, i) => [...values.subarray(i * n, (i + 1) * n)]);
  return { source, names: [...names], values: rows, repaired: false, smallestEigenvalue: null, distance: null };
}
