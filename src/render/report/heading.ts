import type { Envelope } from '../../schema/index.js';

/** What the figures of a document rest on, in one line: model and parameter set, valuation time, program and solver. */
export function basisOf(document: Envelope<unknown>): string {
  const { model, asOf, version, solver } = document.manifest;
  const parts = [
    ...(model === null ? [] : [`model ${model.id} (${model.parameters}, ${model.effectiveDate})`]),
    ...(asOf === null ? [] : [`as of ${asOf.replace('T', ' ').replace(/\.\d+Z$|Z$/, ' UTC')}`]),
    `margo ${version}`,
    ...(solver === null ? [] : [`solver ${solver.id} ${solver.version}`]),
  ];
  return parts.join(', ');
}

/** `margo margin` out of `margo/margin@1`. */
export function titleOf(document: Envelope<unknown>): string {
  return document.schema.replace(/@\d+$/, '').replace('/', ' ');
}
