import type { Parsed } from '../../domain/index.js';
import type { VerifiableSchema } from '../../schema/document-faults.js';
import type { Envelope } from '../../schema/envelope.js';
import type { CorrelateRequest } from '../correlate/correlate-request.js';
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
} from '../request.js';

/** A document as read: of its schema, with a result. */
export interface RecordedDocument extends Envelope<object> {
  readonly schema: VerifiableSchema;
  readonly result: object;
}

/** How a document came to be, as its manifest tells, with the files to read now. */
export interface RecordedRun {
  readonly command: RecordedCommand;
  readonly options: Readonly<Record<string, unknown>>;
  /** By role: `positions`, `market`, `limits` ... */
  readonly files: ReadonlyMap<string, string>;
}

/** The request behind each document that can be made again, by the name of its schema. */
interface Requests {
  readonly margin: MarginRequest;
  readonly optimize: OptimizeRequest;
  readonly whatif: WhatIfRequest;
  readonly frontier: FrontierRequest;
  readonly attribute: AttributeRequest;
  readonly compare: CompareRequest;
  readonly reconcile: ReconcileRequest;
  readonly stress: StressRequest;
  readonly correlate: CorrelateRequest;
  readonly collateral: CollateralRequest;
  readonly allocate: AllocateRequest;
}

export type RecordedCommand = keyof Requests;

/** The request of a recorded run, made again. */
export type RecordedRequest = {
  readonly [C in RecordedCommand]: { readonly command: C; readonly request: Requests[C] };
}[RecordedCommand];

/** What is to be verified, and where its inputs are now. */
export interface VerifyRequest {
  /** Path of a JSON document; `-` is standard input. */
  readonly document: string;
  /** Folder in which the inputs are now, by their own names; null where the manifest says. */
  readonly inputs: string | null;
  /** Files that take the place of the manifest's, each `ROLE=FILE`. */
  readonly replaced: readonly string[];
  /** Makes the request of a recorded run again; null with errors among the issues. */
  readonly recreate: (run: RecordedRun) => Parsed<RecordedRequest | null>;
  /** Options in effect, for the manifest. */
  readonly optionsInEffect: Readonly<Record<string, unknown>>;
}
