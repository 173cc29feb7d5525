import type { CallbackEvent, Highs, Model } from 'highs';

/** One integer program for the worker, conditioned; every array is copied on the way. */
export interface IntegerJob {
  readonly highsPath: string;
  readonly model: object;
  readonly settings: Readonly<Record<string, string | number | boolean>>;
  readonly start: Float64Array | null;
  /** One Int32 over shared memory; 1 asks the search to stop. */
  readonly stop: SharedArrayBuffer;
}

/** What the worker says, in the units of the conditioned program; `bound` may be infinite. */
export type IntegerMessage =
  | { readonly kind: 'incumbent'; readonly x: Float64Array; readonly bound: number }
  | { readonly kind: 'ended'; readonly status: number; readonly x: Float64Array | null; readonly bound: number }
  | { readonly kind: 'failed'; readonly detail: string };

/**
 * The worker's whole program, handed to it as source text (Node 20 cannot run TypeScript in a worker, and in the bundle
 * there is no file of its own). It must therefore stand alone: nothing but its argument and globals, no imports but types.
 *
 * HiGHS blocks its thread for as long as it searches; in a worker it can be told to stop through shared memory, and
 * ended by force, while the main thread still hears Ctrl-C. Each new incumbent is sent at once, so that a forced end
 * loses nothing.
 */
export function integerSearchWorker(require: NodeJS.Require): void {
  const { parentPort, workerData } = require('node:worker_threads') as typeof import('node:worker_threads');
  const job = workerData as IntegerJob;
  const load = require(job.highsPath) as (options: object) => Promise<Highs>;
  const stop = new Int32Array(job.stop);
  const say = (message: IntegerMessage): void => parentPort?.postMessage(message);

  const search = (highs: Highs, model: Model): void => {
    model.options.set(job.settings);
    model.passModel(job.model as Parameters<Model['passModel']>[0]);
    if (job.start !== null) model.setSolution({ colValue: job.start });
    const { mipInterrupt, simplexInterrupt, mipImprovingSolution } = highs.constants.callbackType;
    const stopWhenAsked = (event: CallbackEvent): undefined => {
      if (Atomics.load(stop, 0) === 1 && 'interrupt' in event) event.interrupt();
    };
    const { modelStatus } = model.run({
      [mipInterrupt]: stopWhenAsked,
      [simplexInterrupt]: stopWhenAsked,
      [mipImprovingSolution]: (event: CallbackEvent): undefined => {
        const x = event.data.mip_solution;
        if (x !== undefined)
          say({ kind: 'incumbent', x, bound: event.data.mip_dual_bound ?? Number.NEGATIVE_INFINITY });
      },
    });
    const hasPoint = model.info.get('primal_solution_status') === highs.constants.solutionStatus.feasible;
    const x = hasPoint ? model.getSolution().colValue : null;
    say({ kind: 'ended', status: modelStatus, x, bound: Number(model.info.get('mip_dual_bound')) });
  };

  const ignore = (): void => {};
  load({ print: ignore, printErr: ignore })
    .then((highs) => search(highs, highs.createModel()))
    .catch((error: unknown) => say({ kind: 'failed', detail: error instanceof Error ? error.message : String(error) }));
}
