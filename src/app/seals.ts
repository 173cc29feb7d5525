import { createHash } from 'node:crypto';
import type { Envelope, Manifest } from '../schema/envelope.js';

/** The hash of one part of a document. */
export type Seal = NonNullable<Manifest['seals']>[number];

/**
 * A document with the hashes of its parts in its manifest, so that a digit changed later shows, and in which part. It
 * proves nothing against who can make hashes too: that is what recomputing the figures is for.
 */
export function sealed<D extends Envelope<unknown>>(document: D): D {
  return { ...document, manifest: { ...document.manifest, seals: sealsOf(document) } };
}

/** The hashes of the parts: manifest (but for when and how long), status, every member of the result, issues. */
export function sealsOf({ manifest, status, result, issues }: Envelope<unknown>): Seal[] {
  const { startedAt: _at, timings: _for, seals: _own, ...fixed } = manifest;
  const parts: [string, unknown][] = [
    ['manifest', fixed],
    ['status', status],
    ...Object.entries(result ?? {}).map(([name, value]): [string, unknown] => [`result.${name}`, value]),
    ['issues', issues],
  ];
  return parts.map(([part, value]) => ({ part, sha256: createHash('sha256').update(canonical(value)).digest('hex') }));
}

/** JSON without blanks, keys in the order of their names: the same text whoever wrote the document anew. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
