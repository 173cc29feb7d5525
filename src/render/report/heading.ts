import type { Envelope } from '../../schema/index.js';

/** What the figures of a document rest on, in one line: model and parameter set, valuation time, solver. */
export function basisOf(document: Envelope<unknown>): string {
  const { model, asOf, solver } = document.manifest;
  const parts = [
    ...(model === null ? [] : [`model ${model.id} (${model.parameters}, ${model.effectiveDate})`]),
    ...(asOf === null ? [] : [`as of ${asOf.replace('T', ' ').replace(/\.\d+Z$|Z$/, ' UTC')}`]),
    ...(solver === null ? [] : [`solver ${solver.id} ${solver.version}`]),
  ];
  return parts.join(', ');
}

/** `margo margin, version 0.1.0` out of `margo/margin@1`. */
export function titleOf(document: Envelope<unknown>): string {
  const command = document.schema.replace(/@\d+$/, '').replace('/', ' ');
  return `${command}, version ${document.manifest.version}`;
}
