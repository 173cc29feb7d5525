import { type Regime, repairCorrelation } from '../correlation/index.js';
import type { CorrelationMatrix } from '../domain/index.js';

/**
 * A regime's correlations in place of the present ones: pairs that both have prices are the regime's, others stay; repaired to
 * the nearest correlation matrix where the two do not go together.
 */
export function regimeMatrix(
  present: CorrelationMatrix,
  { correlation }: Regime,
): { readonly matrix: CorrelationMatrix; readonly repaired: boolean } {
  const { names } = present;
  const n = names.length;
  const at = names.map((name) => correlation.names.indexOf(name));
  const values = present.values.map((value, k) => {
    const [i, j] = [at[Math.floor(k / n)]!, at[k % n]!];
    return i === -1 || j === -1 ? value : correlation.values[i * correlation.names.length + j]!;
  });
  const { matrix, repaired } = repairCorrelation({ names, values });
  return { matrix, repaired };
}
