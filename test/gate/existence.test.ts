import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { whole } from '../../properties/arbitraries.js';
import { claimDiff } from '../../src/gate/claim-diff.js';
import type { Claimed } from '../../src/gate/claimed.js';
import { exactly, roundoff } from '../../src/theory/allowance.js';
import { evidence } from '../../src/theory/claim.js';
import type { ExistentialEvidence } from '../../src/theory/evidence.js';
import { type ExistentialTheorem, theorem } from '../../src/theory/theorem.js';
import { stated } from '../theory/toys.js';

interface Number {
  readonly x: number;
}

type Stated = Omit<Partial<ExistentialTheorem<Number>>, 'id' | 'kind'>;

function version(digest: string, changed: Stated = {}, tried: Partial<ExistentialEvidence<Number>> = {}): Claimed {
  const claim = evidence<Number>({
    theorem: theorem<Number>({
      ...stated,
      id: 'toy/exists',
      kind: 'exists',
      margins: ({ x }) => ({ large: x - 60 }),
      ...changed,
    }),
    given: fc.record({ x: whole(0, 100) }),
    evaluations: 100,
    allowance: exactly('whole numbers'),
    breaks: { none: { change: { instead: { margins: () => ({ large: -1 }) } }, because: 'it says so' } },
    ...tried,
  });
  return { claim, theorem: digest, evidence: digest, vocabulary: '', core: '', readable: true };
}

const search = () => ({ cases: 200, inWorlds: 0, level: 0.05 });
const diff = (after: Claimed) =>
  claimDiff({ before: version('before'), after }, { changed: search, core: search }, new Map());
const narrow = { given: fc.record({ x: whole(50, 100) }) };
const wide = { given: fc.record({ x: whole(0, 200) }) };

describe('a change of a claim that something exists', () => {
  test.each<readonly [string, Claimed, string, string]>([
    ['a narrower domain', version('a', {}, narrow), 'STRONGER', 'witness-domain-narrowed'],
    ['a wider domain', version('a', {}, wide), 'WEAKER', 'witness-domain-widened'],
    [
      'a hypothesis',
      version('a', { assumes: { even: ({ x }) => x % 2 === 0 } }),
      'STRONGER',
      'witness-condition-added',
    ],
    ['a harder conclusion', version('a', { margins: ({ x }) => ({ large: x - 80 }) }), 'STRONGER', 'bound-tightened'],
    ['an easier conclusion', version('a', { margins: ({ x }) => ({ large: x - 20 }) }), 'WEAKER', 'bound-loosened'],
  ])('%s makes it say more or less, as it must', (_, after, relation, kind) => {
    const found = diff(after);
    expect(found.relation, JSON.stringify(found.changes)).toBe(relation);
    expect(found.changes.map((change) => change.class)).toContain(kind);
  });

  test('a larger allowance, which counts against it, makes it say more', () => {
    const rounded = (operations: number): Claimed =>
      version(`${operations}`, {}, { allowance: roundoff(() => operations, 'planted') });
    const both = (before: Claimed, after: Claimed) =>
      claimDiff({ before, after }, { changed: search, core: search }, new Map());
    const raised = { relation: 'STRONGER', changes: [{ class: 'witness-allowance-raised' }] };
    expect(both(rounded(8), rounded(1e6))).toMatchObject(raised);
    expect(both(rounded(1e6), rounded(8))).toMatchObject({ relation: 'WEAKER' });
  });

  test('a hypothesis dropped is weaker', () => {
    const before = version('before', { assumes: { even: ({ x }) => x % 2 === 0 } });
    const found = claimDiff({ before, after: version('a') }, { changed: search, core: search }, new Map());
    expect(found).toMatchObject({ relation: 'WEAKER', changes: [{ class: 'witness-condition-dropped' }] });
  });
});
