import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { isSchemaName, jsonSchema, SCHEMA_NAMES, type SchemaName } from '../../src/schema/index.js';
import {
  allocateDocument,
  attributeByTagDocument,
  attributeDocument,
  brokenLimitDocument,
  collateralDocument,
  compareDocument,
  correlateDocument,
  emptyMarginDocument,
  errorDocument,
  frontierDocument,
  hostileDocument,
  infeasibleDocument,
  infeasibleFrontierDocument,
  marginDocument,
  modelsDocument,
  optimizeDocument,
  reconcileDocument,
  stoppedDocument,
  stoppedFrontierDocument,
  stressBrokenDocument,
  stressDocument,
  whatIfDocument,
} from '../render/documents.js';

// Strict mode refuses unknown keywords, unknown formats and ambiguous types: the schemas are plain draft 2020-12.
const ajv = new Ajv2020({ strict: true, allowUnionTypes: false, allErrors: true });
const validators = new Map(SCHEMA_NAMES.map((name) => [name, ajv.compile(jsonSchema(name))]));

function errorsOf(name: SchemaName, value: unknown): string[] {
  const validate = validators.get(name)!;
  return validate(value) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

function changed<T>(document: T, change: (copy: T) => void): T {
  const copy = structuredClone(document);
  change(copy);
  return copy;
}

describe('jsonSchema', () => {
  it.each(SCHEMA_NAMES)('%s has a draft, an identifier with a version, and a title', (name) => {
    const schema = jsonSchema(name);
    expect(Object.keys(schema).slice(0, 3)).toEqual(['$schema', '$id', 'title']);
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(schema.$id).toBe(`margo/${name}@1`);
    expect(schema.title).not.toBe('');
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
  });

  it('names every document and input file', () => {
    expect([...SCHEMA_NAMES].sort()).toEqual(
      [
        'account',
        'allocate',
        'assets',
        'attribute',
        'cases',
        'collateral',
        'compare',
        'correlate',
        'correlation-bounds',
        'correlations',
        'depth',
        'dividends',
        'frontier',
        'issue',
        'limits',
        'margin',
        'market',
        'models',
        'optimize',
        'parameter-ranges',
        'positions',
        'prices',
        'reconcile',
        'robust',
        'stress',
        'stress-scenarios',
        'trades',
        'venues',
        'verify',
        'whatif',
      ].sort(),
    );
    expect(isSchemaName('margin')).toBe(true);
    expect(isSchemaName('toString')).toBe(false);
  });
});

describe('documents', () => {
  it.each([
    ['margin', marginDocument],
    ['margin', emptyMarginDocument],
    ['margin', errorDocument],
    ['margin', hostileDocument],
    ['margin', brokenLimitDocument],
    ['optimize', optimizeDocument],
    ['optimize', infeasibleDocument],
    ['optimize', stoppedDocument],
    ['frontier', frontierDocument],
    ['frontier', stoppedFrontierDocument],
    ['frontier', infeasibleFrontierDocument],
    ['attribute', attributeDocument],
    ['attribute', attributeByTagDocument],
    ['whatif', whatIfDocument],
    ['allocate', allocateDocument],
    ['collateral', collateralDocument],
    ['compare', compareDocument],
    ['correlate', correlateDocument],
    ['reconcile', reconcileDocument],
    ['stress', stressDocument],
    ['stress', stressBrokenDocument],
    ['models', modelsDocument],
  ] as const)('%s accepts its documents', (name, document) => {
    expect(errorsOf(name, document)).toEqual([]);
  });

  it('refuses a document of another command', () => {
    expect(errorsOf('optimize', marginDocument)).not.toEqual([]);
  });

  it('refuses a key it does not name', () => {
    const document = changed(marginDocument, (copy) => Object.assign(copy.result!, { surprise: 1 }));
    expect(errorsOf('margin', document).join()).toContain('must NOT have additional properties');
  });

  it('refuses a missing key', () => {
    const document = changed(optimizeDocument, (copy) => Reflect.deleteProperty(copy.result!, 'bound'));
    expect(errorsOf('optimize', document).join()).toContain("must have required property 'bound'");
  });

  it.each(['margin', 'whatif'] as const)('%s looks into every level of the breakdown', (name) => {
    const base = name === 'margin' ? marginDocument : whatIfDocument;
    const document = changed<{ result: { breakdown: unknown } | null }>(base, (copy) => {
      copy.result!.breakdown = {
        name: 'a',
        amount: 1,
        active: true,
        children: [{ name: 'b', amount: 'two', active: true, children: [] }],
      };
    });
    expect(errorsOf(name, document).join()).toContain('/result/breakdown/children/0/amount must be number');
  });
});

describe('input files', () => {
  const accepted: [SchemaName, unknown][] = [
    ['positions', [{ instrument: 'BTC-31JUL26-70000-C', quantity: -25 }]],
    ['positions', [{ instrument: 'X', quantity: '1.5e2', entry_price: '', right: '', desk: 'vol' }]],
    ['market', [{ instrument: 'BTC-31JUL26-70000-C', bid: 0.01, ask: null, iv: '45%', type: 'option' }]],
    ['correlations', [{ a: 'BTC', b: 'ETH', correlation: 0.8 }]],
    ['prices', [{ date: '2026-01-02', BTC: 60000, ETH: '' }]],
    ['dividends', [{ underlying: 'IBM', ex_date: '2007-05-08', amount: 0.4 }]],
    ['limits', [{ limit: 'gamma', scope: 'ETH', min: '90%', max: '110%' }]],
    ['limits', [{ limit: 'cost', max: 300, priority: 2 }]],
    ['account', [{ asset: 'USD', amount: 100000 }]],
    ['account', { balances: [{ asset: 'BTC', amount: 2, haircut: '10%' }], reported: { initialMargin: 1 } }],
    ['trades', [{ instrument: 'X', quantity: 2, side: 'sell', price: 0.01 }]],
    ['trades', [{ instrument: 'X', quantity: -2 }]],
    ['issue', errorDocument.issues[0]],
  ];
  it.each(accepted)('%s accepts %j', (name, value) => {
    expect(errorsOf(name, value)).toEqual([]);
  });

  const refused: [SchemaName, unknown, string][] = [
    ['positions', [{ instrument: 'X' }], 'quantity'],
    ['positions', [{ instrument: '', quantity: 1 }], '/0/instrument'],
    ['positions', [{ instrument: 'X', quantity: '1o' }], '/0/quantity'],
    ['positions', [{ instrument: 'X', quantity: 1, type: 'swap' }], '/0/type'],
    ['market', [{ instrument: 'X', bid: '45%' }], '/0/bid'],
    ['correlations', [{ a: 'BTC', b: 'ETH' }], 'correlation'],
    ['prices', [{ date: '2026-01-02', BTC: 'n/a' }], '/0/BTC'],
    ['dividends', [{ underlying: 'IBM', amount: 0.4 }], 'ex_date'],
    ['limits', [{ limit: 'speed', max: 1 }], '/0/limit'],
    ['limits', [{ limit: 'cost', max: 1, priority: 6 }], '/0/priority'],
    ['account', { fundingRate: 'high' }, '/fundingRate'],
    ['trades', [{ instrument: 'X', quantity: 2, side: 'short' }], '/0/side'],
    ['trades', [{ instrument: 'X', quantity: null }], '/0/quantity'],
    ['issue', { ...errorDocument.issues[0], severity: 'fatal' }, '/severity'],
  ];
  it.each(refused)('%s refuses %j at %s', (name, value, place) => {
    expect(errorsOf(name, value).join('\n')).toContain(place);
  });
});
