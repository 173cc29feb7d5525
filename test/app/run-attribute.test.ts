import { describe, expect, it } from 'vitest';
import { attributeResult } from '../../src/app/attribute-result.js';
import { attributionGroups } from '../../src/app/attribution-groups.js';
import { marginsByFormula, marginsByRules, rebuildsRules } from '../../src/app/attribution-margins.js';
import { bookFigures } from '../../src/app/book-figures.js';
import type { PreparedRun } from '../../src/app/prepare-run.js';
import { runAttribute } from '../../src/app/run-attribute.js';
import { runMargin } from '../../src/app/run-margin.js';
import { evaluate } from '../../src/formula/index.js';
import type { AttributeResult } from '../../src/schema/attribute-document.js';
import { aPreparedRun } from './a-prepared-run.js';
import { aMarginRequest, anIo, FIXTURES, resultOf } from './a-world.js';

const BTC = 'fixtures/btc-short-strangle';
const MODELS = ['scan', 'derive-pm2', 'derive-srm', 'deribit-pme', 'okx-pm', 'paradex-pm', 'pm1'];
const WAYS = ['position', 'underlying', 'expiry', 'tag'] as const;

function partsOf({ lines, others }: AttributeResult): AttributeResult['lines'] {
  return others === null ? lines : [...lines, others];
}

/** The margin of a book by the whole formula (of the lines it holds), the slow way. */
function marginOf(run: PreparedRun, book: Float64Array): number {
  const { requirement, quantities } = bookFigures(run, book);
  return evaluate(requirement.initial, quantities);
}

function only(run: PreparedRun, keep: (j: number) => boolean): Float64Array {
  return run.quantities.map((quantity, j) => (keep(j) ? quantity : 0));
}

const close = (got: number, expected: number, size = Math.abs(expected)): void =>
  expect(Math.abs(got - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, size));

