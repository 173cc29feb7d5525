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
import { allocateCsv } from './allocate-csv.js';
import { attributeCsv } from './attribute-csv.js';
import { collateralCsv } from './collateral-csv.js';
import { compareCsv } from './compare-csv.js';
import { correlateCsv } from './correlate-csv.js';
import { frontierCsv } from './frontier-csv.js';
import { marginCsv } from './margin-csv.js';
import { modelsCsv } from './models-csv.js';
import { optimizeCsv } from './optimize-csv.js';
import { reconcileCsv } from './reconcile-csv.js';
import { stressCsv } from './stress-csv.js';
import { verifyCsv } from './verify-csv.js';
import { whatIfCsv } from './whatif-csv.js';

/** The main table of a document as CSV; without a result, the names of its columns alone. */
export function renderCsv({ schema, result }: Envelope<unknown>): string {
  switch (schema) {
    case 'margo/margin@1':
      return marginCsv(result as MarginResult | null);
    case 'margo/optimize@1':
      return optimizeCsv(result as OptimizeResult | null);
    case 'margo/frontier@1':
      return frontierCsv(result as FrontierResult | null);
    case 'margo/whatif@1':
      return whatIfCsv(result as WhatIfResult | null);
    case 'margo/attribute@1':
      return attributeCsv(result as AttributeResult | null);
    case 'margo/collateral@1':
      return collateralCsv(result as CollateralResult | null);
    case 'margo/allocate@1':
      return allocateCsv(result as AllocateResult | null);
    case 'margo/compare@1':
      return compareCsv(result as CompareResult | null);
    case 'margo/correlate@1':
      return correlateCsv(result as CorrelateResult | null);
    case 'margo/reconcile@1':
      return reconcileCsv(result as ReconcileResult | null);
    case 'margo/stress@1':
      return stressCsv(result as StressResult | null);
    case 'margo/verify@1':
      return verifyCsv(result as VerifyResult | null);
    case 'margo/models@1':
      return modelsCsv(result as ModelsResult | null);
    default:
      return unknownDocument(schema);
  }
}
