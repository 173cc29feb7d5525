const LONGEST = 200;

/** A figure as it was written, cut where it is long. JSON has no word for a number beyond double precision, and would call it null. */
export function writtenFigure(value: unknown): string {
  const whole = typeof value === 'number' ? String(value) : inJson(value);
  return whole.length > LONGEST ? `${whole.slice(0, LONGEST)}...` : whole;
}

/** What is nested without end, or is no JSON at all, is only named. */
function inJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return 'something nested too deeply';
  }
}
