import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cosines } from '../../src/geometry/cosines.js';
import { describeGeometry } from '../../src/geometry/describe.js';
import { lastLayer, type LayerState } from '../../src/network/network.js';
import { activationSpellings } from '../../src/network/parse-activation.js';
import { type EngineName, engines, HUGE, inputs, outcome, POINTS, runs, trace } from './edges.js';

const SUBSETS = ['', 'recenter', 'rescale', 'recenter,rescale'] as const;
/** The catalogue, and the one power without a slope at 0. */
const activations = [...activationSpellings.map(({ example }) => example), 'relu^0.5'];
const names = Object.keys(engines) as readonly EngineName[];
const inputOf = (name: string) => inputs[name] ?? { rows: 0, cols: 0, values: new Float64Array() };
/** 128 units of docs/numerics.md: a few layers of 12 neurons. */
const ROUNDING = 128 * 2 ** -53;

const stagesOf = (subset: string, activation: string): string =>
  [subset, activation].filter((part) => part !== '').join(',') || 'identity';
const valueAtZero = (activation: string): boolean => activation === 'sigmoid' || activation === 'softplus';

/** What must come of an edge, from the definitions alone. */
function expected(edge: string, subset: string, activation: string, engine: EngineName): string {
  const [recenters, rescales] = [subset.includes('recenter'), subset.includes('rescale')];
  const gone = edge === 'all points dead' || (edge === 'all points equal' && recenters);
  if (gone && rescales) return engine === 'limit' ? 'dead batch' : 'non-finite'; // 0/0: the limit says that there is no batch
  if (gone) return valueAtZero(activation) ? 'one direction' : 'dead batch';
  if (edge === 'all points equal') return 'one direction';
  if (edge === 'entries near 1e-300' && valueAtZero(activation) && !rescales) return 'one direction'; // the value at 0, to 300 digits
  if (edge === 'entries near 1e300' && activation === 'sin' && !rescales) return 'non-finite'; // no digit of such an angle is known
  if (edge === 'one dead point' && !recenters && !valueAtZero(activation)) return 'dead points';
  return 'right';
}

const cases = SUBSETS.flatMap((subset) => ['', ...activations].map((activation) => [subset, activation] as const));

describe('What comes of a degenerate batch follows from the definitions, whatever runs the network:', () => {
  test.each(Object.keys(inputs))('%s', (edge) => {
    const wrong = cases.flatMap(([subset, activation]) =>
      names
        .filter((engine) => runs(engine, stagesOf(subset, activation)))
        .flatMap((engine) => {
          const came = outcome(engines[engine](stagesOf(subset, activation), inputOf(edge)));
          const wanted = expected(edge, subset, activation, engine);
          return came === wanted ? [] : [`${engine} ${stagesOf(subset, activation)}: ${came}, not ${wanted}`];
        }),
    );
    expect(wrong).toEqual([]);
  });

  test('and the check of it sees an engine that hides a division by zero', () => {
    const hiding = (states: Iterable<LayerState>): LayerState[] =>
      [...states].map((state) => ({
        ...state,
        factor: { ...state.factor, values: state.factor.values.map((x) => (Number.isNaN(x) ? 1e-5 : x)) },
      }));
    expect(outcome(hiding(engines.direct('recenter,rescale,relu', inputOf('all points equal'))))).not.toBe(
      'non-finite',
    );
  });
});

/** Every layer of a run, with what no state may be. */
function soundness(engine: EngineName, stages: string, edge: string): readonly string[] {
  return [...engines[engine](stages, inputOf(edge))].flatMap((state) => {
    const { layer, logScale, factor } = state;
    const { degenerate, normRatio, ...geometry } = describeGeometry(factor);
    const at = `${engine} ${stages} on ${edge}, layer ${layer}`;
    const numbers = [
      normRatio,
      geometry.oddPoints,
      geometry.orthogonalityGap,
      geometry.rank,
      geometry.stableRank,
      geometry.isometry,
    ];
    if (numbers.some((x) => Math.abs(x) === Infinity)) return [`${at}: an infinity`];
    if (degenerate === 'non-finite')
      return numbers.every(Number.isNaN) && geometry.oddPoint === -1 ? [] : [`${at}: a number of what is none`];
    if (degenerate === 'dead batch')
      return trace(state) === 0 && (layer > 0 && engine === 'limit' ? Number.isNaN(logScale) : logScale === -Infinity)
        ? []
        : [`${at}: a dead batch with a length`];
    if (Math.abs(trace(state) - POINTS) > POINTS * ROUNDING) return [`${at}: trace ${trace(state)}`];
    if (degenerate === 'none' && numbers.some(Number.isNaN)) return [`${at}: NaN without a reason`];
    return Number.isFinite(logScale) || (engine === 'limit' && layer > 0) ? [] : [`${at}: no scale`];
  });
}

describe('No number of a run is NaN without its reason, or infinite', () => {
  test.each(names)('%s', (engine) => {
    const few = cases.filter(([, activation]) => ['', 'relu', 'relu^2', 'sigmoid', 'sin'].includes(activation));
    const found = few
      .map(([subset, activation]) => stagesOf(subset, activation))
      .filter((stages) => runs(engine, stages))
      .flatMap((stages) => Object.keys(inputs).flatMap((edge) => soundness(engine, stages, edge)));
    expect(found).toEqual([]);
  });
});

