import { resolve } from 'node:path';
import { type Io, type Issue, makeIssue, type Parsed } from '../../domain/index.js';
import { projectConfig } from '../../ingest/project-config.js';
import type { TypedFlag } from '../argv/parse-argv.js';
import { settingsFromArgv } from '../argv/settings-from-argv.js';
import type { CommandName } from '../flag.js';
import { flagsOf } from '../flags-of.js';
import { checkLayer } from './check-layer.js';
import { type MergedOptions, mergeOptions } from './merge-options.js';
import { EMPTY_LAYER, type SettingsLayer } from './setting.js';
import { settingsFromAssignments } from './settings-from-assignments.js';
import { type ConfigFile, settingsFromConfig } from './settings-from-config.js';
import { settingsFromEnvironment } from './settings-from-environment.js';

export type ReadConfig = (file: string, io: Io) => Promise<Parsed<ConfigFile>>;

/**
 * Every option of a command: flags > `--set` > MARGO_OPTIONS > its `--set` > the `--config` file > `./margo.config.json` > defaults.
 *
 * @param typed the flags of the command line
 * @returns the merged options; complaints of all sources at once
 */
export async function resolveOptions(
  command: CommandName,
  typed: readonly TypedFlag[],
  io: Io,
  readConfig: ReadConfig,
): Promise<Parsed<MergedOptions>> {
  const argv = settingsFromArgv(command, typed);
  const sources = [argv.flags, assignmentLayer(argv.assignments)];
  // Help must come whatever the environment says: commands that take no --config look at the command line alone.
  if (flagsOf(command).some((flag) => flag.key === 'config')) {
    const environment = environmentLayers(io.env.MARGO_OPTIONS ?? '');
    const named = configNamed([argv.flags, environment.flags]);
    sources.push(environment.flags, environment.assignments, ...(await configLayers(named, io, readConfig)));
  }
  const layers = sources.map((source) => checkLayer(source, command));
  const merged = mergeOptions(
    flagsOf(command),
    layers.map((layer) => layer.value),
  );
  return { value: merged, issues: [...layers.flatMap((layer) => layer.issues), ...missing(command, merged)] };
}

function assignmentLayer(texts: readonly string[]): SettingsLayer {
  if (texts.length === 0) return EMPTY_LAYER;
  return settingsFromAssignments(texts);
}

function environmentLayers(text: string): { flags: SettingsLayer; assignments: SettingsLayer } {
  if (text.trim() === '') return { flags: EMPTY_LAYER, assignments: EMPTY_LAYER };
  return settingsFromEnvironment(text);
}

/** The file that `--config` names, in the source of highest rank that does. */
function configNamed(sources: readonly SettingsLayer[]): string | null {
  for (const { settings } of sources) {
    const raw = settings.findLast(({ flag }) => flag.key === 'config')?.raw;
    if (typeof raw === 'string' && raw !== '') return raw;
  }
  return null;
}

async function configLayers(named: string | null, io: Io, readConfig: ReadConfig): Promise<SettingsLayer[]> {
  const files = named === null ? [] : [named];
  const project = projectConfig(io);
  const path = (file: string) => resolve(io.cwd, file);
  if (project !== null && (named === null || path(named) !== path(project))) files.push(project);
  return Promise.all(files.map(async (file) => settingsFromConfig(file, await readConfig(file, io))));
}

function missing(command: CommandName, { options }: MergedOptions): Issue[] {
  return flagsOf(command)
    .filter((flag) => flag.required === true && options[flag.key] === null)
    .map((flag) =>
      makeIssue('CFG_MISSING_OPTION', { field: `--${flag.name} ${flag.argument ?? ''}`, subject: command }),
    );
}
