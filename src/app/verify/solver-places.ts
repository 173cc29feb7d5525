import type { FrontierResult } from '../../schema/frontier-document.js';
import type { OptimizeResult } from '../../schema/optimize-document.js';
import type { RecordedDocument } from './recorded-run.js';

/** Places of a document that stand on the solver's word alone. */
export function solverPlaces({ schema, result }: RecordedDocument): string[] {
  if (schema === 'margo/optimize@1') return hedgePlaces(result as OptimizeResult);
  if (schema === 'margo/frontier@1') {
    const { points } = result as FrontierResult;
    return points.flatMap(({ lowerBound }, i) => (lowerBound === null ? [] : [`result.points[${i}].lowerBound`]));
  }
  return schema === 'margo/allocate@1' || schema === 'margo/collateral@1' ? ['result.bound'] : [];
}

/** Members of a result that a solver was asked for again: the figures are those of its answer. */
const SOLVED: Partial<Record<RecordedDocument['schema'], readonly string[]>> = {
  'margo/frontier@1': ['exact', 'points', 'breakpoints', 'knee', 'optimum', 'ends', 'conflict'],
  'margo/allocate@1': ['after', 'moves', 'venues', 'cost', 'objective', 'bound', 'gap', 'proven', 'certificate'],
  'margo/collateral@1': ['postings', 'assets', 'venues', 'cost', 'bound', 'gap', 'proven', 'proof', 'infeasible'],
};

/** Of a document that is made again with the solver, the members that are its answer. */
export function solvedMembers({ schema }: RecordedDocument): ReadonlySet<string> {
  return new Set(SOLVED[schema] ?? []);
}

function hedgePlaces(result: OptimizeResult): string[] {
  const { certificate, limits, trades, explanation, conflict, secondAim, candidates, search, robust } = result;
  const places: string[] = [];
  if (search !== undefined) places.push('result.search.rounds', 'result.search.starts');
  if (robust?.plain != null) places.push('result.robust.plain.trades');
  if (candidates.screened !== undefined) places.push('result.candidates.screened');
  if (conflict !== null) places.push('result.conflict');
  if (certificate !== null) {
    if (certificate.searchBound !== null) places.push('result.certificate.searchBound');
    if (certificate.lpBound === null) places.push('result.bound');
    places.push('result.certificate.rows', 'result.certificate.worstRowViolation');
    const proved = certificate.kind === 'linear' && certificate.lpBound !== null && certificate.method === undefined;
    limits.forEach(({ shadowPrice, worth }, i) => {
      if (worth !== undefined && worth !== null) places.push(`result.limits[${i}].worth`);
      if (shadowPrice !== 0 && (!proved || worth !== undefined)) places.push(`result.limits[${i}].shadowPrice`);
    });
  }
  const second = secondAim?.certificate ?? null;
  if (second !== null) {
    if (second.searchBound !== null) places.push('result.secondAim.certificate.searchBound');
    if (second.lpBound === null) places.push('result.secondAim.bound');
    places.push('result.secondAim.certificate.rows', 'result.secondAim.certificate.worstRowViolation');
  }
  limits.forEach(({ relaxedTo }, i) => {
    if (relaxedTo !== undefined) places.push(`result.limits[${i}].relaxedTo`);
  });
  trades.forEach(({ reasons }, i) => {
    if (reasons !== undefined && reasons.leftOut !== null) places.push(`result.trades[${i}].reasons.leftOut`);
  });
  if (explanation !== undefined && explanation.sentences.length > 0) places.push('result.explanation.sentences');
  return places;
}
