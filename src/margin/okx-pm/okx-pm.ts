import { constant, denseAffine, type Formula, max, scale, sum } from '../../formula/index.js';
import { lineValue, yearsToExpiry } from '../venue-lines/index.js';
import type { VenueRequirement, VenueScenario } from '../venue-requirement.js';
import { basisRisk } from './basis-risk.js';
import { minimumCharge, rawMinimumCharge } from './minimum-charge.js';
import type { OkxInputs } from './okx-inputs.js';
import { coinClassOf, type OkxValues } from './okx-values.js';
import { optionCharges } from './option-charges.js';
import { priceShock } from './price-shock.js';
import type { UnitBook } from './unit-book.js';

/**
 * OKX's portfolio margin in USD. Risk units (coins) do not offset each other:
 *
 * ```
 * MMR of a unit = max( max(MR1, MR2, MR6) + MR3 + MR4 + MR5 + MR9, MR7 )
 * maintenance   = sum of MMR + borrowing maintenance
 * initial       = 1.3 x sum of MMR + borrowing initial
 * ```
 *
 * MR1 price and volatility, MR4 basis, MR6 extreme move, MR7 minimum charge by tiers. MR2, MR3 and MR5 are 0 unless the
 * parameters say otherwise; MR9 and borrowings are inputs. Convex throughout.
 *
 * Components: `UNIT MR1` to `UNIT MR7`, `UNIT MR9`, `UNIT raw MR7`, `UNIT MMR`, `UNIT IMR`, `derivatives MMR`.
 *
 * SOURCE: OKX API v5 `POST /account/position-builder` and announcements of 2021-12, 2024-05-31, 2024-12-03, 2025-01-02.
 * Confirmed for perpetuals to the last digit; other lines, and coins that no class names, are
 * `confidence: model`.
 *
 * @throws RangeError when a line belongs to no unit or a coin to no class
 */
export function okxPm(inputs: OkxInputs, values: OkxValues): VenueRequirement {
  const { lines, asOfMs, borrowing = { maintenance: 0, initial: 0 } } = inputs;
  const units = unitBooks(inputs, values).map((book) => unitMargin(book, values));
  const derivatives = sum(
    'derivatives MMR',
    units.map(({ mmr }) => mmr),
  );
  return {
    maintenance: sum('maintenance margin', [derivatives, constant('borrowing', borrowing.maintenance)]),
    initial: sum('initial margin', [
      scale('derivatives IMR', values.initialFactor, derivatives),
      constant('borrowing', borrowing.initial),
    ]),
    value: denseAffine(
      'value',
      Float64Array.from(lines, (line) => lineValue(line, yearsToExpiry(line, asOfMs), 'quote')),
    ),
    scenarios: units.flatMap(({ scenarios }) => scenarios),
    components: { ...Object.assign({}, ...units.map(({ components }) => components)), 'derivatives MMR': derivatives },
    confidence: isVerified(inputs, values) ? 'verified' : 'model',
  };
}

function unitBooks({ units, lines, asOfMs }: OkxInputs, values: OkxValues): UnitBook[] {
  const known = new Set(units.map(({ underlying }) => underlying));
  const stray = lines.find(({ underlying }) => !known.has(underlying));
  if (stray !== undefined) throw new RangeError(`'${stray.name}' is of '${stray.underlying}', which is no unit here`);
  return units.map((unit) => ({
    unit,
    coinClass: coinClassOf(unit.underlying, values),
    asOfMs,
    lines,
    columns: lines.flatMap((line, column) => (line.underlying === unit.underlying ? [column] : [])),
  }));
}

/** What the published example holds: perpetuals of coins whose class is named. */
function isVerified({ lines }: OkxInputs, values: OkxValues): boolean {
  return lines.every(
    ({ kind, underlying }) => kind === 'perpetual' && coinClassOf(underlying, values).coins.length > 0,
  );
}

interface UnitMargin {
  readonly mmr: Formula;
  readonly scenarios: readonly VenueScenario[];
  readonly components: Readonly<Record<string, Formula>>;
}

function unitMargin(book: UnitBook, values: OkxValues): UnitMargin {
  const name = book.unit.underlying;
  const { mr1, mr6, scenarios } = priceShock(book, values);
  const { theta: mr2, vegaTerm: mr3, rates: mr5 } = optionCharges(book, values);
  const mr4 = basisRisk(book, values);
  const mr7 = minimumCharge(book, values);
  const mr9 = constant(`${name} MR9`, book.unit.stablecoinCharge ?? 0);
  const mmr = max(`${name} MMR`, [
    sum(`${name} risk`, [max(`${name} worst`, [mr1, mr2, mr6]), mr3, mr4, mr5, mr9]),
    mr7,
  ]);
  const parts = { MR1: mr1, MR2: mr2, MR3: mr3, MR4: mr4, MR5: mr5, MR6: mr6, MR7: mr7, MR9: mr9, MMR: mmr };
  const all = { ...parts, 'raw MR7': rawMinimumCharge(book), IMR: scale(`${name} IMR`, values.initialFactor, mmr) };
  return {
    mmr,
    scenarios,
    components: Object.fromEntries(Object.entries(all).map(([part, formula]) => [`${name} ${part}`, formula])),
  };
}
