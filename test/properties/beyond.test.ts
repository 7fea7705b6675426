import { describe, expect, it } from 'vitest';
import { beyond } from '../../properties/beyond.js';
import { recenterRelu, reluAlone } from '../../src/network/layers.js';
import { rootKey } from '../../src/random/key.js';
import { altered } from '../../src/theory/evidence.js';
import type { ProbableTheorem } from '../../src/theory/theorem.js';
import type { DeepNetwork } from '../../theorems/deep-network.js';
import { oddPointAppears } from '../../theorems/recenter-relu/odd-point-appears.js';

const small = { points: 12, width: 256, depth: 40 };
const key = rootKey('beyond');

describe('a control beyond the domain', () => {
  const narrow = beyond(oddPointAppears, (network) => ({ ...network, width: 16 }));

  it('is the event of the changed instance, in the layers of the claim, with the same weights', () => {
    const { theorem, layerOf } = altered<DeepNetwork, ProbableTheorem<DeepNetwork>>(oddPointAppears, narrow);
    const there = theorem.event(small, layerOf(small), key);
    expect(there).toEqual(oddPointAppears.event({ ...small, width: 16 }, recenterRelu, key));
    expect(there).not.toEqual(oddPointAppears.event(small, recenterRelu, key));
    expect(there).not.toEqual(oddPointAppears.event({ ...small, width: 16 }, reluAlone, key));
  });

  it('leaves what is claimed of the event alone', () => {
    const { theorem } = altered<DeepNetwork, ProbableTheorem<DeepNetwork>>(oddPointAppears, narrow);
    expect([theorem.probability, theorem.indifference]).toEqual([0.95, 0.25]);
    expect(theorem.assumes['width 256 to 2048']?.(small)).toBe(true);
  });
});
