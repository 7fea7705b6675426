import type { Change } from '../../src/gate/change.js';
import type { ClaimDiff } from '../../src/gate/claim-diff.js';
import { LEVELS } from '../../src/gate/classes.js';
import type { GatedChange, GatedClaim } from '../schemas/gate.js';
import type { Acknowledged } from './acknowledge-changes.js';
import { placeOf } from './place.js';
import type { Rules } from './rules.js';
import type { Sources } from './sources.js';
import type { VerdictDiff } from './verdicts.js';
import type { Version } from './versions.js';
import { WORKTREE } from './versions.js';

interface Parts {
  readonly claim: string;
  readonly changes: readonly Change[];
  readonly rules: Rules;
  readonly acks: Acknowledged;
  readonly base: Version;
  readonly head: Version;
  readonly sources: Sources;
  /** Absent when the claim could not be loaded. */
  readonly diff?: ClaimDiff;
  readonly verdicts?: VerdictDiff;
}

/** What a report says of one claim, the gravest change first. */
export function gatedClaim({ claim, changes, rules, acks, base, head, sources, diff, verdicts }: Parts): GatedClaim {
  const replay = (instance: unknown): string =>
    [
      `npx bnd gate --base ${(base.commit ?? '').slice(0, 12)}`,
      ...(head.ref === WORKTREE ? [] : [`--head ${(head.commit ?? head.ref).slice(0, 12)}`]),
      `--claims ${claim} --instance ${quoted(JSON.stringify(instance))}`,
    ].join(' ');
  const gated = changes
    .map((change): GatedChange => ({
      class: change.class,
      level: rules.levelOf(change.class),
      of: change.of,
      before: change.before,
      after: change.after,
      ...(change.witness === undefined
        ? {}
        : { witness: { ...change.witness, replay: replay(change.witness.instance) } }),
      acknowledged: acks.by(change),
    }))
    .toSorted((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
  const gravest = changes.find((change) => change.class === gated[0]?.class);
  return {
    claim,
    relation: diff?.relation ?? 'NOT COMPARED',
    cases: diff?.comparison?.cases ?? 0,
    parted: diff?.comparison?.parted ?? 0,
    disagreement: diff?.comparison?.disagreement ?? null,
    verdict: {
      before: verdicts?.before ?? null,
      after: verdicts?.after ?? null,
      judged: verdicts?.outcome !== undefined,
    },
    changes: gated,
    ...placeOf(claim, gravest, sources),
  };
}

/** As a shell takes it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
