import { nearestName } from '../../ingest/nearest-name.js';
import type { CommandName, Flag } from '../flag.js';
import { FLAG_TABLE } from '../flag-table.js';

/** What a dotted key of a configuration file or of `--set` names. */
export type FoundOption =
  | { readonly kind: 'flag'; readonly flag: Flag; readonly only: CommandName | null }
  | { readonly kind: 'parameter'; readonly name: string }
  | { readonly kind: 'unknown'; readonly nearest: string | null };

const TABLE: readonly Flag[] = FLAG_TABLE;
const KEYED = TABLE.filter((flag) => flag.from === undefined);

/** Commands that may have a section of their own: those that read a configuration file. */
export const SECTIONS: readonly CommandName[] = TABLE.find((flag) => flag.key === 'config')?.commands ?? [];

/** Whether the key opens a section (`optimize`) or the model's parameters. */
export function isSection(key: string): boolean {
  return key === 'model' || SECTIONS.some((section) => section === key);
}

/** Resolves `horizon`, `optimize.horizon`, `model` (its id) and `model.scanSigmas` (a parameter). */
export function findOption(path: readonly string[]): FoundOption {
  const [first = '', ...rest] = path;
  if (first === 'model' && rest.length > 0 && rest.join('.') !== 'id') {
    return { kind: 'parameter', name: rest.join('.') };
  }
  const section = SECTIONS.find((command) => command === first && rest.length > 0) ?? null;
  const key = section === null ? (first === 'model' ? 'model' : path.join('.')) : rest.join('.');
  const flag = KEYED.find((entry) => entry.key === key && (section === null || entry.commands.includes(section)));
  if (flag !== undefined) return { kind: 'flag', flag, only: section };
  return { kind: 'unknown', nearest: nearestKey(key, section) };
}

function nearestKey(key: string, section: CommandName | null): string | null {
  const keys = KEYED.filter((flag) => section === null || flag.commands.includes(section)).map((flag) => flag.key);
  const nearest = nearestName(key.replaceAll('-', ''), section === null ? [...keys, ...SECTIONS] : keys);
  return nearest === null || section === null ? nearest : `${section}.${nearest}`;
}
