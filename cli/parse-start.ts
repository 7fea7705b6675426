import { BadInput } from './bad-input.js';
import { quoted } from './options.js';

/** More odd points than any batch of this program has. */
const MOST = 4096;

/** The number of odd points that a start begins with: `symmetric` 0, `odd` 1, `k=3` 3. @throws BadInput */
export function parseStart(text: string): number {
  const state = text.trim().toLowerCase();
  if (state === 'symmetric') return 0;
  if (state === 'odd') return 1;
  const k = Number(/^k=(\d+)$/.exec(state)?.[1] ?? NaN);
  if (k >= 1 && k <= MOST) return k;
  throw new BadInput(
    `--start: needs odd, symmetric, or k=N with N odd points, N >= 1; came ${quoted(text)}. Write one, such as --start k=2.`,
  );
}
