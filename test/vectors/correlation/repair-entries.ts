import { frobeniusDistance } from '../../../src/correlation/frobenius-distance.js';
import { nearestCorrelation } from '../../../src/correlation/nearest-correlation.js';
import { spectralClip } from '../../../src/correlation/spectral-clip.js';
import { symmetricEigen } from '../../../src/math/symmetric-eigen.js';
import type { Comparison } from '../vector-case.js';
import { isObject, type JsonEntry, type JsonMatrix, type JsonObject, matrixOf } from './json-entries.js';
import { compareFigure, compareMatrix } from './matrix-comparisons.js';

/** The matrices are printed to ten digits, the literature's to eight. */
const PRINTED = 1e-8;

/** An entry with a matrix and its nearest correlation matrix, computed or from the literature; null when it is none. */
export function nearestComparisons({ facts }: JsonEntry): readonly Comparison[] | null {
  const input = matrixOf(facts.input);
  const nearest = matrixOf(facts.nearest_unitDiag_PSD);
  const literature = isObject(facts.literature) ? matrixOf(facts.literature.expected) : null;
  if (input === null || (nearest === null && literature === null)) return null;
  const ours = nearestCorrelation(input.values, input.rows, weightsOf(facts)).values;
  const eigenvalue = symmetricEigen(input.values, input.rows).values[0] ?? Number.NaN;
  return [
    ...(nearest === null ? [] : compareMatrix('nearest', ours, nearest, PRINTED)),
    ...(literature === null ? [] : compareMatrix('literature', ours, literature, literatureTolerance(facts))),
    ...compareFigure('frobeniusDistance', frobeniusDistance(input.values, ours), facts.frobeniusDistance, PRINTED),
    ...compareFigure('minEigenvalueInput', eigenvalue, facts.minEigenvalueInput, PRINTED),
  ];
}

/**
 * An entry with a clipped and rescaled matrix, whose input is its own or that of the entry of the same key elsewhere.
 */
export function clipComparisons(entry: JsonEntry, entries: readonly JsonEntry[]): readonly Comparison[] | null {
  const clipped = matrixOf(entry.facts.clippedRescaled);
  if (clipped === null) return null;
  const input = inputOf(entry.key, [entry, ...entries]);
  if (input === null) throw new RangeError(`no file of the folder has an input matrix ${entry.key}`);
  const ours = spectralClip(input.values, input.rows);
  const distance = frobeniusDistance(input.values, ours);
  return [
    ...compareMatrix('clippedRescaled', ours, clipped, PRINTED),
    ...compareFigure('frobeniusDistance', distance, entry.facts.frobeniusDistance, PRINTED),
  ];
}

function inputOf(key: string, entries: readonly JsonEntry[]): JsonMatrix | null {
  for (const entry of entries) {
    const input = entry.key === key ? matrixOf(entry.facts.input) : null;
    if (input !== null) return input;
  }
  return null;
}

function weightsOf({ weights }: JsonObject): readonly number[] | undefined {
  return Array.isArray(weights) && weights.every((weight) => typeof weight === 'number') ? weights : undefined;
}

function literatureTolerance({ literature }: JsonObject): number {
  const tolerance = isObject(literature) ? literature.tol : undefined;
  return typeof tolerance === 'number' && tolerance > 0 ? tolerance : PRINTED;
}
