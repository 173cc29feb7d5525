/** A contract period as months are compared: `YYYYMM`, or `YYYYMMDD` where it has a day; null where it is none. Weeks (`202603W2`) count by their month. */
export function periodCode(text: string): string | null {
  const found = /^(\d{4})(\d{2})(\d{2})?/.exec(text.trim());
  if (found === null) return null;
  const [, year = '', month = '', day] = found;
  if (Number(month) < 1 || Number(month) > 12) return null;
  return day === undefined || day === '00' ? `${year}${month}` : `${year}${month}${day}`;
}

/** A date `YYYYMMDD` in ISO form; null where it is none. */
export function isoDate(text: string): string | null {
  const found = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(text.trim());
  if (found === null) return null;
  const iso = `${found[1]}-${found[2]}-${found[3]}`;
  return Number.isNaN(Date.parse(iso)) ? null : iso;
}
