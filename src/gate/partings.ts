import type { InstanceReading, Readable } from '../theory/instance-reading.js';
import type { ClauseReading } from '../theory/outcome.js';
import { holds, met } from '../theory/reading.js';
import { derive, rootKey, type StreamKey } from '../random/key.js';
import type { Parting } from './change.js';

/** A version of a claim, as far as instances can be put to it. */
export interface Version extends Readable {
  readonly theorem: { readonly kind: string };
  readonly sample: (count: number, seed: number) => readonly unknown[];
}

/** How two versions part, for one reason and one clause. */
export type Reason =
  | 'domain: left out'
  | 'domain: taken in'
  | 'hypothesis: added'
  | 'hypothesis: dropped'
  | 'conclusion: harder'
  | 'conclusion: easier'
  | 'margin: smaller'
  | 'margin: larger'
  | 'allowance: lower'
  | 'allowance: higher'
  | 'observation';

/** Where two versions part for one reason. */
export interface Found {
  readonly reason: Reason;
  readonly of: string;
  readonly times: number;
  /** The shortest. */
  readonly witness: Parting;
}

/** Differences below this share are rounding: another order of a sum. */
const ROUNDING = 1e-9;
/** Part of their size over which margins must vary before their ratio says anything. */
const VARIED = 0.1;

/** Ranges of the ratio of new to old margins, and of the old ones. */
interface Ratios {
  readonly least: number;
  readonly most: number;
  readonly low: number;
  readonly high: number;
}

const NO_RATIOS: Ratios = { least: Infinity, most: -Infinity, low: Infinity, high: -Infinity };

/** Keeps for each reason the shortest witness. Put instances to it one by one. */
export class Partings {
  private readonly kept = new Map<string, Found & { readonly length: number }>();
  /** For each instance that was put to it, the reasons that came up. */
  private readonly instances: Set<string>[] = [];
  /** Ratios of new to old margins by clause: a constant one is another unit, not another bound. */
  private readonly ratios = new Map<string, Ratios>();
  /** Whether the claim is that something exists: its clauses are met, as those of a witness must be, or not. */
  private readonly existential: boolean;

  constructor(
    private readonly before: Version,
    private readonly after: Version,
  ) {
    this.existential = after.theorem.kind === 'exists';
  }

  /** Compares both versions on one instance of both, in their own layers and in those of controls that both have. */
  compare(instance: unknown, worlds: readonly string[]): void {
    const key = keyOf(instance);
    this.instances.push(new Set());
    const [old, now] = [this.before.reading(instance, key), this.after.reading(instance, key)];
    const broken = (reading: InstanceReading): string | undefined =>
      Object.entries(reading.hypotheses).find(([, met]) => !met)?.[0];
    const [oldBroken, nowBroken] = [broken(old), broken(now)];
    const at = { instance, world: '' };
    if (oldBroken === undefined && nowBroken !== undefined) {
      this.found('hypothesis: added', nowBroken, { ...at, before: 'all hypotheses hold', after: `not: ${nowBroken}` });
    }
    if (oldBroken !== undefined && nowBroken === undefined) {
      this.found('hypothesis: dropped', oldBroken, {
        ...at,
        before: `not: ${oldBroken}`,
        after: 'all hypotheses hold',
      });
    }
    if (oldBroken === undefined && nowBroken === undefined) {
      this.conclusions(instance, '', old, now);
      for (const world of worlds) {
        const [there, here] = [this.before.reading(instance, key, world), this.after.reading(instance, key, world)];
        this.conclusions(instance, world, there, here);
      }
    }
  }

  /** An instance of only one of the versions. */
  alone(reason: 'domain: left out' | 'domain: taken in', instance: unknown): void {
    this.instances.push(new Set());
    const [before, after] =
      reason === 'domain: left out' ? ['an instance', 'no instance'] : ['no instance', 'an instance'];
    this.found(reason, '', { instance, world: '', before, after });
  }

  private found(reason: Reason, of: string, witness: Parting): void {
    const name = nameOf(reason, of);
    this.instances.at(-1)?.add(name);
    const length = JSON.stringify(witness.instance).length + (witness.world === '' ? 0 : 1);
    const known = this.kept.get(name);
    const times = (known?.times ?? 0) + 1;
    if (known !== undefined && known.length <= length) this.kept.set(name, { ...known, times });
    else this.kept.set(name, { reason, of, times, witness, length });
  }

