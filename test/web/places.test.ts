import { expect, test } from 'vitest';
import { explore } from '../../web/run/explore.js';
import { type Places, placesOf } from '../../web/run/places.js';
import { coordinatesIn, symmetricRoot, watchingPlane } from '../../src/geometry/plane.js';
import { gram } from '../../src/linalg/product.js';
import type { LayerState } from '../../src/network/network.js';
import { runConfigOf } from '../../web/run/run-config.js';
import { opening } from '../../web/state/explorer-state.js';

/** The batches of a small run. */
function batches(depth: number): readonly LayerState[] {
  const run = explore(runConfigOf({ ...opening, points: 5, width: 16, depth }));
  for (;;) {
    const step = run.next();
    if (step.done === true) return step.value;
  }
}

test('The plane comes in passes: every so many frames and straight lines between, in the end every frame itself', () => {
  const states = batches(101);
  const all = [...placesOf(states)];
  const passes = all.flatMap((found, k): readonly { readonly after: number; readonly places: Places }[] =>
    found === undefined ? [] : [{ after: all.slice(0, k).filter((x) => x === undefined).length, places: found }],
  );
  expect(passes.map(({ after }) => after)).toEqual([27, 52, 102]); // 0, 4, ..., 100 and 101; then every second; then all
  const exact = (t: number): readonly number[] => {
    const [first, last, here] = [states[0], states.at(-1), states[t]].map((state) => gram(state?.factor ?? { rows: 0, cols: 0, values: new Float64Array() })); // prettier-ignore
    if (first === undefined || last === undefined || here === undefined) throw new Error('places.test: no such frame');
    return [...Float32Array.from(coordinatesIn(watchingPlane(symmetricRoot(first), symmetricRoot(last)), here))];
  };
  const frame = (pass: number, t: number): readonly number[] => [
    ...(passes[pass]?.places.coordinates.subarray(10 * t, 10 * t + 10) ?? []),
  ];
  for (const t of [0, 4, 100, 101]) expect(frame(0, t)).toEqual(exact(t));
  for (let t = 0; t <= 101; t++) expect(frame(2, t)).toEqual(exact(t));
  expect(frame(0, 6)).not.toEqual(exact(6));
  const middle = exact(4).map((x, m) => Math.fround(x + 0.5 * ((exact(8)[m] ?? NaN) - x)));
  expect(frame(0, 6)).toEqual(middle);
});
