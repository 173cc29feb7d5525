import type { CorrelateRequest } from '../app/correlate/correlate-request.js';
import type { Outcome } from '../app/outcome.js';
import type {
  AllocateRequest,
  AttributeRequest,
  CollateralRequest,
  CompareRequest,
  FrontierRequest,
  MarginRequest,
  OptimizeRequest,
  ReconcileRequest,
  StressRequest,
  WhatIfRequest,
} from '../app/request.js';
import type { VerifyRequest } from '../app/verify/recorded-run.js';
import type { Io, Issue, Parsed } from '../domain/index.js';
import type { AllocateResult } from '../schema/allocate-document.js';
import type { AttributeResult } from '../schema/attribute-document.js';
import type { CollateralResult } from '../schema/collateral-document.js';
import type { CompareResult } from '../schema/compare-document.js';
import type { CorrelateResult } from '../schema/correlate/correlate-document.js';
import type { FrontierResult } from '../schema/frontier-document.js';
import type { MarginResult } from '../schema/margin-document.js';
import type { ModelsResult } from '../schema/models-document.js';
import type { OptimizeResult } from '../schema/optimize-document.js';
import type { ReconcileResult } from '../schema/reconcile-document.js';
import type { StressResult } from '../schema/stress-document.js';
import type { VerifyResult } from '../schema/verify-document.js';
import type { WhatIfResult } from '../schema/whatif-document.js';
import type { ConfigFile } from './settings/settings-from-config.js';

/** How a document is to look. */
export interface Appearance {
  readonly format: 'table' | 'json' | 'ndjson' | 'csv' | 'md' | 'html';
  readonly width: number;
  readonly color: boolean;
}

/** All that the command line asks of other rooms. Tests hand in their own. */
export interface Services {
  readonly runMargin: (request: MarginRequest, io: Io) => Promise<Outcome<MarginResult>>;
  readonly runOptimize: (request: OptimizeRequest, io: Io) => Promise<Outcome<OptimizeResult>>;
  readonly runFrontier: (request: FrontierRequest, io: Io) => Promise<Outcome<FrontierResult>>;
  readonly runWhatIf: (request: WhatIfRequest, io: Io) => Promise<Outcome<WhatIfResult>>;
  readonly runAllocate: (request: AllocateRequest, io: Io) => Promise<Outcome<AllocateResult>>;
  readonly runCollateral: (request: CollateralRequest, io: Io) => Promise<Outcome<CollateralResult>>;
  readonly runCorrelate: (request: CorrelateRequest, io: Io) => Promise<Outcome<CorrelateResult>>;
  readonly runCompare: (request: CompareRequest, io: Io) => Promise<Outcome<CompareResult>>;
  readonly runAttribute: (request: AttributeRequest, io: Io) => Promise<Outcome<AttributeResult>>;
  readonly runReconcile: (request: ReconcileRequest, io: Io) => Promise<Outcome<ReconcileResult>>;
  readonly runStress: (request: StressRequest, io: Io) => Promise<Outcome<StressResult>>;
  readonly runVerify: (request: VerifyRequest, io: Io) => Promise<Outcome<VerifyResult>>;
  readonly describeModels: (id: string | null, io: Io) => Promise<Outcome<ModelsResult>>;
  /** The names of the parameters of every model. */
  readonly parameterNames: (io: Io) => Promise<readonly string[]>;
  readonly render: (document: Outcome<unknown>, appearance: Appearance) => Promise<string>;
  readonly renderIssues: (issues: readonly Issue[], look: { width: number; color: boolean }) => Promise<string>;
  readonly readConfig: (file: string, io: Io) => Promise<Parsed<ConfigFile>>;
  /** JSON Schemas by name. */
  readonly schemas: () => Promise<Readonly<Record<string, object>>>;
}
