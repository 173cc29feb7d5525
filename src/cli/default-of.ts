import type { Flag } from './flag.js';

/** What a flag is worth when no source names it. */
export function defaultOf(flag: Flag): string | number | boolean | null | readonly string[] {
  if (flag.repeatable === true) return [];
  if (flag.type === 'switch') return false;
  return flag.default ?? null;
}
