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
import { allocateReport } from './allocate-report.js';
import { attributeReport } from './attribute-report.js';
import { collateralReport } from './collateral-report.js';
import { compareReport } from './compare-report.js';
import { correlateReport } from './correlate-report.js';
import { frontierReport } from './frontier-report.js';
import { marginReport } from './margin-report.js';
import { modelsReport } from './models-report.js';
import { optimizeReport } from './optimize-report.js';
import { printableReport } from './printable-report.js';
import { reconcileReport } from './reconcile-report.js';
import type { Report } from './report.js';
import type { ReportDetail } from './report-detail.js';
import { stressReport } from './stress-report.js';
import { verifyReport } from './verify-report.js';
import { whatIfReport } from './whatif-report.js';

/** The report of any document, safe to print.  Throws on an unknown schema. */
export async function buildReport(document: Envelope<unknown>, detail: ReportDetail): Promise<Report> {
  return printableReport(await rawReport(document, detail));
}

async function rawReport(document: Envelope<unknown>, detail: ReportDetail): Promise<Report> {
  switch (document.schema) {
    case 'margo/margin@1':
      return marginReport(document as Envelope<MarginResult>, detail);
    case 'margo/optimize@1':
      return optimizeReport(document as Envelope<OptimizeResult>, detail);
    case 'margo/frontier@1':
      return frontierReport(document as Envelope<FrontierResult>, detail);
    case 'margo/whatif@1':
      return whatIfReport(document as Envelope<WhatIfResult>, detail);
    case 'margo/attribute@1':
      return attributeReport(document as Envelope<AttributeResult>, detail);
    case 'margo/collateral@1':
      return collateralReport(document as Envelope<CollateralResult>, detail);
    case 'margo/allocate@1':
      return allocateReport(document as Envelope<AllocateResult>, detail);
    case 'margo/compare@1':
      return compareReport(document as Envelope<CompareResult>, detail);
    case 'margo/correlate@1':
      return correlateReport(document as Envelope<CorrelateResult>, detail);
    case 'margo/reconcile@1':
      return reconcileReport(document as Envelope<ReconcileResult>, detail);
    case 'margo/stress@1':
      return stressReport(document as Envelope<StressResult>, detail);
    case 'margo/verify@1':
      return verifyReport(document as Envelope<VerifyResult>, detail);
    case 'margo/models@1':
      return modelsReport(document as Envelope<ModelsResult>, detail);
    default:
      return unknownDocument(document.schema);
  }
}
