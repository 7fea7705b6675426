/**
 * The simulation core and the engine, for use from other programs. Everything here is pure: seeds in, numbers out.
 */
export { parseBatchFamily } from './batches/batch-family.js';
export { gramChain } from './chain/gram-chain.js';
export { cosines } from './geometry/cosines.js';
export { type BatchGeometry, describeGeometry } from './geometry/describe.js';
export { type BlockGram, blockGram, toGram } from './limit/block-gram.js';
export { symmetricFixedPoint, twoBlockFixedPoint } from './limit/fixed-point.js';
export { limitChain } from './limit/limit-chain.js';
export { limitLayer } from './limit/limit-map.js';
export { type Spectrum, spectrum } from './limit/spectrum.js';
export { wideSteps } from './limit/wide-steps.js';
export { type Batch, build, type Factor, type Gram, matrix, type Matrix, type Weights } from './linalg/matrix.js';
export { gram, product } from './linalg/product.js';
export { applyLayer, directNetwork } from './network/direct.js';
export { type Layer, stagesOf } from './network/layer.js';
export { batchNormRelu, linear, recenterRelu, reluAlone } from './network/layers.js';
export { lastLayer, type LayerState, type Network, uniformNetwork } from './network/network.js';
export { parseActivation } from './network/parse-activation.js';
export { parseStages } from './network/parse-stage.js';
export { parseWeightLaw } from './network/parse-weight-law.js';
export type { Stage } from './network/stage.js';
export { activate, keep, recenter, rescale } from './network/stages.js';
export { derive, rootKey, type StreamKey } from './random/key.js';
export { exactly, remainder, roundoff } from './theory/allowance.js';
export { type Claim, evidence } from './theory/claim.js';
export type { Outcome, Verdict } from './theory/outcome.js';
export { conjecture, derived, literature, observed, paper } from './theory/source.js';
export { theorem } from './theory/theorem.js';
