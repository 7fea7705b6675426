import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { certificateChanges, certificatesOf } from '../../cli/gate/certificate-changes.js';
import { PROJECT_ROOT } from '../../cli/project-root.js';
import { CLASSES } from '../../src/gate/classes.js';
import type { Claimed } from '../../src/gate/claimed.js';
import { exactly } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import { theorem } from '../../src/theory/theorem.js';
import { type Coin, coins, stated } from '../theory/toys.js';

const file = 'certificates/odd-tail.json';
const text = readFileSync(join(PROJECT_ROOT, file), 'utf8');
const id = 'recenter-relu/cluster-angle-is-three-pi-over-n';
const claim = evidence<Coin>({
  theorem: theorem<Coin>({ ...stated, id, kind: 'exact', margins: ({ sides }) => ({ few: 6 - sides }) }),
  given: coins,
  cases: 10,
  allowance: exactly('integers'),
  breaks: { never: { instead: { margins: () => ({ few: -1 }) } } },
});
const claimed: Claimed = { claim, theorem: '', evidence: '', vocabulary: '', core: '', readable: true };

/** Classes of changes between two versions that hold these texts of the certificate. */
function between(base: string | undefined, head: string | undefined): readonly string[] {
  const texts = (one: string | undefined): ReadonlyMap<string, string> =>
    new Map(one === undefined ? [] : [[file, one]]);
  const changes = certificateChanges({ before: claimed, after: claimed }, certificatesOf(texts(base), texts(head)));
  return changes.map((change) => `${change.class} ${CLASSES[change.class].level}`);
}

describe('The gate', () => {
  it.each([
    ['nothing of a certificate that stays', text, text, []],
    ['that one came', undefined, text, ['certificate-gained allow']],
    ['a loss when the file is gone', text, undefined, ['certificate-lost deny']],
    [
      'a loss when the file is tampered with',
      text,
      text.replace('"limit": "1', '"limit": "2'),
      ['certificate-lost deny'],
    ],
    [
      'a loss when it says another thing than its kind proves',
      text,
      text.replace('2.5 <=', '2.6 <='),
      ['certificate-lost deny'],
    ],
    ['a restatement since the base', text.replace('2.5 <=', '2.6 <='), text, ['certificate-restated deny']],
  ])('says %s', (_, base, head, changes) => {
    expect(between(base, head)).toEqual(changes);
  });

  it('leaves a claim that is gone to its own class', () => {
    const certificates = certificatesOf(new Map([[file, text]]), new Map());
    expect(certificateChanges({ before: claimed, after: undefined }, certificates)).toEqual([]);
  });
});