describe('attribution of a book', () => {
  it.each(FIXTURES)('%s: adds up to the margin of margo margin, whichever way it is cut', async (name) => {
    const request = aMarginRequest(`fixtures/${name}`);
    const whole = resultOf(await runMargin(request, anIo()));
    for (const by of WAYS) {
      for (const top of [null, 1, 3]) {
        const result = resultOf(await runAttribute({ ...request, by, top }, anIo()));
        expect(result.initialMargin).toBe(whole.initialMargin);
        const components = partsOf(result).reduce((total, { component }) => total + component, 0);
        close(components + result.remainder, whole.initialMargin);
        const positions = partsOf(result).reduce((total, line) => total + line.positions, 0);
        expect(positions).toBe(whole.positions.length);
        expect(result.lines.length).toBeLessThanOrEqual(top ?? Infinity);
      }
    }
  });

  it('has the standalone margins of margo margin, and marginal ones as margo margin gives them for files without the line', async () => {
    const request = aMarginRequest(BTC);
    const whole = resultOf(await runMargin(request, anIo()));
    const { lines, standaloneMargin } = resultOf(await runAttribute({ ...request, by: 'position', top: null }, anIo()));
    close(standaloneMargin, whole.standaloneMargin);
    const run = await aPreparedRun(BTC);
    for (const line of lines) {
      const position = whole.positions.find(({ instrument }) => instrument === line.name)!;
      expect(line.quantity).toBe(position.quantity);
      close(line.standalone, position.standaloneMargin);
      const rest = only(run, (j) => run.lines[j]!.instrument.name !== line.name);
      close(line.marginal, whole.initialMargin - marginOf(run, rest), whole.initialMargin);
    }
  });

  it.each(MODELS)(
    '%s: lines are what the formula says of a contract more, a contract less, and no line',
    async (model) => {
      const run = await aPreparedRun(BTC, { model });
      const { result } = attributeResult(run, { by: 'position', top: null }, []);
      const { initial } = run.requirement;
      const here = evaluate(initial, run.quantities);
      for (const line of result.lines) {
        const j = run.lines.findIndex(({ instrument }) => instrument.name === line.name);
        const step = 1e-6 * Math.max(1, Math.abs(run.quantities[j]!));
        const moved = (by: number) =>
          evaluate(
            initial,
            run.quantities.map((q, k) => (k === j ? q + by : q)),
          );
        const room = 1e-5 * (1 + Math.abs(line.incremental!.up)) + (1e-13 * here) / step;
        expect(Math.abs(line.incremental!.up - (moved(step) - here) / step)).toBeLessThanOrEqual(room);
        expect(Math.abs(line.incremental!.down - (here - moved(-step)) / step)).toBeLessThanOrEqual(room);
        close(
          line.standalone,
          marginOf(
            run,
            only(run, (k) => k === j),
          ),
        );
        close(
          here - line.marginal,
          marginOf(
            run,
            only(run, (k) => k !== j),
          ),
          here,
        );
        expect(line.component).toBeGreaterThanOrEqual(line.componentLow);
        expect(line.component).toBeLessThanOrEqual(line.componentHigh);
      }
    },
  );

  it('by a group, is what the formula says of the group and of the book without it', async () => {
    const run = await aPreparedRun('fixtures/btc-eth-pair');
    const { result } = attributeResult(run, { by: 'underlying', top: null }, []);
    expect(result.lines.map(({ name }) => name).sort()).toEqual(['BTC', 'ETH']);
    for (const line of result.lines) {
      const own = (j: number) => run.lines[j]!.instrument.underlying === line.underlying;
      close(line.standalone, marginOf(run, only(run, own)));
      close(
        line.marginal,
        result.initialMargin -
          marginOf(
            run,
            only(run, (j) => !own(j)),
          ),
        result.initialMargin,
      );
    }
  });

  it('of a book that is one group has nothing left without it', async () => {
    const run = await aPreparedRun(BTC);
    const { lines } = attributeResult(run, { by: 'underlying', top: null }, []).result;
    expect(lines).toHaveLength(1);
    close(lines[0]!.marginal, lines[0]!.standalone);
  });
});

describe('the order and the number of lines', () => {
  it('is by component, the others as one line with margins of its own', async () => {
    const run = await aPreparedRun(BTC);
    const all = attributeResult(run, { by: 'position', top: null }, []).result;
    const components = all.lines.map(({ component }) => component);
    expect(components).toEqual([...components].sort((a, b) => b - a));
    expect(all.others).toBeNull();
    const { lines, others } = attributeResult(run, { by: 'position', top: 4 }, []).result;
    expect(lines).toEqual(all.lines.slice(0, 4));
    const rest = new Set(all.lines.slice(4).map(({ name }) => name));
    expect(others).toMatchObject({ name: `${rest.size} other positions`, positions: rest.size, quantity: null });
    close(
      others!.standalone,
      marginOf(
        run,
        only(run, (j) => rest.has(run.lines[j]!.instrument.name)),
      ),
    );
  });

  it('names a single other by its name, expiries by day and hour, and what has none', async () => {
    const run = await aPreparedRun(BTC);
    const { result } = attributeResult(run, { by: 'expiry', top: 4 }, []);
    expect(result.lines.map(({ name }) => name)).toContain('2026-07-31 08:00');
    expect(result.others).toMatchObject({ name: 'no expiry', expiry: null, positions: 1 });
  });
});

const TAGGED = [
  ['BTC-31JUL26-67000-C', -70, 'calls'],
  ['BTC-31JUL26-67000-C', 20, 'overlay'],
  ['BTC-31JUL26-54000-P', -80, ''],
  ['BTC-PERPETUAL', 12000, 'overlay'],
] as const;

