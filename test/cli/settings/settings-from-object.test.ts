import { describe, expect, it } from 'vitest';
import { settingsFromConfig } from '../../../src/cli/settings/settings-from-config.js';
import { settingsFromObject } from '../../../src/cli/settings/settings-from-object.js';
import type { SourceLocation } from '../../../src/domain/index.js';

const AT: SourceLocation = { file: 'c.json', line: 3, column: 5 };
const read = (object: Record<string, unknown>) =>
  settingsFromObject(object, { label: (path) => path.join('.'), at: () => AT, parameter: (leaf) => leaf });

describe('a configuration object', () => {
  it('has options at its top and in sections, which come later and so win', () => {
    const { settings, issues } = read({ optimize: { horizon: 14 }, horizon: 7, format: 'json' });
    expect(settings.map(({ flag, raw, only }) => [flag.key, raw, only])).toEqual([
      ['horizon', 7, null],
      ['format', 'json', null],
      ['horizon', 14, 'optimize'],
    ]);
    expect(issues).toEqual([]);
  });

  it('names the model by text or by id, and its parameters by dotted name', () => {
    expect(read({ model: 'scan' }).settings[0]?.raw).toBe('scan');
    const { settings, parameters } = read({
      model: { id: 'scan', scanSigmas: 5, dailyVol: { BTC: 0.03 }, list: [1, 2] },
    });
    expect(settings.map(({ flag, raw }) => [flag.key, raw])).toEqual([['model', 'scan']]);
    expect(parameters).toEqual({ scanSigmas: 5, 'dailyVol.BTC': 0.03, list: [1, 2] });
  });

  it('may write a path as one key', () => {
    expect(read({ 'optimize.horizon': 14 }).settings[0]).toMatchObject({ raw: 14, only: 'optimize' });
    expect(read({ 'model.scanSigmas': 5 }).parameters).toEqual({ scanSigmas: 5 });
  });

  it('may name its schema, and leave options unset with null', () => {
    expect(read({ $schema: './config.schema.json', timeLimit: null })).toEqual({
      settings: [],
      parameters: {},
      issues: [],
    });
  });

  it('places its complaints in the file', () => {
    expect(read({ optimize: { horizn: 1 } }).issues).toMatchObject([
      { code: 'CFG_UNKNOWN_KEY', file: 'c.json', line: 3, column: 5, hint: 'did you mean optimize.horizon?' },
    ]);
  });

  it('does not look into what is no section', () => {
    expect(read({ format: { horizon: 1 } }).settings).toMatchObject([{ raw: { horizon: 1 } }]);
    expect(read({ output2: { horizon: 1 } }).issues).toMatchObject([{ code: 'CFG_UNKNOWN_KEY', field: 'output2' }]);
  });
});

describe('a configuration file', () => {
  const file = (values: Record<string, unknown>) => ({ value: { values, at: () => AT }, issues: [] });

  it('names files relative to its own folder', () => {
    const { settings } = settingsFromConfig(
      '../desk/c.json',
      file({ market: 'm.csv', prices: '/p.csv', positions: 1, limits: '-' }),
    );
    expect(settings.map(({ raw }) => raw)).toEqual(['../desk/m.csv', '/p.csv', '-']);
  });

  it('says nothing when it could not be read', () => {
    const issue = {
      ...AT,
      code: 'JSON_SYNTAX',
      severity: 'error',
      message: '',
      field: null,
      value: null,
      hint: null,
    } as const;
    const layer = settingsFromConfig('c.json', { ...file({ market: 'm.csv' }), issues: [issue] });
    expect(layer).toEqual({ settings: [], parameters: {}, issues: [issue] });
  });
});
