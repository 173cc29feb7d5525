import type { Highs } from 'highs';

let loading: Promise<Highs> | null = null;

/**
 * The process's one HiGHS instance (WebAssembly), loaded at the first call: 70 ms that a run without a solve never pays.
 * Its output goes nowhere: the loader drops both native streams unless handlers are given.
 */
export function loadHighs(): Promise<Highs> {
  loading ??= import('highs').then(async (module) => {
    const start = module.default as unknown as (options: object) => Promise<Highs>;
    return start({ print: ignore, printErr: ignore });
  });
  return loading;
}

/** Gives the instance up after an abort (out of memory): its heap is unusable, the next {@link loadHighs} starts afresh. */
export function discardHighs(): void {
  loading = null;
}

/** WebAssembly's own error class; by name, since not every set of type declarations knows it. */
export function isEngineAbort(error: unknown): error is Error {
  return error instanceof Error && error.name === 'RuntimeError';
}

function ignore(): void {}
