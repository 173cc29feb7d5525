import type {
  AllocateResult,
  AttributeResult,
  CollateralResult,
  CompareResult,
  CorrelateResult,
  Envelope,
  FrontierResult,
  MarginResult,
  ModelsResult,
  OptimizeResult,
  ReconcileResult,
  StressResult,
  VerifyResult,
  WhatIfResult,
} from '../../schema/index.js';
import { unknownDocument } from '../unknown-document.js';
import { allocateLines } from './allocate-lines.js';
import { attributeLines } from './attribute-lines.js';
import { collateralLines } from './collateral-lines.js';
import { compareLines } from './compare-lines.js';
import { correlateLines } from './correlate-lines.js';
import { frontierLines } from './frontier-lines.js';
import { marginLines } from './margin-lines.js';
import { modelsLines } from './models-lines.js';
import type { NdjsonLine } from './ndjson-line.js';
import { optimizeLines } from './optimize-lines.js';
import { reconcileLines } from './reconcile-lines.js';
import { stressLines } from './stress-lines.js';
import { verifyLines } from './verify-lines.js';
import { whatIfLines } from './whatif-lines.js';

/**
 * A document as one object a line: `manifest` first, then every `issue`, then what the document holds, and `summary` last,
 * so that `tail -1` has the answer. A document without a result ends with a summary that has only the status.
 */
export function renderNdjson(document: Envelope<unknown>): string {
  const { schema, status, manifest, issues, result } = document;
  const lines: NdjsonLine[] = [
    { type: 'manifest', schema, status, ...manifest },
    ...issues.map((issue) => ({ type: 'issue', ...issue })),
    ...(result === null ? [{ type: 'summary' }] : resultLines(document)),
  ].map((line) => (line.type === 'summary' ? { ...line, type: 'summary', status } : line));
  return `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`;
}

function resultLines({ schema, result }: Envelope<unknown>): NdjsonLine[] {
  switch (schema) {
    case 'margo/margin@1':
      return marginLines(result as MarginResult);
    case 'margo/optimize@1':
      return optimizeLines(result as OptimizeResult);
    case 'margo/frontier@1':
      return frontierLines(result as FrontierResult);
    case 'margo/whatif@1':
      return whatIfLines(result as WhatIfResult);
    case 'margo/attribute@1':
      return attributeLines(result as AttributeResult);
    case 'margo/collateral@1':
      return collateralLines(result as CollateralResult);
    case 'margo/allocate@1':
      return allocateLines(result as AllocateResult);
    case 'margo/compare@1':
      return compareLines(result as CompareResult);
    case 'margo/correlate@1':
      return correlateLines(result as CorrelateResult);
    case 'margo/reconcile@1':
      return reconcileLines(result as ReconcileResult);
    case 'margo/stress@1':
      return stressLines(result as StressResult);
    case 'margo/verify@1':
      return verifyLines(result as VerifyResult);
    case 'margo/models@1':
      return modelsLines(result as ModelsResult);
    default:
      return unknownDocument(schema);
  }
}
