import type { Stream } from '../random/stream.js';
import { at, leavesOf, replaced } from './leaf.js';
import type { Landscape } from './landscape.js';
import { neighbour } from './neighbour.js';
import { movedBy, stepsOf } from './steps.js';
import type { Looked, Strategy } from './strategy.js';

interface Member extends Looked {
  readonly text: string;
}

/** Parents kept, children made of them before they compete with their parents. */
const PARENTS = 8;
const CHILDREN = 16;
/** Generations without a better best after which a new population is begun. */
const PATIENCE = 8;
/** Length of a difference that is added, as in differential evolution. */
const DIFFERENCE = 0.7;

/**
 * An evolution strategy: only ranks matter, so no scale of margins and no noise below a rank misleads it.
 *
 * Children differ from a parent by the difference of two others, which follows valleys in any direction, or by a mutation whose
 * reach adapts to how often children succeed (a fifth of the time). Restarts when it stagnates.
 */
export function evolve(landscape: Landscape): Strategy {
  let parents: Member[] = [];
  let children: Member[] = [];
  let reach = 0.3;
  let best = Infinity;
  let idle = 0;

  const succeed = (): void => {
    const bar = parents[Math.floor(parents.length / 2)]?.fitness ?? Infinity;
    const successes = children.filter(({ fitness }) => fitness < bar).length;
    reach = Math.min(1, Math.max(1e-4, reach * (successes * 5 > children.length ? 1.4 : 0.7)));
    // Of two that are infinitely bad the difference is NaN, which a sort takes for 0.
    parents = [...parents, ...children].sort((a, b) => a.fitness - b.fitness).slice(0, PARENTS);
    children = [];
    const first = parents[0]?.fitness ?? Infinity;
    idle = first < best ? 0 : idle + 1;
    best = Math.min(best, first);
    if (idle < PATIENCE) return;
    [parents, reach, best, idle] = [[], 0.3, Infinity, 0];
  };

  return {
    name: 'evolution',
    propose(stream) {
      if (parents.length < PARENTS) return undefined;
      const parent = pick(parents, stream);
      const child = stream.below(2) === 0 ? parent.instance : crossed(parents, parent.instance, landscape, stream);
      return stream.below(3) === 0 && child !== parent.instance ? child : neighbour(child, landscape, reach, stream);
    },
    tell(instance, fitness) {
      // Twins would take the place of what differences are made of.
      const text = JSON.stringify(instance);
      if ([...parents, ...children].some((member) => member.text === text)) return;
      children.push({ instance, fitness, text });
      if (children.length >= CHILDREN) succeed();
    },
  };
}

/** The better of two: a tournament, which needs ranks alone. Parents are sorted. */
function pick(parents: readonly Member[], stream: Stream): Member {
  const place = Math.min(stream.below(parents.length), stream.below(parents.length));
  return parents[place] ?? { instance: undefined, fitness: Infinity, text: '' };
}

/** A parent with, in some coordinates, the difference of two others added, or the value of another. */
function crossed(parents: readonly Member[], parent: unknown, landscape: Landscape, stream: Stream): unknown {
  const [one, other] = [pick(parents, stream).instance, pick(parents, stream).instance];
  return leavesOf(parent).reduce<unknown>((child, { path, value }) => {
    const coordinate = landscape.at(path);
    const [a, b] = [at(one, path), at(other, path)];
    if (coordinate === undefined || a === undefined || stream.below(2) === 0) return child;
    if (typeof value === 'number' && typeof a === 'number' && typeof b === 'number' && coordinate.numbers.length > 1) {
      const moved = DIFFERENCE * (stepsOf(a, coordinate) - stepsOf(b, coordinate));
      return a === b ? child : replaced(child, path, movedBy(value, moved, coordinate));
    }
    return replaced(child, path, a);
  }, parent);
}
