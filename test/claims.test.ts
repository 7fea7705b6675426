import { describe, expect, it } from 'vitest';
import { levelFor } from '../cli/commands/verify.js';
import { loadClaims } from '../cli/load-claims.js';

const claims = await loadClaims();

describe('the theory', () => {
  it.each(claims.map((claim) => [claim.theorem.id, claim] as const))(
    '%s holds, and its controls are refuted',
    (_, claim) => {
      const outcome = claim.examine({ seed: '1', level: levelFor(claims), effort: 1 });
      expect(outcome, outcome.because).toMatchObject({ verdict: 'held' });
    },
  );
});
