import type { PriceHistory } from '../../domain/index.js';
import { evaluate } from '../../formula/index.js';
import {
  type ModelInputs,
  type NumericPlace,
  numericPlaces,
  type ParameterValues,
  resolveParameters,
  withFigure,
} from '../../margin/index.js';
import { dailyVolatility } from '../../scenario/index.js';
import type { PreparedRun } from '../prepare-run.js';

/** Other numbers at some places of a parameter set. */
export type ParameterChanges = ReadonlyMap<NumericPlace, number>;

/**
 * The initial margin of one book under other figures of its rule book. The lines are valued once: no figure of a rule book
 * changes what a contract is worth today, so that a bump costs the rules alone.
 */
export class ParameterMargin {
  /** Every number of the set in use; daily volatilities that came from the inputs are among them. */
  readonly places: readonly NumericPlace[];
  /** Under the figures as they are. */
  readonly margin: number;
  /** How often rules were built. */
  evaluations = 0;
  readonly #run: PreparedRun;
  readonly #inputs: ModelInputs;
  readonly #prices: PriceHistory | null;
  readonly #held: Float64Array;
  readonly #known = new Map<string, number | null>();

  /**
   * @param book contracts by line of the run; lines of none take no part
   * @param prices where daily volatilities came from, if anywhere
   */
  constructor(run: PreparedRun, book: Float64Array, prices: PriceHistory | null) {
    const columns = [...run.lines.keys()].filter((j) => book[j] !== 0);
    this.#run = run;
    this.#inputs = { ...run.inputs, lines: columns.map((j) => run.lines[j]!) };
    this.#held = Float64Array.from(columns, (j) => book[j]!);
    this.#prices = prices;
    const { model, parameters } = run;
    this.places = [...numericPlaces(parameters.values, model.figureRules), ...this.#foundVolatilities()];
    const margin = this.under(new Map());
    if (margin === null) throw new Error(`the figures of ${parameters.id} are not what its rules ask for`);
    this.margin = margin;
  }

  /** The margin with other figures; null where the rules of the figures do not allow them. */
  under(changes: ParameterChanges): number | null {
    const key = JSON.stringify([...changes].map(([{ name }, value]) => [name, value]).sort());
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const margin = this.#built(changes);
    this.#known.set(key, margin);
    return margin;
  }

  /** The figures that differ, each whole, as `--parameters` reads them and a case of `--robust` sets them. */
  figures(changes: ParameterChanges): Record<string, unknown> {
    const figures: Record<string, unknown> = {};
    for (const [{ steps }, value] of changes) {
      const [figure, ...below] = steps;
      const now = Object.hasOwn(figures, figure) ? figures[figure] : this.#run.parameters.values[figure];
      figures[figure] = withFigure(now, below, value);
    }
    return figures;
  }

  #resolved(changes: ParameterChanges) {
    const { model, parameters } = this.#run;
    return resolveParameters(model, { values: this.figures(changes) }, {}, parameters);
  }

  #built(changes: ParameterChanges): number | null {
    const { model } = this.#run;
    const { set, problems } = this.#resolved(changes);
    if (problems.length > 0) return null;
    const inputs = { ...this.#inputs, dailyVolatilities: this.#dailyVolatilities(set.values) };
    if (model.problems(inputs, set.values).length > 0) return null;
    this.evaluations += 1;
    const margin = evaluate(model.build(inputs, set.values).initial, this.#held);
    return Number.isFinite(margin) ? margin : null;
  }

  /** Of the underlyings held: what the set says, what the prices say at the set's own weight, else as it was. */
  #dailyVolatilities(values: ParameterValues): ReadonlyMap<string, number> {
    const { dailyVolatilities: now, view } = this.#inputs;
    const given = (values.dailyVol ?? {}) as Readonly<Record<string, number>>;
    const prices = this.#prices;
    const ewmaLambda = (values.ewmaLambda ?? 0.94) as number;
    return new Map(
      [...now].map(([name, volatility]) => {
        if (!Object.hasOwn(given, name) && !prices?.series.has(name)) return [name, volatility];
        return [name, dailyVolatility(name, { given, prices, ewmaLambda, view })?.volatility ?? volatility];
      }),
    );
  }

  /** Daily volatilities that prices or options gave: figures all the same, which a set may state. */
  #foundVolatilities(): NumericPlace[] {
    const { model, parameters } = this.#run;
    const rule = Object.hasOwn(model.figureRules, 'dailyVol') ? model.figureRules.dailyVol : undefined;
    if (rule?.shape !== 'table') return [];
    const given = parameters.values.dailyVol as Readonly<Record<string, number>>;
    const held = new Set(this.#inputs.lines.map(({ instrument }) => instrument.underlying));
    return [...this.#inputs.dailyVolatilities]
      .filter(([name]) => held.has(name) && !Object.hasOwn(given, name))
      .map(([name, value]) => ({ name: `dailyVol.${name}`, steps: ['dailyVol', name], value, rule: rule.of }));
  }
}
