import { dirname, isAbsolute, join } from 'node:path';
import type { Parsed, SourceLocation } from '../../domain/index.js';
import type { Setting, SettingsLayer } from './setting.js';
import { EMPTY_LAYER } from './setting.js';
import { settingsFromObject } from './settings-from-object.js';

/** A configuration file as read: its object, and where in the file each key path stands. */
export interface ConfigFile {
  readonly values: Readonly<Record<string, unknown>>;
  readonly at: (path: readonly string[]) => SourceLocation | null;
}

/** The settings of a configuration file. File names in it are relative to its own folder, wherever margo runs. */
export function settingsFromConfig(file: string, { value, issues }: Parsed<ConfigFile>): SettingsLayer {
  if (issues.some((issue) => issue.severity === 'error')) return { ...EMPTY_LAYER, issues };
  const layer = settingsFromObject(value.values, {
    label: (path) => path.join('.'),
    at: value.at,
    parameter: (leaf) => leaf,
  });
  return {
    ...layer,
    settings: layer.settings.map((setting) => besideFile(setting, dirname(file))),
    issues: [...issues, ...layer.issues],
  };
}

function besideFile(setting: Setting, folder: string): Setting {
  const { flag, raw } = setting;
  const relative = flag.type === 'file' && typeof raw === 'string' && raw !== '-' && raw !== '' && !isAbsolute(raw);
  return relative ? { ...setting, raw: join(folder, raw) } : setting;
}
