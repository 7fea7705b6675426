/** A number of the run's JSON for a reader: four digits, or a dash for what is no number. */
export function short(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return '–';
  if (value !== 0 && Math.abs(value) < 1e-3) return value.toExponential(digits(value));
  return Number.isInteger(value) && Math.abs(value) < 1e6 ? String(value) : Number(value.toPrecision(4)).toString();
}

/** Digits behind the first that are not 0, at most 3. */
function digits(value: number): number {
  const [mantissa = ''] = value.toExponential(3).split('e');
  return mantissa.replace(/^-?\d\.?/, '').replace(/0+$/, '').length;
}
