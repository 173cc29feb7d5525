import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { CanonicalProgram } from './canonical-program.js';
import { jsSimplexWorker, type SimplexClaim } from './js-simplex-worker.js';

/** Why there is no claim: the time was up, the caller asked to stop, or the engine broke down. */
export interface NoClaim {
  readonly end: 'time' | 'interrupted' | 'crashed';
  readonly detail: string;
}

/** Node's timers overflow beyond 24 days. */
const LONGEST_TIMER_SECONDS = 2e6;

/**
 * javascript-lp-solver in a worker thread that is ended when it does not come back: it reads its own time limit only
 * between branches, and one hang outlived that limit by minutes. The worker starts at the first solve and serves until
 * {@link JsSimplex.dispose} or a forced end, after which the next solve starts another. Idle, it keeps no process alive.
 */
export class JsSimplex {
  #worker: Worker | null = null;

  /** Never rejects. One solve at a time. */
  solve(program: CanonicalProgram, seconds: number, signal: AbortSignal | null): Promise<SimplexClaim | NoClaim> {
    this.#worker ??= startWorker();
    const worker = this.#worker;
    worker.ref();
    return new Promise((resolve) => {
      const finish = (result: SimplexClaim | NoClaim): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', interrupt);
        worker.off('message', finish);
        worker.off('error', fail);
        worker.off('exit', leave);
        if ('end' in result) this.dispose();
        else worker.unref();
        resolve(result);
      };
      const interrupt = (): void => finish({ end: 'interrupted', detail: 'interrupted' });
      const fail = (error: Error): void => finish({ end: 'crashed', detail: error.message });
      const leave = (): void => finish({ end: 'crashed', detail: 'the engine ended without an answer' });
      const delay = Math.max(0, Math.min(seconds, LONGEST_TIMER_SECONDS)) * 1000;
      const timer = setTimeout(
        () => finish({ end: 'time', detail: `no answer within ${seconds.toFixed(1)} s` }),
        delay,
      );
      signal?.addEventListener('abort', interrupt);
      worker.on('message', finish);
      worker.on('error', fail);
      worker.on('exit', leave);
      worker.postMessage(program);
    });
  }

  /** Ends the worker, whatever it is doing. */
  dispose(): void {
    void this.#worker?.terminate();
    this.#worker = null;
  }
}

function startWorker(): Worker {
  const enginePath = createRequire(import.meta.url).resolve('javascript-lp-solver');
  return new Worker(`(${jsSimplexWorker.toString()})(require)`, { eval: true, workerData: enginePath });
}
