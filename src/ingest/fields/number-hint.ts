/** Nothing longer was meant to be a number. */
const LONGEST = 40;

/** What to write instead of a text that is not a number, or null when there is nothing better to say. */
export function numberHint(text: string): string | null {
  if (text.length > LONGEST) return null;
  if (/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) return 'no thousands separators, and a point before decimals';
  if (/^[+-]?\d+,\d+$/.test(text)) return 'write a point, not a comma, before decimals';
  if (/^[+-]?[\d.]+(e[+-]?\d+)?\s*%$/i.test(text)) return 'no percent sign here: write the figure itself';
  if (/^(n\/?a|nan|null|none|nil|-+|inf(inity)?|[+-]inf(inity)?|#.*)$/i.test(text))
    return 'leave the field blank for no value';
  if (/^[$€£¥]|\s*[A-Z]{3}$/.test(text)) return 'leave out the currency';
  if (/^\(.*\)$/.test(text)) return 'write a minus sign, not brackets';
  return null;
}
