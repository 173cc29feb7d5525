import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleUniverse } from '../../../src/app/sample-universe.js';
import { evaluate } from '../../../src/formula/index.js';
import { MARGIN_MODELS, type MarginModel, type ModelInputs, resolveParameters } from '../../../src/margin/index.js';
import { hasShape } from './has-shape.js';
import { soundFigure } from './sound-figure.js';

const MODELS = MARGIN_MODELS.map((model) => [model.id, model] as const);
const SEEDED = { seed: 20261122, numRuns: 400 };

/** Any JSON at all, and the words that hurt most. */
const ANYTHING = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom('__proto__', '0.5', '', null, -1, 1e308, 2 ** 53, {}, [], [[]], [{}], [null]),
  fc.constant(JSON.parse('{"__proto__": 1, "constructor": {"x": []}}')),
);

/** The name of a figure, of a place below it, or of nothing. */
const nameIn = (model: MarginModel) =>
  fc
    .tuple(
      fc.constantFrom(...Object.keys(model.figureRules), '__proto__', 'constructor', ''),
      fc.constantFrom('', '', '.BTC', '.default', '.0', '.0.spotShock', '.__proto__', '.'),
    )
    .map((parts) => parts.join(''));

/** A copy of a figure with one of its words and numbers replaced. */
function withLeaf(figure: unknown, at: number, leaf: unknown): unknown {
  const count = (visit: (k: number, old: unknown) => unknown): { copy: unknown; leaves: number } => {
    let leaves = 0;
    const walk = (node: unknown): unknown => {
      if (Array.isArray(node)) return node.map(walk);
      if (typeof node !== 'object' || node === null) return visit(leaves++, node);
      return Object.fromEntries(Object.entries(node).map(([name, one]) => [name, walk(one)]));
    };
    return { copy: walk(figure), leaves };
  };
  const { leaves } = count((_k, old) => old);
  return leaves === 0 ? leaf : count((k, old) => (k === at % leaves ? leaf : old)).copy;
}

describe.each(MODELS)('overrides of %s', (_id, model) => {
  const isSound = (values: Readonly<Record<string, unknown>>): boolean =>
    Object.keys(values).join() === Object.keys(model.parameterSets[0]!.values).join() &&
    Object.entries(model.figureRules).every(([name, rule]) => hasShape(values[name], rule));

  it('whatever they are, resolve or are told, and what resolves has the shape of the default', () => {
    fc.assert(
      fc.property(nameIn(model), ANYTHING, ANYTHING, (name, value, file) => {
        const given = Object.fromEntries([[name, value]]);
        const { set, problems } = resolveParameters(model, (file ?? {}) as Record<string, unknown>, given);
        expect(isSound(set.values)).toBe(true);
        for (const { name: place, expected } of problems) expect([typeof place, expected]).not.toContain('');
      }),
      SEEDED,
    );
  });

  it('with one leaf of a shipped figure replaced, likewise', () => {
    const figures = model.parameterSets.flatMap(({ values }) => Object.entries(values));
    fc.assert(
      fc.property(fc.constantFrom(...figures), fc.nat(), ANYTHING, ([name, figure], at, leaf) => {
        const changed = withLeaf(figure, at, leaf);
        const { set, problems } = resolveParameters(model, {}, { [name]: changed });
        expect(isSound(set.values)).toBe(true);
        if (problems.length > 0) expect(problems.every(({ name: place }) => place.startsWith(name))).toBe(true);
      }),
      SEEDED,
    );
  });

  it('that resolve make a margin that is a number', () => {
    const { lines, view, history } = sampleUniverse();
    const blocks = [{ names: ['BTC'], correlation: Float64Array.of(1) }];
    const base = { view, asOf: view.asOf, blocks, dailyVolatilities: new Map([['BTC', 0.03]]), history };
    // Steps and scenarios cost time, and not more of them than a few.
    const slow = ['radii', 'bucketsPerSide', 'stepsPerSide', ...(model.usesPrices ? ['horizonDays'] : [])];
    const few = Object.fromEntries(slow.map((name) => [name, fc.constant(2)]));
    const all = Object.entries(model.figureRules).map(
      ([name, rule]) => [name, few[name] ?? soundFigure(rule)] as const,
    );
    let resolved = 0;
    fc.assert(
      fc.property(fc.record(Object.fromEntries(all), { requiredKeys: [] }), (overrides) => {
        // Entries that do not suit each other are told, and left out for the rest's sake.
        const told = new Set(resolveParameters(model, {}, overrides).problems.map(({ name }) => name.split('.')[0]));
        const others = Object.fromEntries(Object.entries(overrides).filter(([name]) => !told.has(name)));
        const { set, problems } = resolveParameters(model, {}, others);
        if (problems.length > 0) return;
        resolved += 1;
        const universe = lines.filter((line) => model.refuses(line, base.view) === null);
        const inputs: ModelInputs = { ...base, lines: universe };
        expect(model.problems(inputs, set.values)).toEqual([]);
        const { initial, maintenance } = model.build(inputs, set.values);
        for (const quantity of [0, 1, -1]) {
          const book = new Float64Array(universe.length).fill(quantity);
          expect([evaluate(initial, book), evaluate(maintenance, book)].every(Number.isFinite)).toBe(true);
        }
      }),
      { ...SEEDED, numRuns: 300 },
    );
    expect(resolved).toBeGreaterThan(20);
  });
});
