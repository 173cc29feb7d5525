import type { ReconcileResult } from '../../schema/index.js';
import type { NdjsonLine } from './ndjson-line.js';

/** Lines of a reconcile document: case (with its issues), its figures, summary. */
export function reconcileLines({ cases, ...summary }: ReconcileResult): NdjsonLine[] {
  return [
    ...cases.flatMap(({ figures, ...rest }) => [
      { type: 'case', ...rest },
      ...figures.map((figure) => ({ type: 'figure', case: rest.name, ...figure })),
    ]),
    { type: 'summary', ...summary },
  ];
}
