import type { SourceLocation } from '../domain/index.js';
import type { PreparedRun } from './prepare-run.js';

export type AttributionBy = 'position' | 'underlying' | 'expiry' | 'tag';

/** A part of the book whose share of the margin is asked for. */
export interface AttributionGroup {
  readonly name: string;
  readonly underlying: string | null;
  readonly expiry: string | null;
  readonly tag: string | null;
  /** Contracts by column of the run's universe. */
  readonly contracts: ReadonlyMap<number, number>;
  /** The column of a group that is one whole position. */
  readonly column: number | null;
  readonly origin: SourceLocation | null;
}

/** The book of a prepared run in parts that together are all of it. */
export function attributionGroups(run: PreparedRun, by: AttributionBy): AttributionGroup[] {
  return by === 'position' ? run.positions.map((_, j) => ofPosition(run, j)) : collected(run, by);
}

/** Several groups as one under another name. */
export function mergedGroup(name: string, groups: readonly AttributionGroup[]): AttributionGroup {
  const contracts = new Map<number, number>();
  for (const group of groups) {
    for (const [column, quantity] of group.contracts) add(contracts, column, quantity);
  }
  return { name, underlying: null, expiry: null, tag: null, contracts, column: null, origin: null };
}

function ofPosition({ positions, quantities }: PreparedRun, column: number): AttributionGroup {
  const { instrument, tags, origin } = positions[column]!;
  return {
    name: instrument.name,
    underlying: instrument.underlying,
    expiry: expiryText(instrument.expiry),
    tag: tags.length === 1 ? tags[0]!.tag : null,
    contracts: new Map([[column, quantities[column]!]]),
    column,
    origin,
  };
}

interface Part {
  readonly key: string | null;
  readonly column: number;
  readonly quantity: number;
}

function collected(run: PreparedRun, by: Exclude<AttributionBy, 'position'>): AttributionGroup[] {
  const groups = new Map<string | null, Map<number, number>>();
  for (const { key, column, quantity } of run.positions.flatMap((_, j) => parts(run, by, j))) {
    const contracts = groups.get(key) ?? new Map<number, number>();
    groups.set(key, contracts);
    add(contracts, column, quantity);
  }
  return [...groups].map(([key, contracts]) => ({
    name: key === null ? `no ${by}` : by === 'expiry' ? key.slice(0, 16).replace('T', ' ') : key,
    underlying: by === 'underlying' ? key : null,
    expiry: by === 'expiry' ? key : null,
    tag: by === 'tag' ? key : null,
    contracts,
    column: null,
    origin: null,
  }));
}

function parts({ positions, quantities }: PreparedRun, by: Exclude<AttributionBy, 'position'>, column: number): Part[] {
  const { instrument, tags } = positions[column]!;
  const quantity = quantities[column]!;
  switch (by) {
    case 'underlying':
      return [{ key: instrument.underlying, column, quantity }];
    case 'expiry':
      return [{ key: expiryText(instrument.expiry), column, quantity }];
    case 'tag':
      return tags.map((part) => ({ key: part.tag, column, quantity: part.quantity }));
  }
}

function expiryText(expiry: number | null): string | null {
  return expiry === null ? null : new Date(expiry).toISOString();
}

function add(contracts: Map<number, number>, column: number, quantity: number): void {
  contracts.set(column, (contracts.get(column) ?? 0) + quantity);
}
