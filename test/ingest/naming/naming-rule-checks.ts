import fc from 'fast-check';
import { expect } from 'vitest';
import type { Instrument } from '../../../src/domain/index.js';
import type { NamingRule } from '../../../src/ingest/naming/naming-rule.js';
import { SEEDED } from './generated-contracts.js';

/** Every generated contract has a name, the name reads back as the contract, and the contract is spelled the same again. */
export function expectRoundTrip(rule: NamingRule, contracts: fc.Arbitrary<Instrument>): void {
  fc.assert(
    fc.property(contracts, (contract) => {
      const name = rule.format(contract);
      expect(name).not.toBeNull();
      const read = rule.parse(name ?? '');
      expect(read).toEqual({ ...contract, name });
      expect(rule.format(read as Instrument)).toBe(name);
    }),
    SEEDED,
  );
}

/** Whatever a rule reads out of a garbled name is a contract that it spells as a name it reads the same way. */
export function expectNoHalfReadNames(rule: NamingRule, names: readonly string[]): void {
  const garbled = fc
    .tuple(fc.constantFrom(...names), fc.nat(), fc.constantFrom('', ' ', '0', '9', '-', '_', '.', 'A', 'z', 'USD', 'C'))
    .map(([name, at, patch]) => {
      const cut = at % (name.length + 1);
      return name.slice(0, cut) + patch + name.slice(cut + (at % 2));
    });
  fc.assert(
    fc.property(garbled, (name) => {
      const read = rule.parse(name);
      if (read === null) return;
      expect(rule.format(read)).toBe(read.name);
      expect(rule.parse(read.name)).toEqual(read);
      expect(read.expiry === null || Number.isInteger(read.expiry)).toBe(true);
      expect(read.strike === null || read.strike > 0).toBe(true);
      expect(read.multiplier).toBeGreaterThan(0);
    }),
    SEEDED,
  );
}

/** None of the names is read. */
export function expectUnread(rule: NamingRule, names: readonly string[]): void {
  expect(names.filter((name) => rule.parse(name) !== null)).toEqual([]);
}
