import { describe, expect, it } from 'vitest';
import { nearestName } from '../../src/ingest/nearest-name.js';

describe('nearestName', () => {
  it.each([
    ['optoin', ['option', 'future'], 'option'],
    ['DELTA', ['delta', 'gamma'], 'delta'],
    ['BTC-27JUN26-60000-X', ['BTC-27JUN26-60000-C', 'ETH-27JUN26-3000-C'], 'BTC-27JUN26-60000-C'],
    ['dleta', ['delta', 'gamma'], 'delta'],
    ['rho', ['hro', 'rho'], 'rho'],
    ['rtades', ['grades', 'trades'], 'trades'],
    ['gama', ['delta', 'gamma'], 'gamma'],
  ])('%s', (name, names, near) => {
    expect(nearestName(name, names)).toBe(near);
  });

  it.each([
    ['qty', ['quantity']],
    ['X', ['C', 'P']],
    ['PC', ['CP']],
    ['dletas', ['delta']],
    ['detla-x', ['delta-yz']],
    ['', ['C']],
    ['option', []],
    ['a'.repeat(101), ['a'.repeat(100)]],
    ['completely else', ['option', 'future']],
  ])('%s is near nothing', (name, names) => {
    expect(nearestName(name, names)).toBeNull();
  });
});
