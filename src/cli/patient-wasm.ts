/**
 * Lets WebAssembly run ten times longer in its quickly compiled form before V8 recompiles it. The solver's module is large: at
 * V8's own setting a small program is over before the recompiling has paid, and waits for it (measured on the shipped
 * fixture: 160 ms of solving became 40 ms). Long searches still get the optimised code. And it checks a function when that is first
 * called, not all 3.5 MB of them at the start (35 ms became 10 ms). Settings of the whole process, so only the command line makes
 * them, never the library.
 */
export async function patientWasm(): Promise<void> {
  const { setFlagsFromString } = await import('node:v8');
  setFlagsFromString('--wasm-tiering-budget=100000000');
  setFlagsFromString('--wasm-lazy-validation');
}
