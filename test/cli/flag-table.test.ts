import { describe, expect, it } from 'vitest';
import { COMMAND_TABLE } from '../../src/cli/command-table.js';
import { defaultOf } from '../../src/cli/default-of.js';
import type { Flag } from '../../src/cli/flag.js';
import { FLAG_TABLE } from '../../src/cli/flag-table.js';
import { flagsOf } from '../../src/cli/flags-of.js';
import { checkValue } from '../../src/cli/settings/check-value.js';
import { KNOWN_VENUES } from '../../src/ingest/index.js';
import { RENDER_FORMATS } from '../../src/render/index.js';

const FLAGS: readonly Flag[] = FLAG_TABLE;

describe('the flag table', () => {
  it('has no two flags with one key', () => {
    const keys = FLAGS.map(({ key }) => key);
    expect(keys).toEqual([...new Set(keys)]);
  });

  it.each(COMMAND_TABLE)('$name has no two flags of one spelling', ({ name }) => {
    const spellings = flagsOf(name).flatMap((flag) => [flag.name, flag.short, ...(flag.aliases ?? [])]);
    const given = spellings.filter((spelling) => spelling !== undefined);
    expect(given).toEqual([...new Set(given)]);
  });

  it('has defaults that are values of their flags', () => {
    for (const flag of FLAGS) {
      const value = defaultOf(flag);
      if (value !== null) expect(checkValue(flag, value)).toEqual({ value });
    }
  });

  it('has an argument for each flag but switches and toggles, and choices for each choice', () => {
    for (const flag of FLAGS) {
      expect(flag.argument === undefined, flag.name).toBe(flag.type === 'switch' || flag.type === 'toggle');
      expect(flag.choices !== undefined, flag.name).toBe(flag.type === 'choice');
    }
  });

  it('has the same keys as names, in camel case, unless the name is taken', () => {
    const camel = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    const others = FLAGS.filter((flag) => camel(flag.name) !== flag.key).map(({ key }) => key);
    expect([...others].sort()).toEqual(['along', 'blocks', 'collateralFile', 'ruleBooks', 'tradesFile']);
  });

  it('offers what the other rooms can do', () => {
    const choices = (key: string) => FLAGS.find((flag) => flag.key === key)?.choices;
    expect(choices('format')).toEqual([...RENDER_FORMATS]);
    expect([...(choices('venue') ?? [])].sort()).toEqual([...KNOWN_VENUES].sort());
  });

  it('has commands that are there', () => {
    const names = COMMAND_TABLE.map(({ name }) => name);
    for (const flag of FLAGS) expect(names).toEqual(expect.arrayContaining([...flag.commands]));
  });
});
