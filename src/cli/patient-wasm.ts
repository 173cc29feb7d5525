import { setFlagsFromString } from 'node:v8';

/**
 * Lets WebAssembly run ten times longer in its quickly compiled form before V8 recompiles it. The solver's module is large: at
 * V8's own setting a small program is over before the recompiling has paid, and waits for it (measured on the shipped
 * fixture: 160 ms of solving became 40 ms). Long searches still get the optimised code. A setting of the whole process, so only
 * the command line makes it, never the library.
 */
export function patientWasm(): void {
  setFlagsFromString('--wasm-tiering-budget=100000000');
}
