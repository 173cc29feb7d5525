import { RUN_AGAIN, type RunAgain } from '../../src/app/verify/run-again.js';

/**
 * Runs made again once for each request, for tests that verify many documents of the same run: what is read, valued and built
 * does not hang on the document, only what is compared with it does.
 */
export function rememberedRuns(): RunAgain {
  const prepared = new Map<unknown, ReturnType<RunAgain['prepared']>>();
  const whole = new Map<unknown, ReturnType<RunAgain['whole']>>();
  return {
    prepared: (request, io) => remembered(prepared, request, () => RUN_AGAIN.prepared(request, io)),
    whole: (recorded, io) => remembered(whole, recorded.request, () => RUN_AGAIN.whole(recorded, io)),
  };
}

function remembered<T>(known: Map<unknown, T>, key: unknown, make: () => T): T {
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = make();
  known.set(key, made);
  return made;
}
