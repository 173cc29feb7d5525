/** Lets the event loop turn, so that an interrupt is heard in the middle of a long computation. @throws the signal's reason once it is aborted. */
export async function breathe(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  signal.throwIfAborted();
}
