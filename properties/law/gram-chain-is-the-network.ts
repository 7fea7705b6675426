import fc from 'fast-check';
import { type ChainMode, chooseMode } from '../../src/chain/chain-mode.js';
import { inputState } from '../../src/chain/input-state.js';
import type { LayerEngine } from '../../src/chain/layer-engine.js';
import { reference } from '../../src/chain/reference.js';
import { stageProgram } from '../../src/chain/stage-program.js';
import { triangularFactor } from '../../src/linalg/factor.js';
import { type Batch, build, renamed, scaled, transpose } from '../../src/linalg/matrix.js';
import { abs } from '../../src/network/activations.js';
import { stagesOf } from '../../src/network/layer.js';
import { recenterRelu } from '../../src/network/layers.js';
import { activate } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
import type { Variant } from '../../src/theory/evidence.js';
import type { LawTheorem } from '../../src/theory/theorem.js';
import { drawChosen } from '../../theorems/batch-choice.js';
import { chainFrom, gramChainIsTheNetwork, throughTheNetwork } from '../../theorems/law/gram-chain-is-the-network.js';
import { layerOf, type SmallNetwork } from '../../theorems/small-network.js';
import { smallNetworks, WIDE } from '../small-networks.js';

export default evidence<SmallNetwork>({
  theorem: gramChainIsTheNetwork,
  given: fc.record(smallNetworks(fc.oneof(WIDE, smallNetworks().width))),
  instances: 10,
  draws: 480,
  control: 460,
  regimes: {
    'carries a Gram matrix': { when: carries('gram'), atLeast: 0.1 },
    'carries a factor': { when: carries('factor'), atLeast: 0.3 },
    'carries a factor by Bartlett': { when: carries('bartlett'), atLeast: 0.1 },
    'reads the scale of layers that rescale': {
      when: readsTheScale(({ layers }) => layers === 'rescale' || layers === 'batch norm and relu'),
      atLeast: 0.04,
    },
    'reads the scale of several layers with ReLU alone': {
      when: readsTheScale(({ layers, depth }) => depth > 1 && layers === 'relu'),
      atLeast: 0.015,
    },
    'reads the scale of several that recentre': {
      when: readsTheScale(({ layers, depth }) => depth > 1 && layers === 'recenter and relu'),
      atLeast: 0.015,
    },
  },
  breaks: {
    'another activation': { activate: activate(abs) },
    'the factor transposed': { instead: chainFrom(transposedFactor) },
    'orthogonal points of the same norms': { instead: chainFrom(orthogonalised) },
    'a Gram matrix that loses its inner products': {
      instead: onTheEngine(20, { ...reference, gramLayers: onlyTheDiagonal(reference.gramLayers) }),
    },
    'a factor that loses all but its diagonal': {
      instead: onTheEngine(12, { ...reference, factorLayers: onlyTheDiagonal(reference.factorLayers) }),
    },
  },
});

/** Whether the chain represents the batch in this way. */
function carries(mode: ChainMode): (instance: SmallNetwork) => boolean {
  return (instance) => {
    const program = stageProgram(stagesOf(layerOf(instance)));
    const { factor } = inputState(drawChosen(instance));
    return program !== undefined && chooseMode(program, factor, [instance.width]) === mode;
  };
}

/** Whether the scale of such a network is read off: no other number shows what a chain counts wrongly in all points alike. */
function readsTheScale(of: (instance: SmallNetwork) => boolean): (instance: SmallNetwork) => boolean {
  return (instance) => instance.observable === 'scale' && of(instance);
}

/** The claim on one kind of network, of which the width decides what is carried, with the chain on a faulty engine. */
function onTheEngine(width: number, engine: LayerEngine): Variant<LawTheorem<SmallNetwork>>['instead'] {
  const shown = ({ data }: SmallNetwork): SmallNetwork => ({
    ...{ family: 'gaussian', inputs: 6, points: 4, data, layers: 'recenter and relu', width, depth: 2 },
    observable: 'gap between the first two',
  });
  const chain = chainFrom((batch) => batch, { engine });
  return {
    sample: (instance, _, key) => chain.sample(shown(instance), recenterRelu, key),
    law: { of: 'same', other: (instance, _, key) => throughTheNetwork(shown(instance), recenterRelu, key) },
  };
}

/** Layers after which every entry beside the diagonal is 0. */
function onlyTheDiagonal(layers: LayerEngine['gramLayers']): LayerEngine['gramLayers'] {
  return (run, state) => {
    const { matrix, logScale } = layers(run, state);
    return { matrix: matrix.map((x, m) => (m % (run.points + 1) === 0 ? x : 0)), logScale };
  };
}

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
