/** A whole amount with thousands separators; the locale machinery would cost more than the rest of the report. */
export function groupedAmount(amount: number): string {
  return String(Math.round(amount)).replace(/\B(?=(\d{3})+$)/g, ',');
}
