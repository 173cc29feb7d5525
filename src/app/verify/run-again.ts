import type { Io } from '../../domain/index.js';
import { ManifestBuilder } from '../manifest.js';
import type { Outcome } from '../outcome.js';
import { prepareHedge } from '../prepare-hedge.js';
import type { OptimizeRequest } from '../request.js';
import type { RecordedRequest } from './recorded-run.js';

/** How runs are made again; tests that verify many documents of one run remember what it comes to. */
export interface RunAgain {
  /** A hedge up to the point where a solver would be asked. */
  readonly prepared: (
    request: OptimizeRequest,
    io: Io,
  ) => Promise<Awaited<ReturnType<typeof prepareHedge>> & { readonly manifest: ManifestBuilder }>;
  /** The whole run of another command. */
  readonly whole: (recorded: Exclude<RecordedRequest, { command: 'optimize' }>, io: Io) => Promise<Outcome<object>>;
}

/** Runs made again from their inputs; a command is loaded only where a document is of it. */
export const RUN_AGAIN: RunAgain = {
  prepared: async (request, io) => {
    const manifest = new ManifestBuilder(request, io);
    return { ...(await prepareHedge(request, io, manifest)), manifest };
  },
  whole: async ({ command, request }, io) => {
    switch (command) {
      case 'margin':
        return (await import('../run-margin.js')).runMargin(request, io);
      case 'whatif':
        return (await import('../run-whatif.js')).runWhatIf(request, io);
      case 'frontier':
        return (await import('../run-frontier.js')).runFrontier(request, io);
      case 'attribute':
        return (await import('../run-attribute.js')).runAttribute(request, io);
      case 'compare':
        return (await import('../run-compare.js')).runCompare(request, io);
      case 'reconcile':
        return (await import('../run-reconcile.js')).runReconcile(request, io);
      case 'stress':
        return (await import('../run-stress.js')).runStress(request, io);
      case 'correlate':
        return (await import('../correlate/run-correlate.js')).runCorrelate(request, io);
      case 'collateral':
        return (await import('../run-collateral.js')).runCollateral(request, io);
      case 'allocate':
        return (await import('../run-allocate.js')).runAllocate(request, io);
    }
  },
};
