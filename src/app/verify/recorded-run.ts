import type { Parsed } from '../../domain/index.js';
import type { VerifiableSchema } from '../../schema/document-faults.js';
import type { Envelope } from '../../schema/envelope.js';
import type { MarginResult } from '../../schema/margin-document.js';
import type { OptimizeResult } from '../../schema/optimize-document.js';
import type { WhatIfResult } from '../../schema/whatif-document.js';
import type { MarginRequest, OptimizeRequest, WhatIfRequest } from '../request.js';

/** A document as read: of its schema, with a result. */
export interface RecordedDocument extends Envelope<MarginResult | OptimizeResult | WhatIfResult> {
  readonly schema: VerifiableSchema;
  readonly result: MarginResult | OptimizeResult | WhatIfResult;
}

/** How a document came to be, as its manifest tells, with the files to read now. */
export interface RecordedRun {
  readonly command: RecordedCommand;
  readonly options: Readonly<Record<string, unknown>>;
  /** By role: `positions`, `market`, `limits` ... */
  readonly files: ReadonlyMap<string, string>;
}

export type RecordedCommand = 'margin' | 'optimize' | 'whatif';

/** The request of a recorded run, made again. */
export type RecordedRequest =
  | { readonly command: 'margin'; readonly request: MarginRequest }
  | { readonly command: 'optimize'; readonly request: OptimizeRequest }
  | { readonly command: 'whatif'; readonly request: WhatIfRequest };

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
