import fc from 'fast-check';
import { derive, rootKey } from '../random/key.js';
import { concluded, type Finding } from './conclude.js';
import { coverage, coverageUses } from './coverage.js';
import type { Asking } from './draw.js';
import { altered, type Control, type LawEvidence } from './evidence.js';
import type { Examination } from './examination.js';
import { lawReading, type LawReading } from './law-test.js';
import { levels, type Use } from './ledger.js';
import type { ControlReport, Outcome } from './outcome.js';
import { drawnFrom, seated } from './seats.js';
import type { LawTheorem } from './theorem.js';
import { inEveryRegime, visitsOf } from './unvisited.js';

/** What a claim about a law spends its error probability on: one test an instance, its controls, its regimes. */
export function lawUses<Instance>(tried: LawEvidence<Instance>): readonly Use[] {
  const controls = [...Object.keys(tried.survives ?? {}), ...Object.keys(tried.breaks)];
  return [
    ...numbered(tried.instances).map((use) => ({ use: `refute ${use}`, weight: 0.6 / tried.instances })),
    ...controls.map((name) => ({ use: `control: ${name}`, weight: 0.35 / controls.length })),
    ...coverageUses(tried.regimes ?? {}, 0.05),
  ];
}

/**
 * How many times as many instances a control that must be refuted may try as the claim does.
 *
 * Controls that half of the instances hardly show are among ours: where five were tried, one of the
 * first 20 seeds left one standing, and the most that any of 40 seeds needed was eleven. The patience costs nothing where the first instance shows the difference.
 */
const PATIENCE = 8;

/** What each instance's sample says. */
type Read<Instance> = readonly { readonly instance: Instance; readonly reading: LawReading }[];

/**
 * Judges that a random outcome has a stated law, instance by instance.
 *
 * `held` means not refuted: how sharp that is, the controls show.
 */
export function* examineLaw<Instance>(tried: LawEvidence<Instance>, how: Examination): Asking<Outcome, Instance> {
  const { theorem, given, regimes = {}, survives = {}, breaks } = tried;
  const { id, kind, assumes } = theorem;
  const level = levels(lawUses(tried), how.level);
  const root = derive(rootKey(how.seed), id);
  const draws = Math.max(1, Math.ceil(tried.draws * how.effort));
  const all = drawnFrom(given, PATIENCE * tried.instances, derive(root, 'instances'));
  const first = all.slice(0, tried.instances);
  const instances = inEveryRegime(first, fc.noBias(given), regimes, derive(root, 'unvisited').low | 0);
  const broken = instances.flatMap((instance) =>
    Object.entries(assumes).filter(([, holdsFor]) => !holdsFor(instance)),
  )[0]?.[0];

  const own =
    broken === undefined && how.controlsOnly !== true
      ? yield* read(theorem, '', instances, derive(root, ''), draws, (i) => level(`refute instance ${i + 1}`))
      : [];
  const finding = judged(own, draws);
  const fair = finding.verdict !== 'refuted' && broken === undefined;
  const trialOf = function* (
    controls: typeof breaks,
    over: readonly Instance[],
  ): Asking<readonly ControlReport[], Instance> {
    const made: ControlReport[] = [];
    for (const [name, control] of Object.entries(controls)) {
      const found = yield* tryControl(
        theorem,
        name,
        control,
        over,
        derive(root, name),
        tried.control,
        level(`control: ${name}`),
      );
      made.push(found);
    }
    return made;
  };
  const survived = fair && how.controlsOnly !== true ? yield* trialOf(survives, instances) : [];
  const broke = fair ? yield* trialOf(breaks, [...instances, ...all.slice(tried.instances)]) : [];
  const visits = visitsOf(regimes, instances);
  const visited = coverage({ given, regimes, biased: false }, visits, derive(root, 'coverage').low | 0, level);
  const findings = {
    own: finding,
    broken,
    cases: instances.length,
    regimes: visited,
    survives: survived,
    breaks: broke,
  };
  const nearest = [...own].sort((a, b) => room(a.reading) - room(b.reading))[0];
  const refuting = own.find(({ reading }) => !(room(reading) >= 0)); // a NaN refutes
  const clauseOf = (reading: LawReading): { clause: string; margin: number; allowance: number; share: number } => ({
    clause: reading.name,
    margin: room(reading),
    allowance: 0,
    share: room(reading) >= 0 ? 0 : Infinity,
  });
  return {
    claim: id,
    kind,
    gates: theorem.source.kind !== 'conjecture',
    ...concluded(findings),
    seed: how.seed,
    cases: instances.length,
    evaluations: own.length * draws + [...survived, ...broke].reduce((sum, { evaluations }) => sum + evaluations, 0),
    tightest: nearest && clauseOf(nearest.reading),
    counterexample: refuting && { instance: refuting.instance, ...clauseOf(refuting.reading), shrinks: 0 },
    estimate: undefined,
    witness: nearest && { instance: nearest.instance, readings: [clauseOf(nearest.reading)] },
    tests: own.map(({ instance, reading }, i) => ({
      use: `instance ${i + 1}`,
      decision: room(reading) >= 0 ? ('not refuted' as const) : ('refuted' as const),
      draws: reading.by,
      happened: undefined,
      instance,
      path: undefined,
    })),
    regimes: visited,
    survives: survived,
    breaks: broke,
    warnings: [],
  };
}

