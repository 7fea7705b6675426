import type { Stream } from '../random/stream.js';
import { type Archive, movingIn, type Sighted, type Tried } from './archive.js';
import type { Landscape } from './landscape.js';
import { replaced } from './leaf.js';
import { fitted, leastWithin, lengthOf, type Quadratic, valueAt } from './quadratic.js';
import { numberOfPart } from './steps.js';
import type { Strategy } from './strategy.js';

/** First radius of trust, as a part of every range, and the largest. */
const FIRST = 0.15;
const LARGEST = 0.4;
/** Numbers above which a quadratic has too many coefficients to pay. */
const MOST = 8;
/** Points that a model is fitted to, for each of its coefficients, and how far they may lie, in radii. */
const POINTS = 1.6;
const REACH = 2.5;
/** A step that brings this part of what the model promised makes its radius larger; one that brings less than the other, smaller. */
const GOOD = 0.7;
const POOR = 0.2;

/**
 * Fits a quadratic to what was seen around the best of its run, steps to where that is least within a radius of trust, and
 * enlarges the radius when the step did what the model promised: it follows curved valleys. Then again from another start.
 *
 * Needs margins that are smooth where they matter; of margins with edges it soon gives up, and the others have the budget.
 * Source: trust-region methods by interpolation, Powell 2002.
 */
export function model(landscape: Landscape, archive: Archive): Strategy {
  let centre: Sighted | undefined;
  let radius = FIRST;
  let asked: Asked | undefined;
  let vague = false; // the last model failed and had too few points to be blamed
  const ends: Sighted[] = [];
  const tried: Tried = { starts: new Set(), until: 0 };

  const begin = (): void => {
    const start = archive.start(ends, tried);
    const few = start !== undefined && start.place.length > 0 && start.place.length <= MOST;
    [centre, radius, vague] = [few ? start : undefined, FIRST, false];
  };
  /** The instance so many radii away, and the step to it: grids round it. */
  const towards = (from: Sighted, step: Float64Array, quadratic: Quadratic | undefined): Asked => {
    const instance = movingIn(from.instance, landscape).reduce<unknown>(
      (moved, { path, coordinate }, i) =>
        replaced(moved, path, numberOfPart((from.place[i] ?? NaN) + radius * (step[i] ?? NaN), coordinate)),
      from.instance,
    );
    const { place } = archive.sighted(instance, NaN);
    return { instance, quadratic, step: place.map((x, i) => (x - (from.place[i] ?? NaN)) / radius) };
  };
  const next = (from: Sighted, stream: Stream): Asked => {
    const n = from.place.length;
    const wanted = 1 + n + (n * (n + 1)) / 2;
    const points = archive.around(from.place, from.shape, Math.ceil(POINTS * wanted), REACH * radius);
    const steps = points.map(({ place }) => place.map((x, i) => (x - (from.place[i] ?? NaN)) / radius));
    const spread = vague && points.length < wanted;
    vague = false;
    if (spread || points.length <= n) return towards(from, direction(n, points.length, stream), undefined);
    const quadratic = fitted(
      steps,
      points.map(({ fitness }) => fitness),
    );
    const least = quadratic && leastWithin(quadratic);
    if (least === undefined) return towards(from, direction(n, points.length, stream), undefined);
    return { ...towards(from, least, quadratic), few: points.length < wanted };
  };

  return {
    name: 'model',
    propose(stream) {
      if (asked !== undefined) radius /= 2; // what it asked for was no instance
      asked = undefined;
      if (centre !== undefined && finest(centre, radius, landscape)) {
        ends.push(centre);
        centre = undefined;
      }
      if (centre === undefined) begin();
      if (centre === undefined) return archive.unseen(stream);
      asked = next(centre, stream);
      return asked.instance;
    },
    tell(instance, fitness) {
      const was = asked;
      if (centre === undefined || was === undefined || instance !== was.instance) return;
      asked = undefined;
      if (was.quadratic !== undefined) {
        const promised = centre.fitness - valueAt(was.quadratic, was.step);
        const brought = (centre.fitness - fitness) / promised;
        const poor = !(promised > 0 && brought >= POOR); // NaN is poor
        vague = poor && was.few === true;
        if (poor && !vague) radius /= 2;
        if (!poor && brought >= GOOD && lengthOf(was.step) > 0.8) radius = Math.min(LARGEST, 2 * radius);
      }
      if (fitness < centre.fitness) centre = archive.sighted(instance, fitness);
    },
  };
}

/** A proposal, and what the model promised of it. */
interface Asked {
  readonly instance: unknown;
  readonly quadratic: Quadratic | undefined;
  readonly step: Float64Array;
  /** Whether fewer points than coefficients were behind it. */
  readonly few?: boolean;
}

/** A direction to look in for the sake of the model: along each number in turn at first, then anywhere. */
function direction(n: number, known: number, stream: Stream): Float64Array {
  if (known <= n) {
    const sign = stream.below(2) === 0 ? -1 : 1;
    return Float64Array.from({ length: n }, (_, i) => (i === (known + n - 1) % n ? sign : 0));
  }
  const step = Float64Array.from({ length: n }, () => 2 * stream.uniform() - 1);
  const length = lengthOf(step);
  return step.map((x) => x / (length > 0 ? length : 1));
}

/** Whether a radius is less than a step of every number. */
function finest({ instance, place }: Sighted, radius: number, landscape: Landscape): boolean {
  return movingIn(instance, landscape).every(({ coordinate }, i) => {
    const here = place[i] ?? NaN;
    return numberOfPart(here + radius, coordinate) === numberOfPart(here - radius, coordinate);
  });
}