describe('Entries near 1e±300 are no edge:', () => {
  const scaleOf = { 'entries near 1e-300': 1 / HUGE, 'entries near 1e300': HUGE } as const;
  /** How the norms follow a scale of the input: its power. */
  const degrees: Readonly<Record<string, number>> = {
    '': 1,
    relu: 1,
    'leaky(0.1)': 1,
    identity: 1,
    abs: 1,
    'relu^0.5': 0.5,
    'relu^2': 2,
    square: 2,
  };

  test.each(Object.entries(scaleOf))(
    '%s give the same bits as entries near 1, and the scale that they must',
    (edge, scale) => {
      for (const engine of names) {
        for (const [subset, activation] of cases) {
          const [stages, degree] = [stagesOf(subset, activation), degrees[activation]];
          if (degree === undefined || !runs(engine, stages)) continue;
          const [far, near] = [
            lastLayer(engines[engine](stages, inputOf(edge))),
            lastLayer(engines[engine](stages, inputOf('no edge'))),
          ];
          expect(far.factor, `${engine} ${stages}`).toEqual(near.factor);
          if (engine === 'limit') continue;
          const apart = subset.includes('rescale') ? 0 : degree ** 4 * Math.log(scale);
          expect(Math.abs(far.logScale - near.logScale - apart)).toBeLessThanOrEqual(
            ROUNDING * Math.max(1, Math.abs(apart)),
          );
        }
      }
    },
  );

  // At 0 such a function is its first term, and far from 0 its last: the same draws through that one must end in the same place.
  test.each([
    ['entries near 1e-300', 'tanh', 'identity'],
    ['entries near 1e-300', 'sin', 'identity'],
    ['entries near 1e-300', 'elu', 'identity'],
    ['entries near 1e-300', 'gelu', 'identity'],
    ['entries near 1e-300', 'silu', 'identity'],
    ['entries near 1e300', 'gelu', 'relu'],
    ['entries near 1e300', 'silu', 'relu'],
    ['entries near 1e300', 'softplus', 'relu'],
    ['entries near 1e300', 'elu', 'relu'],
  ])('%s: %s acts as %s', (edge, activation, term) => {
    for (const engine of ['direct', 'Gram chain', 'gram', 'factor'] as const)
      for (const subset of ['', 'recenter']) {
        const ends = (name: string) =>
          cosines(lastLayer(engines[engine](stagesOf(subset, name), inputOf(edge))).factor).values;
        const [came, wanted, other] = [ends(activation), ends(term), ends('abs')];
        expect(apart(came, wanted), `${engine} ${subset}`).toBeLessThanOrEqual(ROUNDING * POINTS);
        expect(apart(came, other)).toBeGreaterThan(1e-3);
      }
  });

  // Those that are bounded see only on which side of 0 a neuron is: by hand from the rows that go in.
  test.each([
    ['tanh', Math.sign],
    ['sigmoid', (z: number) => (z > 0 ? 1 : 0)],
  ])('entries near 1e300: %s of a layer is a step of its rows', (activation, step) => {
    for (const subset of ['', 'recenter']) {
      const ends = (name: string, edge = 'entries near 1e300') =>
        lastLayer(engines.direct(stagesOf(subset, name), inputOf(edge), 1)).factor;
      const rows = ends('');
      const wanted = cosines({ ...rows, values: rows.values.map(step) }).values;
      expect(apart(cosines(ends(activation)).values, wanted), subset).toBeLessThanOrEqual(ROUNDING);
      expect(apart(cosines(ends(activation, 'no edge')).values, wanted)).toBeGreaterThan(1e-3);
    }
  });
});

function apart(a: Float64Array, b: Float64Array): number {
  return a.reduce((most, x, m) => Math.max(most, Math.abs(x - (b[m] ?? NaN))), 0);
}

test('Equal points stay equal: exactly where a batch is carried, to rounding where its Gram matrix is', () => {
  for (const engine of names)
    for (const [subset, activation] of cases) {
      const stages = stagesOf(subset, activation);
      if (!runs(engine, stages)) continue;
      const gap =
        1 - (cosines(lastLayer(engines[engine](stages, inputOf('two equal points'))).factor).values[1] ?? NaN);
      expect(gap, `${engine} ${stages}`).toBeLessThanOrEqual(engine === 'direct' ? 0 : ROUNDING);
    }
});

test('A point 10^600 times shorter than another counts as dead: there is no such ratio', () => {
  const far = {
    ...inputOf('no edge'),
    values: inputOf('no edge').values.map((x, m) => (m % POINTS === 0 ? x * HUGE : x / HUGE)),
  };
  const { degenerate, normRatio } = describeGeometry(far);
  expect([degenerate, normRatio]).toEqual(['dead points', NaN]);
  for (const engine of names) expect(outcome(engines[engine]('identity', far))).toBe('dead points');
});

test('docs/numerics.md has the table of what comes of each edge, with relu', () => {
  const text = readFileSync(new URL('../../docs/numerics.md', import.meta.url), 'utf8');
  const rows = text
    .slice(0, text.indexOf('## What it is compared with'))
    .split('\n')
    .filter((line) => line.startsWith('| ') && Object.keys(inputs).some((edge) => line.startsWith(`| ${edge} `)));
  const cells = rows.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  const shown = (edge: string): readonly string[] =>
    SUBSETS.map((subset) => outcome(engines.direct(stagesOf(subset, 'relu'), inputOf(edge))));
  expect(cells).toEqual(Object.keys(inputs).map((edge) => [edge, ...shown(edge)]));
});
