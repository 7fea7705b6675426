// Not \d+\.?\d*: on a long run of digits with a letter behind it, that takes time quadratic in the length.
const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/** True for 1e999 too, which is a decimal although no double is so large. */
export function isDecimal(text: string): boolean {
  return DECIMAL.test(text);
}

/** The finite number that a text writes in decimal, or NaN. Not Number(): that takes '' for 0 and '0x10' for 16. */
export function decimal(text: string): number {
  const value = isDecimal(text) ? Number(text) : NaN;
  return Number.isFinite(value) ? value : NaN;
}
