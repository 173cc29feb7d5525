/**
 * Throws if a NaN or an infinity hides anywhere in a document, naming the path to it. A programmer's error: JSON would
 * print it as `null` and the reader would never know.
 */
export function assertFinite(value: unknown, path = 'document'): void {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError(`${path} is ${value}; every number of a document must be finite`);
    return;
  }
  if (value === null || typeof value !== 'object') return;
  if (Array.isArray(value)) {
    // A template string per element would dominate large documents, so the path is only built where it can matter.
    for (let i = 0; i < value.length; i++) if (!isHarmless(value[i])) assertFinite(value[i], `${path}[${i}]`);
    return;
  }
  for (const [key, item] of Object.entries(value)) if (!isHarmless(item)) assertFinite(item, `${path}.${key}`);
}

function isHarmless(item: unknown): boolean {
  return typeof item === 'number' ? Number.isFinite(item) : item === null || typeof item !== 'object';
}
