// node verdicts.js CLAIM ...: prints a JSON line for each claim as soon as it is judged. What a copy with a mutant in it runs.
import { ALPHA } from '../../cli/commands/verify.js';
import { loadClaims, select } from '../../cli/load-claims.js';
import { profileOf } from '../../cli/profiles.js';
import { print } from '../../cli/print.js';
import { examine } from '../../src/theory/claim.js';
import { shareOf } from '../../src/theory/ledger.js';
import { type Judged, READY } from './judge.js';

const all = await loadClaims();
const { seed, effort } = profileOf('quick');
print(READY);
for (const claim of select(all, process.argv.slice(2))) {
  const { id } = claim.theorem;
  const before = process.cpuUsage();
  const told: Pick<Judged, 'verdict' | 'because'> = (() => {
    try {
      return examine(claim, { seed, level: shareOf(claim, all, ALPHA), effort });
    } catch (error) {
      return { verdict: 'crashed', because: error instanceof Error ? error.message : String(error) };
    }
  })();
  const { user, system } = process.cpuUsage(before);
  const judged: Judged = {
    claim: id,
    verdict: told.verdict,
    because: told.because,
    seconds: Math.round((user + system) / 1e4) / 100,
  };
  print(JSON.stringify(judged));
}
