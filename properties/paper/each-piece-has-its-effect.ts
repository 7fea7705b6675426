import fc from 'fast-check';
import { identity } from '../../src/network/activations.js';
import { recenterRelu } from '../../src/network/layers.js';
import { activate, keep } from '../../src/network/stages.js';
import { evidence } from '../../src/theory/claim.js';
import { eachPieceHasItsEffect, type Pieces, tableOf } from '../../theorems/paper/each-piece-has-its-effect.js';

export default evidence<Pieces>({
  theorem: eachPieceHasItsEffect,
  given: fc.record({ recenters: fc.boolean(), rescales: fc.boolean(), bends: fc.boolean() }),
  pooled: 160,
  instances: 0,
  draws: 170,
  control: 300,
  regimes: {
    'no piece at all': (pieces) => !pieces.recenters && !pieces.rescales && !pieces.bends,
    'recentering alone': (pieces) => pieces.recenters && !pieces.rescales && !pieces.bends,
    'rescaling alone': (pieces) => !pieces.recenters && pieces.rescales && !pieces.bends,
    'ReLU alone': (pieces) => !pieces.recenters && !pieces.rescales && pieces.bends,
    'recentering and ReLU': (pieces) => pieces.recenters && !pieces.rescales && pieces.bends,
    'batch normalisation, linear': (pieces) => pieces.recenters && pieces.rescales && !pieces.bends,
    'rescaling and ReLU': (pieces) => !pieces.recenters && pieces.rescales && pieces.bends,
    'all three': (pieces) => pieces.recenters && pieces.rescales && pieces.bends,
  },
  breaks: {
    'no recentering': { recenter: keep },
    'no rescaling': { rescale: keep },
    'no activation': { activate: activate(identity) },
    'ten layers': { instead: tableOf(16, 10) },
    'six points, recentering and ReLU': {
      instead: {
        layer: () => recenterRelu,
        event: (_, layer, key) => tableOf(6).event({ recenters: true, rescales: false, bends: true }, layer, key),
      },
    },
    'the row of the other activation': {
      instead: {
        event: (pieces, layer, key) => eachPieceHasItsEffect.event({ ...pieces, bends: !pieces.bends }, layer, key),
      },
    },
    'an odd point in every row': {
      instead: {
        event: (pieces, layer, key) => ({
          ...eachPieceHasItsEffect.event(pieces, layer, key),
          'an odd point': pieces.recenters && pieces.bends && !pieces.rescales ? 1 : -1,
        }),
      },
    },
  },
});
