import { derive, rootKey } from '../random/key.js';
import { concluded } from './conclude.js';
import { type Contest, settled, type Settled } from './contest.js';
import { coverage, coverageUses } from './coverage.js';
import type { Asking } from './draw.js';
import { altered, type ProbableEvidence } from './evidence.js';
import type { Examination } from './examination.js';
import { levels, type Use } from './ledger.js';
import type { ControlReport, Outcome, TestReport } from './outcome.js';
import { DOMAIN, estimateOf, judgedByTests, rateReading, refutedBy, WORST } from './probable-report.js';
import { drawnFrom, type Seat, seated } from './seats.js';
import { visitsOf } from './unvisited.js';
import { searchedAround, worstOf } from './worst.js';

/** What a probable claim spends its error probability on. Two sides of three tests, its controls, an interval, its regimes. */
export function probableUses<Instance>(tried: ProbableEvidence<Instance>): readonly Use[] {
  const controls = [...Object.keys(tried.survives ?? {}), ...Object.keys(tried.breaks)];
  return [
    { use: `refute ${DOMAIN}`, weight: 0.2 },
    { use: `certify ${DOMAIN}`, weight: 0.2 },
    ...single(tried).flatMap((use) => [
      { use: `refute ${use}`, weight: 0.15 / tried.instances },
      { use: `certify ${use}`, weight: 0.05 / tried.instances },
    ]),
    { use: `refute ${WORST}`, weight: 0.1 },
    { use: `certify ${WORST}`, weight: 0.1 },
    { use: 'interval', weight: 0.05 },
    ...controls.map((name) => ({ use: `control: ${name}`, weight: 0.1 / controls.length })),
    ...coverageUses(tried.regimes ?? {}, 0.05),
  ];
}

/**
 * How many times the draws of its budget a control may have before it counts as left standing.
 *
 * Evidence against it grows in proportion to its draws, give or take their root: one that half of the seeds refute within half of the
 * budget was still standing at the end of it for one seed in 60. At four times the budget none in 10^9 is, and the others stop where they did.
 */
const PATIENCE = 4;

/**
 * Judges P(event) >= probability: over the domain, of some instances one by one, then of the worst instance that was seen.
 *
 * Refuted when any of the tests refutes. Held when both the domain and the worst instance are certified: the worst on fresh
 * draws, since those that made it the worst are biased. Else undecided: the budget was spent in between.
 */
export function* examineProbable<Instance>(
  tried: ProbableEvidence<Instance>,
  how: Examination,
): Asking<Outcome, Instance> {
  const { theorem, given, regimes = {}, survives = {}, breaks } = tried;
  const { id, kind, probability, indifference, assumes } = theorem;
  const level = levels(probableUses(tried), how.level);
  const root = derive(rootKey(how.seed), id);
  const more = (budget: number): number => Math.max(1, Math.ceil(budget * how.effort));
  const domain = drawnFrom(given, Math.max(more(tried.pooled), tried.control), derive(root, 'instances'));
  const alone = drawnFrom(given, tried.instances, derive(root, 'single instances'));
  const broken = [...domain, ...alone].flatMap((instance) =>
    Object.entries(assumes).filter(([, holdsFor]) => !holdsFor(instance)),
  )[0]?.[0];
  const contest = (use: string, seats: readonly Seat<Instance>[]): Contest<Instance> => {
    const [refuting, certifying] = [level(`refute ${use}`), level(`certify ${use}`)];
    return { control: '', question: { probability, indifference, refuting, certifying }, seats };
  };
  const over = (instances: readonly Instance[], part: string): readonly Seat<Instance>[] =>
    seated(instances, derive(root, part), 1).flat();

  const [pooled = nothing, ...singles] =
    broken === undefined && how.controlsOnly !== true
      ? yield* settled([
          contest(DOMAIN, over(domain.slice(0, more(tried.pooled)), '')),
          ...seated(alone, derive(root, 'alone'), more(tried.draws)).map((seats, i) =>
            contest(single(tried)[i] ?? '', seats),
          ),
        ])
      : [];
  const isInstance = (value: unknown): value is Instance =>
    given.canShrinkWithoutContext(value) && Object.values(assumes).every((holdsFor) => holdsFor(value));
  const seen = [pooled, ...singles].flatMap(({ made }) => made);
  const around = yield* searchedAround(seen, { given, isInstance, key: derive(root, 'search') });
  const suspect = worstOf(around);
  const again =
    suspect === undefined ? [] : seated([suspect.instance], derive(root, 'worst'), more(tried.draws)).flat();
  const [worst = nothing] = again.length > 0 ? yield* settled([contest(WORST, again)]) : [];

  const worstTest = reported(WORST, worst, suspect?.instance);
  const tests: readonly TestReport[] = [
    reported(DOMAIN, pooled, undefined),
    ...singles.map((result, i) => reported(single(tried)[i] ?? '', result, alone[i])),
    worstTest,
  ];
  const own = judgedByTests(tests, probability, indifference);
  const fair = own.verdict !== 'refuted' && broken === undefined;
  const patient = drawnFrom(given, PATIENCE * tried.control, derive(root, 'instances'));
  const trialOf = function* (controls: typeof breaks): Asking<readonly ControlReport[], Instance> {
    const names = Object.keys(controls);
    const results = yield* settled(
      Object.entries(controls).map(([name, control]) => {
        const stated = altered(theorem, control).theorem;
        const question = { ...stated, refuting: level(`control: ${name}`), certifying: 0 };
        return { control: name, question, seats: over(patient, name) };
      }),
    );
    return results.map(({ decision, draws }, i) => ({
      name: names[i] ?? '',
      refuted: decision === 'refuted',
      evaluations: draws,
    }));
  };
  const survived = fair && how.controlsOnly !== true ? yield* trialOf(survives) : [];
  const broke = fair ? yield* trialOf(breaks) : [];
  const visits = visitsOf(regimes, domain);
  const visited = coverage({ given, regimes, biased: false }, visits, derive(root, 'coverage').low | 0, level);
  const findings = { own, broken, cases: domain.length, regimes: visited, survives: survived, breaks: broke };
  const controlDraws = [...survived, ...broke].reduce((sum, { evaluations }) => sum + evaluations, 0);
  return {
    claim: id,
    kind,
    gates: theorem.source.kind !== 'conjecture',
    ...concluded(findings),
    seed: how.seed,
    cases: domain.length,
    evaluations: controlDraws + around.length - seen.length + tests.reduce((sum, { draws }) => sum + draws, 0),
    tightest: undefined,
    counterexample: refutedBy(tests, probability),
    estimate: estimateOf(tests[0], level('interval')),
    witness: suspect && {
      instance: suspect.instance,
      readings: [rateReading(worstTest, probability)],
    },
    tests,
    regimes: visited,
    survives: survived,
    breaks: broke,
    warnings: [],
  };
}

const nothing: Settled<never> = { decision: 'undecided', draws: 0, happened: 0, path: undefined, made: [] };

function single<Instance>(tried: ProbableEvidence<Instance>): readonly string[] {
  return Array.from({ length: tried.instances }, (_, i) => `instance ${i + 1}`);
}

function reported<Instance>(use: string, result: Settled<Instance>, instance: Instance | undefined): TestReport {
  const { decision, draws, happened, path } = result;
  return { use, decision, draws, happened, instance, path };
}
