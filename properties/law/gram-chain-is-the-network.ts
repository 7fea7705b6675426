import fc from 'fast-check';
import { triangularFactor } from '../../src/linalg/factor.js';
import { type Batch, build, renamed, scaled, transpose } from '../../src/linalg/matrix.js';
import { abs } from '../../src/network/activations.js';
import { activate } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
import { chainFrom, gramChainIsTheNetwork } from '../../theorems/law/gram-chain-is-the-network.js';
import type { SmallNetwork } from '../../theorems/small-network.js';
import { smallNetworks } from '../small-networks.js';

export default evidence<SmallNetwork>({
  theorem: gramChainIsTheNetwork,
  given: fc.record(smallNetworks()),
  instances: 5,
  draws: 480,
  control: 460,
  breaks: {
    'another activation': { activate: activate(abs) },
    'the factor transposed': { instead: chainFrom(transposedFactor) },
    'orthogonal points of the same norms': { instead: chainFrom(orthogonalised) },
  },
});

/** A batch whose Gram matrix is RR' instead of R'R. */
function transposedFactor(batch: Batch): Batch {
  const factor = triangularFactor(batch);
  return scaled(renamed(transpose(factor)), Math.sqrt(factor.cols / batch.rows));
}

function orthogonalised({ rows, cols, values }: Batch): Batch {
  const norm = (i: number): number =>
    Math.sqrt(Array.from({ length: rows }, (_, k) => values[k * cols + i] ?? NaN).reduce((s, x) => s + x * x, 0));
  return scaled(
    build(cols, cols, (k, i) => (k === i ? norm(i) : 0)),
    Math.sqrt(cols / rows),
  );
}
