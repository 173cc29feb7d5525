import type { Invocation } from '../invocation.js';
import { runDocument } from './run-document.js';

/** `margo models [ID]`. */
export function run(invocation: Invocation): Promise<number> {
  const { argument, io, services } = invocation;
  return runDocument(invocation, () => services.describeModels(argument, io));
}
