/** Tells a whole number of [from, to] when the user has entered one; says what is needed when not. */
export function numberField(
  field: HTMLInputElement,
  name: string,
  [from, to]: readonly [number, number],
  tell: (value: number) => void,
  complain: (line: string) => void,
): void {
  field.min = String(from);
  field.max = String(to);
  field.addEventListener('change', () => {
    const value = /^\d+$/.test(field.value.trim()) ? Number(field.value) : NaN;
    const good = value >= from && value <= to;
    field.setAttribute('aria-invalid', String(!good));
    if (good) tell(value);
    else complain(`${name}: needs a whole number from ${from} to ${to}; came "${field.value}".`);
  });
}
