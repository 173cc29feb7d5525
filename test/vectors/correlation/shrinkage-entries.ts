import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { empiricalCovariance } from '../../../src/correlation/empirical-covariance.js';
import { ledoitWolf } from '../../../src/correlation/ledoit-wolf.js';
import { oracleApproximatingShrinkage } from '../../../src/correlation/oas.js';
import { shrinkCovariance } from '../../../src/correlation/shrink-covariance.js';
import type { Comparison } from '../vector-case.js';
import { isObject, type JsonEntry, type JsonMatrix, matrixOf } from './json-entries.js';
import { compareFigure, compareMatrix } from './matrix-comparisons.js';

/** scikit-learn's figures are printed in full. */
const PRINTED = 1e-10;

/**
 * An entry with shrinkage intensities, whose observations are beside it in `lw_data_KEY.csv` or in its own `X`. Null
 * when it is none; a reason when the observations are missing.
 */
export function shrinkageComparisons(
  { key, facts }: JsonEntry,
  folder: string,
): readonly Comparison[] | { readonly reason: string } | null {
  if (typeof facts.ledoitWolfShrinkage !== 'number' && typeof facts.oasShrinkage !== 'number') return null;
  const path = join(folder, `lw_data_${key}.csv`);
  const data = existsSync(path) ? observations(path) : matrixOf(facts.X ?? facts.data);
  if (data === null) return { reason: `its observations lw_data_${key}.csv are not there` };
  const empirical = empiricalCovariance(data.values, data.rows, data.columns);
  const wolf = ledoitWolf(data.values, data.rows, data.columns);
  const oas = oracleApproximatingShrinkage(data.values, data.rows, data.columns);
  return [
    ...compareIfGiven('empirical_ddof0', empirical, facts.empirical_ddof0),
    ...compareFigure('ledoitWolfShrinkage', wolf.shrinkage, facts.ledoitWolfShrinkage, PRINTED),
    ...compareIfGiven('ledoitWolfCov', wolf.covariance, facts.ledoitWolfCov),
    ...compareFigure('oasShrinkage', oas.shrinkage, facts.oasShrinkage, PRINTED),
    ...compareIfGiven('oasCov', oas.covariance, facts.oasCov),
  ];
}

/** An entry with small worked examples of the empirical covariance and of shrinking; null when it is none. */
export function workedComparisons({ facts }: JsonEntry): readonly Comparison[] | null {
  const comparisons: Comparison[] = [];
  const { shrunk_covariance: shrunk, empirical_covariance: empirical } = facts;
  if (isObject(shrunk)) {
    const covariance = matrixOf(shrunk.cov);
    if (covariance === null || typeof shrunk.delta !== 'number') throw new RangeError('no cov or delta to shrink');
    const ours = shrinkCovariance(covariance.values, covariance.rows, shrunk.delta);
    comparisons.push(...compareIfGiven('shrunk_covariance', ours, shrunk.expected));
  }
  if (isObject(empirical)) {
    const data = matrixOf(empirical.X);
    if (data === null) throw new RangeError('no X to take the covariance of');
    const ours = empiricalCovariance(data.values, data.rows, data.columns);
    comparisons.push(...compareIfGiven('empirical_covariance', ours, empirical.expected));
  }
  return comparisons.length > 0 ? comparisons : null;
}

function compareIfGiven(field: string, ours: Float64Array, theirs: unknown): readonly Comparison[] {
  const matrix = matrixOf(theirs);
  return matrix === null ? [] : compareMatrix(field, ours, matrix, PRINTED);
}

function observations(path: string): JsonMatrix {
  const records: string[][] = parse(readFileSync(path), { bom: true, trim: true, skip_empty_lines: true });
  const rows = records.map((record) => record.map(Number));
  const data = matrixOf(rows[0]?.some(Number.isNaN) ? rows.slice(1) : rows);
  if (data === null) throw new RangeError(`${path} holds no observations`);
  return data;
}