  /** Everything found, without margins of clauses that are decided otherwise or only stated in another unit. */
  all(): readonly Found[] {
    const all = [...this.kept.values()].map(({ reason, of, times, witness }) => ({ reason, of, times, witness }));
    const decided = new Set(all.filter(({ reason }) => reason.startsWith('conclusion')).map(({ of }) => of));
    const rescaled = (of: string): boolean => {
      const ratios = this.ratios.get(of);
      if (ratios === undefined) return false;
      const { least, most, low, high } = ratios;
      // Of margins that hardly differ, as of bounds that are nowhere near, every change looks like another unit.
      const told = high - low > VARIED * Math.max(Math.abs(low), Math.abs(high));
      return told && least > 0 && most - least <= ROUNDING * most;
    };
    return all.filter(({ reason, of }) => !reason.startsWith('margin') || !(decided.has(of) || rescaled(of)));
  }

  /** How many instances parted for any of these. */
  parted(found: readonly Found[]): number {
    const names = new Set(found.map(({ reason, of }) => nameOf(reason, of)));
    return this.instances.filter((reasons) => [...reasons].some((name) => names.has(name))).length;
  }

  private conclusions(instance: unknown, world: string, old: InstanceReading, now: InstanceReading): void {
    for (const [clause, [a, b]] of paired(old.clauses, now.clauses, this.existential))
      this.clause(instance, world, clause, a, b);
    if (world !== '') return;
    for (const name of new Set([...Object.keys(old.observed), ...Object.keys(now.observed)])) {
      const [a = NaN, b = NaN] = [old.observed[name], now.observed[name]];
      if (!same(a, b))
        this.found('observation', name, { instance, world, before: `${name} ${a}`, after: `${name} ${b}` });
    }
  }

  private clause(instance: unknown, world: string, clause: string, old: ClauseReading, now: ClauseReading): void {
    const told = ({ margin, allowance }: ClauseReading): string =>
      `margin ${margin}, allowed ${allowance === 0 ? 0 : -allowance}`;
    const note = (reason: Reason): void =>
      this.found(reason, clause, { instance, world, before: told(old), after: told(now) });
    const isTrue = this.existential ? met : holds;
    if (isTrue(old) !== isTrue(now)) {
      note(isTrue(old) ? 'conclusion: harder' : 'conclusion: easier');
      return;
    }
    if (!same(old.margin, now.margin)) {
      note(old.margin < now.margin ? 'margin: larger' : 'margin: smaller');
    }
    if (old.margin !== 0 || now.margin !== 0) {
      const ratio = now.margin / old.margin;
      const { least, most, low, high } = this.ratios.get(clause) ?? NO_RATIOS;
      this.ratios.set(clause, {
        least: Math.min(least, ratio),
        most: Math.max(most, ratio),
        low: Math.min(low, old.margin),
        high: Math.max(high, old.margin),
      });
    }
    if (world === '' && !same(old.allowance, now.allowance)) {
      note(old.allowance < now.allowance ? 'allowance: higher' : 'allowance: lower');
    }
  }
}

function nameOf(reason: Reason, of: string): string {
  return `${reason}\n${of}`;
}

/** Clauses by name; where the names differ, the two conclusions as wholes, each by the clause nearest to a violation. */
function paired(
  old: readonly ClauseReading[],
  now: readonly ClauseReading[],
  existential: boolean,
): readonly (readonly [string, readonly [ClauseReading, ClauseReading]])[] {
  const later = new Map(now.map((reading) => [reading.clause, reading]));
  const alike = old.length === now.length && old.every(({ clause }) => later.has(clause));
  if (alike) return old.map((reading) => [reading.clause, [reading, later.get(reading.clause) ?? reading]]);
  const [a, b] = [worst(old, existential), worst(now, existential)];
  return a === undefined || b === undefined ? [] : [['all clauses', [a, b]]];
}

function worst(clauses: readonly ClauseReading[], existential: boolean): ClauseReading | undefined {
  const room = ({ margin, allowance }: ClauseReading): number =>
    existential ? margin - allowance : margin + allowance;
  return (
    clauses.find((reading) => !(room(reading) >= 0)) ??
    clauses.reduce<ClauseReading | undefined>((a, b) => (a === undefined || room(b) < room(a) ? b : a), undefined)
  );
}

function same(a: number, b: number): boolean {
  return Object.is(a, b) || Math.abs(a - b) <= ROUNDING * Math.max(Math.abs(a), Math.abs(b));
}

/** The draws of an instance follow from its value, so that both versions make the same, now and in a replay. */
function keyOf(instance: unknown): StreamKey {
  return derive(rootKey('gate'), JSON.stringify(instance));
}
