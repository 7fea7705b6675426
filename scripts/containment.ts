// npm run containment [-- --count 1000000]: holds the intervals against exact rationals and 60-digit values, at so many random
// arguments of every operation and as many over all functions together. Exit code 1 when one leaves the truth out.
import { parseArgs } from 'node:util';
import { wholeNumber } from '../cli/options.js';
import { EXIT } from '../cli/exit-codes.js';
import { print } from '../cli/print.js';
import { CURVES, curveEscapes, roundingEscapes, SOUND } from './containment/containment.js';

const { values } = parseArgs({
  options: { count: { type: 'string', default: '1000000' }, seed: { type: 'string', default: '1' } },
});
const count = wholeNumber('--count', 'arguments', 1, 1e9, 1_000_000)(values.count);

const report = (what: string, tried: number, escapes: readonly string[]): void => {
  print(
    `${escapes.length === 0 ? '✓' : '✗'} ${what}: ${tried} arguments, ${escapes.length} escapes${escapes
      .slice(0, 3)
      .map((line) => `\n  ${line}`)
      .join('')}`,
  );
  if (escapes.length > 0) process.exitCode = EXIT.refuted;
};
report('sum, product, quotient, root', count, roundingEscapes(SOUND, count, values.seed));
const share = Math.ceil(count / Object.keys(CURVES).length);
for (const [name, curve] of Object.entries(CURVES)) report(name, share, curveEscapes(curve, share, values.seed));
