import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { phenomenon } from '../scripts/figure.js';

it('the picture of the README is what the project draws, to the byte', () => {
  const committed = readFileSync(new URL('../docs/figures/phenomenon.svg', import.meta.url), 'utf8');
  const drawn = phenomenon();
  expect(drawn, 'run npm run generate').toBe(committed);
  for (const label of ['norm of the odd point', 'cosine inside the cluster', 'cosine between the two'])
    expect(drawn).toContain(label);
});
