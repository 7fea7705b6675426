import { derive, rootKey } from '../random/key.js';
import { hunt, type Hunted } from '../search/hunt.js';
import type { Finding } from './conclude.js';
import type { Control, ExistentialEvidence } from './evidence.js';
import type { Examination } from './examination.js';
import { levels, type Use } from './ledger.js';
import type { ControlReport, Outcome, TestReport, Verdict } from './outcome.js';
import { existentialSubject, telling } from './subject.js';
import type { ExistentialTheorem } from './theorem.js';

/** What an existential claim spends error probability on: where draws decide, on taking for a witness what is none. */
export function existentialUses<Instance>({
  theorem,
  survives = {},
  breaks,
}: ExistentialEvidence<Instance>): readonly Use[] {
  if (theorem.rate === undefined) return [];
  const controls = [...Object.keys(survives), ...Object.keys(breaks)];
  return [
    { use: 'witness', weight: 0.6 },
    ...controls.map((name) => ({ use: `control: ${name}`, weight: 0.4 / controls.length })),
  ];
}

/** A witness that took more of its search than this leaves it open whether the controls are empty or were searched too little. */
const EARLY = 0.25;

/**
 * Judges that something exists, by searching for it: in the claim's own world, then where there still is one, then where there is none.
 *
 * Held when a witness is found and no control has one. Undecided when none is found: a search that ends without one may have looked
 * in the wrong places, so nothing here refutes. Untrusted when a witness is found where a proof says that there is none.
 */
export function examineExistence<Instance>(tried: ExistentialEvidence<Instance>, how: Examination): Outcome {
  const { theorem, survives = {}, breaks } = tried;
  const { id, kind } = theorem;
  const root = derive(rootKey(how.seed), id);
  const budget = Math.max(1, Math.ceil(tried.evaluations * how.effort));
  const level = theorem.rate === undefined ? (): number => 0 : levels(existentialUses(tried), how.level);
  const wholeRun = how.controlsOnly !== true;
  const steps = budget * ((wholeRun ? 1 + Object.keys(survives).length : 0) + Object.keys(breaks).length);
  let done = 0;

  const search = (label: string, change: Control<Instance, ExistentialTheorem<Instance>>): Hunted => {
    const before = done;
    const hunted = hunt(telling(existentialSubject(tried, change), how.onEvaluation), {
      key: derive(root, label),
      budget,
      starts: 1,
      level: level(label === '' ? 'witness' : `control: ${label}`),
      after: label === '' ? 'shrinking' : 'nothing',
      onLook: (instance, readings, found) => {
        how.onProgress?.(Math.min(steps, ++done), steps);
        const lacking = readings.find(({ margin, allowance }) => !(margin >= allowance))?.clause ?? 'event';
        const [status, because] = found ? (['passed', ''] as const) : (['gave_up', lacking] as const);
        how.onCase?.({ control: label, instance, status, because, readings, regimes: [] });
      },
    });
    done = before + budget;
    return hunted;
  };
  const own = wholeRun ? search('', {}) : undefined;
  const witness = own?.simplest;
  const reports = (
    controls: Readonly<Record<string, Control<Instance, ExistentialTheorem<Instance>>>>,
    wanted: boolean,
  ): readonly (ControlReport & { readonly instance: unknown })[] =>
    Object.entries(controls).map(([name, change]) => {
      const { simplest, evaluations } = search(name, change);
      const found = simplest !== undefined;
      return { name, refuted: wanted ? !found : !found && evaluations > 0, evaluations, instance: simplest?.instance };
    });
  const survived = wholeRun ? reports(survives, true) : [];
  const broke = reports(Object.fromEntries(Object.entries(breaks).map(([name, { change }]) => [name, change])), false);

  const finding = found(own, budget);
  const controls = [...survived, ...broke];
  const seen = witness ?? own?.nearest;
  const plain = ({ name, refuted, evaluations }: ControlReport): ControlReport => ({ name, refuted, evaluations });
  return {
    claim: id,
    kind,
    gates: theorem.source.kind !== 'conjecture',
    ...concluded(finding, own?.evaluations === 0, survived, broke),
    seed: how.seed,
    cases: own?.evaluations ?? 0,
    evaluations: controls.reduce(
      (sum, { evaluations }) => sum + evaluations,
      (own?.evaluations ?? 0) + (own?.tidying ?? 0),
    ),
    tightest: witness?.decisive,
    counterexample: undefined,
    estimate: undefined,
    witness: seen && { instance: seen.instance, readings: seen.readings },
    tests: witness === undefined ? [] : testsOf(witness),
    regimes: [],
    survives: survived.map(plain),
    breaks: broke.map(plain),
    warnings: warningsOf(own, budget),
  };
}

function found(own: Hunted | undefined, budget: number): Finding {
  if (own?.simplest === undefined)
    return {
      verdict: 'undecided',
      because: `no witness in ${own?.evaluations ?? 0} evaluations, which refutes nothing`,
    };
  const { confirmed } = own.simplest;
  const drawn =
    confirmed === undefined
      ? ''
      : `; the event happened in ${confirmed.happened ?? NaN} of ${confirmed.draws} fresh draws of it`;
  return { verdict: 'held', because: `a witness after ${own.evaluations} of ${budget} evaluations${drawn}` };
}

/** The first of these that applies: nothing was looked at; a witness where there is none; none where there is one; what was found. */
function concluded(
  own: Finding,
  nothing: boolean,
  survived: readonly ControlReport[],
  broke: readonly (ControlReport & { readonly instance: unknown })[],
): { readonly verdict: Verdict; readonly because: string } {
  if (nothing) return { verdict: 'vacuous', because: 'its generator makes nothing that meets the hypotheses' };
  const bewitched = broke.find(({ refuted }) => !refuted);
  if (bewitched !== undefined) {
    const { name, instance, evaluations } = bewitched;
    const what =
      instance === undefined
        ? 'could not be searched'
        : `has a witness, after ${evaluations} evaluations: ${JSON.stringify(instance)}`;
    return { verdict: 'untrusted', because: `the control "${name}" ${what}` };
  }
  if (broke.length === 0) return { verdict: 'untrusted', because: 'it names no control that has no witness' };
  const lost = survived.find(({ refuted }) => refuted);
  if (own.verdict === 'held' && lost !== undefined)
    return { verdict: 'undecided', because: `no witness under "${lost.name}" in ${lost.evaluations} evaluations` };
  return own;
}

function testsOf({ instance, confirmed }: NonNullable<Hunted['simplest']>): readonly TestReport[] {
  if (confirmed === undefined) return [];
  const { draws, happened } = confirmed;
  return [{ use: 'the witness', decision: 'certified', draws, happened, instance, path: undefined }];
}

function warningsOf(own: Hunted | undefined, budget: number): readonly string[] {
  if (own?.simplest === undefined || own.evaluations <= EARLY * budget) return [];
  return [
    `the witness took ${own.evaluations} of ${budget} evaluations: that as many found none under the controls says little`,
  ];
}