async function taggedRun(): Promise<PreparedRun> {
  const run = await aPreparedRun(BTC);
  const names = [...new Set(TAGGED.map(([name]) => name))].sort();
  const columns = names.map((name) => run.lines.findIndex(({ instrument }) => instrument.name === name));
  const lines = columns.map((j) => run.lines[j]!);
  const inputs = { ...run.inputs, lines };
  const positions = columns.map((j, k) => {
    const rows = TAGGED.filter(([name]) => name === names[k]);
    const tags = rows.map(([, quantity, tag]) => ({ tag: tag === '' ? null : tag, quantity }));
    return { ...run.positions[j]!, quantity: tags.reduce((total, { quantity }) => total + quantity, 0), tags };
  });
  return {
    ...run,
    lines,
    inputs,
    positions,
    quantities: Float64Array.from(positions, ({ quantity }) => quantity),
    requirement: run.model.build(inputs, run.parameters.values),
  };
}

describe('strategies', () => {
  it('share an instrument by the contracts each holds of it', async () => {
    const run = await taggedRun();
    const { result } = attributeResult(run, { by: 'tag', top: null }, []);
    const line = (tag: string | null) => result.lines.find((one) => one.tag === tag)!;
    expect(result.lines.map(({ name }) => name).sort()).toEqual(['calls', 'no tag', 'overlay']);
    const call = run.lines.findIndex(({ instrument }) => instrument.name === 'BTC-31JUL26-67000-C');
    const put = run.lines.findIndex(({ instrument }) => instrument.name === 'BTC-31JUL26-54000-P');
    const book = (calls: number, rest: (j: number) => boolean) =>
      run.quantities.map((quantity, j) => (j === call ? calls : rest(j) ? quantity : 0));
    close(
      line('calls').standalone,
      marginOf(
        run,
        book(-70, () => false),
      ),
    );
    close(
      line('calls').marginal,
      result.initialMargin -
        marginOf(
          run,
          book(20, () => true),
        ),
      result.initialMargin,
    );
    close(
      line('overlay').standalone,
      marginOf(
        run,
        book(20, (j) => j !== put),
      ),
    );
    close(
      line(null).standalone,
      marginOf(
        run,
        book(0, (j) => j === put),
      ),
    );
    expect([line('calls').positions, line('overlay').positions]).toEqual([1, 2]);
    const byPosition = attributeResult(run, { by: 'position', top: null }, []).result.lines;
    expect(byPosition.map(({ name, tag }) => [name, tag]).sort()).toEqual([
      ['BTC-31JUL26-54000-P', null],
      ['BTC-31JUL26-67000-C', null],
      ['BTC-PERPETUAL', 'overlay'],
    ]);
  });
});

describe('remarks', () => {
  it('tell of every line whose closing would raise the margin, with its place, the dearest first', async () => {
    const run = await aPreparedRun(BTC);
    const { result, issues } = attributeResult(run, { by: 'position', top: null }, []);
    const raising = result.lines.filter(({ marginal }) => marginal < 0).sort((a, b) => a.marginal - b.marginal);
    expect(raising.length).toBeGreaterThan(3);
    expect(issues.map(({ code }) => code)).toEqual(raising.map(() => 'ATR_CLOSING_RAISES'));
    expect(issues[0]!.message).toBe(
      `closing ${raising[0]!.name} would raise the margin by ${(-raising[0]!.marginal).toFixed(0)} USD`,
    );
    expect(issues[0]).toMatchObject({
      severity: 'info',
      file: `${BTC}/positions.csv`,
      hint: 'it hedges the rest of the book',
    });
    expect(issues[0]!.line).toBeGreaterThan(1);
  });

  it('count those after the tenth', async () => {
    const run = await aPreparedRun(BTC);
    // Margin falls with every line but the one that is left: the formula of a book of hedges.
    const { requirement } = run;
    const coefficients = run.quantities.map((quantity) => -1 / quantity);
    const initial = { kind: 'affine', name: 'hedged', constant: 100, coefficients, columns: null } as const;
    const hedged: PreparedRun = { ...run, requirement: { ...requirement, initial } };
    const { result, issues } = attributeResult(hedged, { by: 'position', top: null }, []);
    const last = issues.at(-1)!;
    expect(issues).toHaveLength(11);
    expect(last.code).toBe('ATR_MORE_CLOSING_RAISE');
    expect(last.message).toContain(`any of ${run.lines.length - 10} further lines`);
    expect(issues[0]!.message).toContain('by 1 USD');
    // Every line takes 1 off a constant of 100, which is of no line.
    close(result.remainder, 100);
    expect(result.lines.every(({ component }) => Math.abs(component + 1) < 1e-9)).toBe(true);
  });
});

