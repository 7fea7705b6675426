import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { phenomenon } from '../scripts/figure.js';

it('the picture of the README is what the project draws, to the byte', () => {
  const committed = readFileSync(new URL('../docs/figures/phenomenon.svg', import.meta.url), 'utf8');
  const drawn = phenomenon();
  expect(drawn, 'run npm run generate').toBe(committed);
  // Both numbers and curves are in it: another curve would be another file.
  expect(drawn.match(/<path /g)?.length).toBe(3);
  expect(drawn).toContain('norm of the odd point');
});
