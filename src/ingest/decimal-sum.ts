/**
 * A sum of decimal numbers without rounding, so that 0.1 + 0.2 - 0.3 is zero and the order of the rows does not matter.
 * Small whole numbers, the usual case, are added as such; the rest as a big integer times a power of ten.
 */
export class DecimalSum {
  #whole = 0;
  #scaled = 0n;
  /** `#scaled` counts units of ten to the minus `#places`. */
  #places = 0;

  /** Adds a number as written (`-2.5`, `1e3`); the text must be one that `parseNumber` accepts. */
  add(text: string): void {
    if (text.length <= 9) {
      const value = Number(text);
      if (Number.isInteger(value) && Math.abs(this.#whole) <= 2 ** 52 && Math.abs(value) < 2 ** 40) {
        this.#whole += value;
        return;
      }
    }
    const [mantissa = '', exponent = '0'] = text.toLowerCase().split('e');
    const [whole = '', decimals = ''] = mantissa.split('.');
    const digits = `${whole}${decimals}`.replace('+', '');
    this.#addScaled(BigInt(digits), decimals.length - Number(exponent));
  }

  /** The sum as the nearest double; infinite beyond the range. */
  value(): number {
    const whole = BigInt(this.#whole);
    if (this.#scaled === 0n) return Number(whole);
    return Number(`${this.#scaled + whole * 10n ** BigInt(this.#places)}e-${this.#places}`);
  }

  #addScaled(units: bigint, places: number): void {
    if (places > this.#places) {
      this.#scaled *= 10n ** BigInt(places - this.#places);
      this.#places = places;
    }
    this.#scaled += units * 10n ** BigInt(this.#places - places);
  }
}