describe('rules that look at held lines', () => {
  it('are built anew for each book, as long as these are few', async () => {
    const run = await aPreparedRun(BTC, { model: 'derive-srm' });
    const groups = run.lines.length;
    expect(rebuildsRules(run, groups)).toBe(true);
    expect(rebuildsRules(run, groups, groups * groups - 1)).toBe(false);
    expect(rebuildsRules(await aPreparedRun(BTC), groups)).toBe(false);
  });

  it('say so when they are not, and then keep every line in the rules', async () => {
    const run = await aPreparedRun(BTC, { model: 'derive-srm' });
    // As many lines as are too many, without the work of so many.
    const many: PreparedRun = { ...run, lines: [...run.lines, ...Array(50_000).fill(run.lines[0]!)] };
    const { issues } = attributeResult(many, { by: 'expiry', top: null }, []);
    expect(issues.at(-1)).toMatchObject({ code: 'ATR_LINES_KEPT', severity: 'info' });
    expect(issues.at(-1)!.message).toContain('the rules of derive-srm look at which lines are held');
  });

  it.each(['scan', 'deribit-pme', 'okx-pm', 'paradex-pm', 'pm1'])('%s is the same either way', async (model) => {
    const run = await aPreparedRun(BTC, { model });
    const [formula, rules] = [marginsByFormula(run), marginsByRules(run)];
    for (const by of WAYS) {
      for (const group of attributionGroups(run, by)) {
        close(formula.alone(group), rules.alone(group));
        close(formula.without(group), rules.without(group), evaluate(run.requirement.initial, run.quantities));
      }
    }
  });
});

describe('documents of attribution', () => {
  it('of an empty book have no lines, and the constants of the rules as remainder', async () => {
    const request = aMarginRequest(BTC, { positions: 'fixtures/issues/run-empty-book/positions.csv', limits: null });
    const { status, result, issues } = await runAttribute({ ...request, by: 'position', top: 5 }, anIo());
    expect(status).toBe('ok');
    expect(issues.map(({ code }) => code)).toContain('RUN_EMPTY_BOOK');
    expect(result).toMatchObject({ initialMargin: 0, lines: [], others: null, remainder: 0, tied: false });
  });

  it('say no when a limit is broken, and are refused with every issue', async () => {
    const broken = { ...aMarginRequest(BTC, { limitTexts: ['margin total ..1'] }), by: 'tag', top: null } as const;
    const no = await runAttribute(broken, anIo());
    expect([no.status, no.result?.limits.some(({ limit }) => limit === 'margin')]).toEqual(['no', true]);
    const missing = await runAttribute({ ...broken, positions: 'none.csv', market: 'none.csv' }, anIo());
    expect([missing.status, missing.result]).toEqual(['error', null]);
    expect(missing.issues.map(({ code }) => code)).toEqual(['FILE_NOT_FOUND', 'FILE_NOT_FOUND']);
    const unknown = await runAttribute({ ...broken, model: 'scam' }, anIo());
    expect(unknown.issues.map(({ code }) => code)).toContain('CFG_UNKNOWN_MODEL');
    const scope = await runAttribute({ ...broken, limitTexts: ['delta DOGE ..1'] }, anIo());
    expect(scope.status).toBe('error');
  });
});
