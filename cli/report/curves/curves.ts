import { derive, rootKey } from '../../../src/random/key.js';
import type { Curve } from '../run-document.js';
import { decayOverLayers } from './decay-over-layers.js';
import { oddPointOverN } from './odd-point-over-n.js';
import { ratesOverN } from './rates-over-n.js';
import { spectra } from './spectra.js';

/** What the theory predicts beside what networks do, computed here and now: the same seed gives the same numbers. */
export function curves(seed: string): readonly Curve[] {
  const key = derive(rootKey(seed), 'curves');
  return [
    ...oddPointOverN(derive(key, 'odd point')),
    ...ratesOverN(derive(key, 'rates')),
    ...decayOverLayers(derive(key, 'decay')),
    ...spectra(derive(key, 'spectra')),
  ];
}
