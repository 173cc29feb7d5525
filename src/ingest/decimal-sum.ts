const SHORT = 15;
const EXACT = Number.MAX_SAFE_INTEGER;

/**
 * A sum of decimal numbers without rounding, so that 0.1 + 0.2 - 0.3 is zero and the order of the rows does not matter.
 * Numbers of up to fifteen characters, the usual case, are added as whole units of their last decimal place; any other
 * as a big integer times a power of ten.
 */
export class DecimalSum {
  /** By number of decimals: the sum of the short numbers with so many, in units of the last. */
  readonly #short: number[] = [];
  #long = 0n;
  /** `#long` counts units of ten to the minus `#places`. */
  #places = 0;

  /** Adds a number as written (`-2.5`, `1e3`); the text must be one that `parseNumber` accepts. */
  add(text: string): void {
    if (text.length > SHORT || !this.#addShort(text)) this.#addLong(text);
  }

  /** The sum as the nearest double; infinite beyond the range. */
  value(): number {
    this.#short.forEach((units, places) => {
      this.#addUnits(BigInt(units), places);
    });
    this.#short.length = 0;
    return Number(`${this.#long}e-${this.#places}`);
  }

  #addShort(text: string): boolean {
    if (/e/i.test(text)) return false;
    const point = text.indexOf('.');
    const places = point === -1 ? 0 : text.length - point - 1;
    const units = Number(point === -1 ? text : text.slice(0, point) + text.slice(point + 1));
    const sum = (this.#short[places] ?? 0) + units;
    if (Math.abs(sum) > EXACT) return false;
    for (let missing = this.#short.length; missing < places; missing++) this.#short[missing] = 0;
    this.#short[places] = sum;
    return true;
  }

  #addLong(text: string): void {
    const [mantissa = '', exponent = '0'] = text.toLowerCase().split('e');
    const [whole = '', decimals = ''] = mantissa.split('.');
    const units = BigInt(`${whole}${decimals}`.replace('+', ''));
    this.#addUnits(units, decimals.length - Number(exponent));
  }

  #addUnits(units: bigint, places: number): void {
    if (places > this.#places) {
      this.#long *= 10n ** BigInt(places - this.#places);
      this.#places = places;
    }
    this.#long += units * 10n ** BigInt(this.#places - places);
  }
}
