import { type Formula, scale } from '../../formula/index.js';

/** Money that a solver's tolerances are made for. */
const MOST = 1e7;

/**
 * The same formula with every amount inside it in thousands, millions ... of money, so that one of billions makes rows of a
 * size that solvers are exact for. At its root it is in money.
 *
 * @param amount what it comes to, in money; one of a usual size stays as it is
 */
export function inUnits(formula: Formula, amount: number): Formula {
  if (!(amount > MOST)) return formula;
  const unit = 1000 ** Math.ceil(Math.log10(amount / MOST) / 3);
  return scale(formula.name, unit, divided(formula, unit));
}

function divided(formula: Formula, unit: number): Formula {
  switch (formula.kind) {
    case 'affine':
      return {
        ...formula,
        constant: formula.constant / unit,
        coefficients: formula.coefficients.map((coefficient) => coefficient / unit),
      };
    case 'scale':
      return { ...formula, child: divided(formula.child, unit) };
    default:
      return { ...formula, children: formula.children.map((child) => divided(child, unit)) };
  }
}