/** Goes from instance to instance until one refutes; what a control must survive, it survives on all of them. */
function* tryControl<Instance>(
  theorem: LawTheorem<Instance>,
  name: string,
  control: Control<Instance, LawTheorem<Instance>>,
  instances: readonly Instance[],
  key: ReturnType<typeof derive>,
  draws: number,
  level: number,
): Asking<ControlReport, Instance> {
  const stated = altered(theorem, control).theorem;
  for (const [i, instance] of instances.entries()) {
    const [found] = yield* read(stated, name, [instance], key, draws, () => level / instances.length);
    if (found === undefined || room(found.reading) >= 0) continue;
    return { name, refuted: true, evaluations: i * draws + found.reading.by };
  }
  return { name, refuted: false, evaluations: instances.length * draws };
}

/** Asks for all draws of all instances at once: most tests of a law need their sample whole. */
function* read<Instance>(
  theorem: LawTheorem<Instance>,
  control: string,
  instances: readonly Instance[],
  key: ReturnType<typeof derive>,
  draws: number,
  level: (instance: number) => number,
): Asking<Read<Instance>, Instance> {
  const paired = theorem.law.of === 'same';
  const seats = seated(instances, key, draws).flat();
  const others = paired ? seated(instances, derive(key, 'other'), draws).flat() : [];
  const outcomes = yield [
    ...seats.map((seat) => ({ control, ...seat })),
    ...others.map((seat) => ({ control, ...seat, other: true })),
  ];
  return instances.map((instance, i) => {
    const part = (from: number): readonly number[] => outcomes.slice(from + i * draws, from + (i + 1) * draws);
    return {
      instance,
      reading: lawReading(theorem.law, instance, part(0), paired ? part(seats.length) : [], level(i)),
    };
  });
}

function judged<Instance>(own: Read<Instance>, draws: number): Finding {
  const refuting = own.find(({ reading }) => !(room(reading) >= 0));
  if (refuting === undefined)
    return {
      verdict: 'held',
      because: `the law is not contradicted by ${draws} draws of each of ${own.length} instances`,
    };
  const { name, statistic, critical, by } = refuting.reading;
  return {
    verdict: 'refuted',
    because: `${by} draws of one instance contradict the law: ${name} ${statistic.toPrecision(3)}, above ${critical.toPrecision(3)}`,
  };
}

/** How far the statistic may still grow; NaN when it is NaN, which refutes. */
function room({ statistic, critical }: LawReading): number {
  return critical - statistic;
}

function numbered(instances: number): readonly string[] {
  return Array.from({ length: instances }, (_, i) => `instance ${i + 1}`);
}
