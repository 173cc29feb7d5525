import type { Io } from '../domain/index.js';
import { VERSION } from '../domain/version.js';
import type { Source } from '../ingest/index.js';
import type { Manifest } from '../schema/envelope.js';
import type { PreparedRun } from './prepare-run.js';
import type { CommonRequest } from './request.js';

/** Collects what a document's manifest tells about how it came to be, while a run goes on. */
export class ManifestBuilder {
  readonly #io: Io;
  readonly #request: Pick<CommonRequest, 'optionsInEffect' | 'seed'>;
  readonly #startedAt: number;
  readonly #timings: Record<string, number> = {};
  #last: number;
  #sources: readonly Source[] = [];
  #run: PreparedRun | null = null;
  #asOf: number | null = null;
  #solver: Manifest['solver'] = null;

  constructor(request: CommonRequest | Pick<CommonRequest, 'optionsInEffect' | 'seed'>, io: Io) {
    this.#io = io;
    this.#request = request;
    this.#startedAt = io.now();
    this.#last = io.elapsed();
  }

  /** Counts the time since the last call as that of a step. */
  finished(step: string): void {
    const now = this.#io.elapsed();
    this.#timings[step] = (this.#timings[step] ?? 0) + now - this.#last;
    this.#last = now;
  }

  read(sources: readonly Source[]): void {
    this.#sources = sources;
  }

  prepared(run: PreparedRun | null): void {
    this.#run = run;
    if (run !== null) this.#asOf = run.view.asOf;
  }

  /** The instant of a run under several rule books, which has no prepared run of its own. */
  valuedAt(asOf: number): void {
    this.#asOf = asOf;
  }

  solvedBy(solver: { readonly id: string; readonly version: string }): void {
    this.#solver = { id: solver.id, version: solver.version };
  }

  build(): Manifest {
    const run = this.#run;
    return {
      program: 'margo',
      version: VERSION,
      model:
        run === null
          ? null
          : { id: run.model.id, parameters: run.parameters.id, effectiveDate: run.parameters.effectiveDate },
      asOf: this.#asOf === null ? null : new Date(this.#asOf).toISOString(),
      inputs: this.#sources.map(({ role, file, sha256 }) => ({ role, file, sha256 })),
      options: { ...this.#request.optionsInEffect },
      solver: this.#solver,
      seed: this.#request.seed,
      startedAt: new Date(this.#startedAt).toISOString(),
      timings: { ...this.#timings },
    };
  }
}
