import { identity, relu } from './activations.js';
import type { Layer } from './layer.js';
import { activate, keep, recenter, rescale } from './stages.js';

/** RC + NL, the paper's case: recentering then ReLU, no rescaling. */
export const recenterRelu: Layer = { recenter, rescale: keep, activate: activate(relu) };

/** RC + RS + NL: batch normalisation then ReLU. */
export const batchNormRelu: Layer = { recenter, rescale, activate: activate(relu) };

/** NL alone. */
export const reluAlone: Layer = { recenter: keep, rescale: keep, activate: activate(relu) };

/** W alone: no stage at all. */
export const linear: Layer = { recenter: keep, rescale: keep, activate: activate(identity) };

/** RS alone: every neuron to root-mean-square 1 over the batch, no non-linearity. */
export const rescaleLinear: Layer = { recenter: keep, rescale, activate: activate(identity) };

/** RC + RS: batch normalisation without a non-linearity. */
export const batchNormLinear: Layer = { recenter, rescale, activate: activate(identity) };
