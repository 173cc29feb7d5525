import Ajv from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { configSchema } from '../../src/cli/config-schema.js';
import type { Flag } from '../../src/cli/flag.js';
import { FLAG_TABLE } from '../../src/cli/flag-table.js';
import { settingsFromObject } from '../../src/cli/settings/settings-from-object.js';
import { runInProcess } from './run-in-process.js';

const validate = new Ajv.default({ strict: true, allowUnionTypes: true }).compile(configSchema());

const known = (object: Record<string, unknown>) =>
  settingsFromObject(object, { label: String, at: () => null, parameter: String }).issues.length === 0;

describe('the schema of a configuration file', () => {
  it.each<[Record<string, unknown>, boolean]>([
    [{}, true],
    [{ $schema: 'x', format: 'json', model: { scanSigmas: 5, id: 'scan' } }, true],
    [{ model: 'scan', optimize: { horizon: 14, lots: true, maxTrades: null } }, true],
    [{ capitalCost: '8%', limit: ['delta BTC -2..2'] }, true],
    [{ limit: 'delta BTC -2..2', timeLimit: 0.5 }, true],
    [{ optimize: { failAbove: 3 } }, false],
    [{ horizn: 14 }, false],
    [{ json: true }, false],
    [{ config: 'x' }, false],
  ])('%j: %s, as margo itself says', (object, right) => {
    expect(validate(object)).toBe(right);
    expect(known(object)).toBe(right);
  });

  it.each([
    { format: 'xml' },
    { lots: 'yes' },
    { timeLimit: 0 },
    { horizon: -1 },
    { horizon: 36_501 },
    { minDays: 1e9 },
    { timeLimit: 1e10 },
    { gap: 2 },
    { capitalCost: 101 },
    { limit: [3] },
    { market: 3 },
  ])('refuses %j', (object) => {
    expect(validate(object)).toBe(false);
  });

  it('has every key that a configuration file may have', () => {
    const flags: readonly Flag[] = FLAG_TABLE;
    const { properties } = configSchema() as { properties: Record<string, unknown> };
    const keys = flags.filter(({ from }) => from === undefined).map(({ key }) => key);
    expect(Object.keys(properties)).toEqual([
      ...keys,
      '$schema',
      'margin',
      'optimize',
      'frontier',
      'whatif',
      'attribute',
      'compare',
      'correlate',
      'stress',
      'collateral',
      'reconcile',
      'verify',
      'models',
    ]);
  });

  it('is what margo schema config prints', async () => {
    expect(JSON.parse((await runInProcess(['schema', 'config'])).stdout)).toEqual(configSchema());
  });
});

describe('margo schema', () => {
  it('prints the names, one a line', async () => {
    const { code, stdout } = await runInProcess(['schema']);
    expect(code).toBe(0);
    expect(stdout.split('\n')).toEqual(
      expect.arrayContaining(['margin', 'optimize', 'whatif', 'compare', 'models', 'config']),
    );
  });

  it.each(['margin', 'optimize', 'frontier', 'whatif', 'attribute', 'compare', 'models'])(
    '%s is the schema of that document',
    async (name) => {
      const { stdout } = await runInProcess(['schema', name]);
      expect(JSON.parse(stdout)).toMatchObject({ $id: `margo/${name}@1` });
    },
  );
});
