import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { conditionProgram } from './condition-program.js';
import { highsModelData } from './highs-model-data.js';
import { FEASIBILITY_TOLERANCE, NO_LIMIT_SECONDS } from './highs-status.js';
import { type IntegerJob, type IntegerMessage, integerSearchWorker } from './integer-search-worker.js';
import type { LinearProgram } from './linear-program.js';
import type { SolveOptions } from './solver.js';

/** Seconds a search may overrun its limit, or dawdle after being asked to stop, before it is ended by force. */
const GRACE_SECONDS = 3;
/** Node's timers overflow beyond 24 days. */
const LONGEST_TIMER_SECONDS = 2e6;

/** How a search ended, in the program's own units: a HiGHS status, or that it was ended by force or broke down. */
export interface SearchEnd {
  readonly status: number | 'killed' | 'failed';
  /** The best point found, integers still within HiGHS's tolerance of whole. */
  readonly x: Float64Array | null;
  readonly bound: number;
  readonly detail: string;
}

/** One branch-and-bound run in a worker thread of its own. Always ends; never rejects. */
export function runIntegerSearch(
  program: LinearProgram,
  options: SolveOptions,
  presolve: 'on' | 'off',
  seconds: number,
): Promise<SearchEnd> {
  const conditioned = conditionProgram(program);
  const limit = Math.min(Math.max(0, seconds), NO_LIMIT_SECONDS);
  const job: IntegerJob = {
    highsPath: createRequire(import.meta.url).resolve('highs'),
    model: highsModelData(conditioned.program),
    settings: {
      output_flag: false,
      presolve,
      random_seed: options.seed,
      time_limit: limit,
      mip_rel_gap: options.relativeGap,
      mip_abs_gap: 1e-9,
      mip_feasibility_tolerance: FEASIBILITY_TOLERANCE,
      primal_feasibility_tolerance: FEASIBILITY_TOLERANCE,
      ...(options.nodeLimit === undefined ? {} : { mip_max_nodes: options.nodeLimit }),
    },
    start: options.start,
    stop: new SharedArrayBuffer(4),
  };
  return attend(job, limit, options.signal, conditioned.costScale);
}

/** Starts the worker and waits for its end, a stop or the time to end it by force, whichever comes first. */
function attend(job: IntegerJob, limit: number, signal: AbortSignal | null, costScale: number): Promise<SearchEnd> {
  const worker = new Worker(`(${integerSearchWorker.toString()})(require)`, { eval: true, workerData: job });
  return new Promise((resolve) => {
    let x: Float64Array | null = null;
    let bound = Number.NEGATIVE_INFINITY;
    const timers: NodeJS.Timeout[] = [];
    const finish = (status: SearchEnd['status'], detail: string): void => {
      for (const timer of timers) clearTimeout(timer);
      signal?.removeEventListener('abort', askToStop);
      void worker.terminate();
      resolve({ status, x, bound: bound / costScale, detail });
    };
    const killIn = (seconds: number): void => {
      const delay = Math.min(seconds, LONGEST_TIMER_SECONDS) * 1000;
      timers.push(setTimeout(() => finish('killed', 'ended by force'), delay));
    };
    const askToStop = (): void => {
      Atomics.store(new Int32Array(job.stop), 0, 1);
      killIn(GRACE_SECONDS);
    };
    signal?.addEventListener('abort', askToStop);
    if (limit < NO_LIMIT_SECONDS) killIn(limit + GRACE_SECONDS);
    worker.on('error', (error: Error) => finish('failed', error.message));
    worker.on('exit', () => finish('failed', 'the search ended without an answer'));
    worker.on('message', (message: IntegerMessage) => {
      if (message.kind === 'failed') {
        finish('failed', message.detail);
        return;
      }
      x = message.x ?? x;
      bound = Math.max(bound, message.bound);
      if (message.kind === 'ended') finish(message.status, `ended with status ${message.status}`);
    });
  });
}
