import { Value, type ValueError } from '@sinclair/typebox/value';
import { AllocateDocumentSchema } from './allocate-document.js';
import { AttributeDocumentSchema } from './attribute-document.js';
import { CollateralDocumentSchema } from './collateral-document.js';
import { CompareDocumentSchema } from './compare-document.js';
import { CorrelateDocumentSchema } from './correlate/correlate-document.js';
import { FrontierDocumentSchema } from './frontier-document.js';
import { MarginDocumentSchema } from './margin-document.js';
import { OptimizeDocumentSchema } from './optimize-document.js';
import { ReconcileDocumentSchema } from './reconcile-document.js';
import { StressDocumentSchema } from './stress-document.js';
import { WhatIfDocumentSchema } from './whatif-document.js';

/** Documents whose figures can be made again from their inputs. */
const VERIFIABLE = {
  'margo/margin@1': MarginDocumentSchema,
  'margo/optimize@1': OptimizeDocumentSchema,
  'margo/whatif@1': WhatIfDocumentSchema,
  'margo/frontier@1': FrontierDocumentSchema,
  'margo/attribute@1': AttributeDocumentSchema,
  'margo/compare@1': CompareDocumentSchema,
  'margo/reconcile@1': ReconcileDocumentSchema,
  'margo/stress@1': StressDocumentSchema,
  'margo/correlate@1': CorrelateDocumentSchema,
  'margo/collateral@1': CollateralDocumentSchema,
  'margo/allocate@1': AllocateDocumentSchema,
} as const;

export type VerifiableSchema = keyof typeof VERIFIABLE;

/** What in a document is not as its schema says. */
export interface DocumentFault {
  /** `result.trades[0].quantity`; empty for the whole. */
  readonly path: string;
  readonly message: string;
}

/** Whether a schema's name is one of a document that can be verified. */
export function isVerifiable(schema: unknown): schema is VerifiableSchema {
  return typeof schema === 'string' && Object.hasOwn(VERIFIABLE, schema);
}

/** Compares a document with its schema; the first faults, at most `most`. */
export function documentFaults(schema: VerifiableSchema, document: unknown, most = 5): DocumentFault[] {
  const faults: DocumentFault[] = [];
  for (const error of Value.Errors(VERIFIABLE[schema], document)) {
    const { path, message } = innermost(error);
    faults.push({ path: dotted(path), message });
    if (faults.length === most) break;
  }
  return faults;
}

/** Of a choice between schemas (a part or null, one word or another) the fault that lies deepest: the one meant. */
function innermost(error: ValueError): ValueError {
  let deepest = error;
  for (const [first] of error.errors.map((branch) => [...branch])) {
    const inner = first === undefined ? error : innermost(first);
    if (inner.path.length > deepest.path.length) deepest = inner;
  }
  return deepest;
}

/** `/result/trades/0` as `result.trades[0]`. */
function dotted(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .reduce((path, key) => (/^\d+$/.test(key) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`), '');
}
