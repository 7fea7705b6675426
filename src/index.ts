/**
 * The simulation core: batches, networks at finite and at infinite width, and the geometry of what comes out.
 *
 * Everything here is pure: seeds in, numbers out, the same on every machine. Stating and trying claims is `batch-norm-decomposed/theory`.
 *
 * @packageDocumentation
 */
export { type BatchFamily, parseBatchFamily } from './batches/batch-family.js';
export type { DrawBatch } from './batches/draw-batch.js';
export { gramChain } from './chain/gram-chain.js';
export type { ClusterCosine, CrossCosine } from './geometry/cluster.js';
export { cosines } from './geometry/cosines.js';
export { type BatchGeometry, type Degeneracy, describeGeometry } from './geometry/describe.js';
export { type BlockGram, blockGram, toGram } from './limit/block-gram.js';
export {
  type LedBack,
  symmetricFixedPoint,
  type SymmetricFixedPoint,
  twoBlockFixedPoint,
  type TwoBlockFixedPoint,
  type TwoBlockShape,
} from './limit/fixed-point.js';
export { limitChain, type LimitChainOptions } from './limit/limit-chain.js';
export { type LimitLayer, limitLayer } from './limit/limit-map.js';
export { NoClosedForm } from './limit/no-closed-form.js';
export type { Moving } from './limit/rectified-moment.js';
export type { RowLaw } from './limit/row-law.js';
export type { Settled, Unsettled } from './limit/settle.js';
export { type Eigenvalue, type Spectrum, spectrum } from './limit/spectrum.js';
export { type WideSteps, wideSteps } from './limit/wide-steps.js';
export { at, type Batch, build, type Factor, type Gram, matrix, type Matrix, type Weights } from './linalg/matrix.js';
export { gram, product } from './linalg/product.js';
export type { SparseMatrix } from './linalg/sparse-matrix.js';
export type { Activation } from './network/activation.js';
export { applyLayer, directNetwork } from './network/direct.js';
export { type Layer, stagesOf } from './network/layer.js';
export { batchNormRelu, linear, recenterRelu, reluAlone } from './network/layers.js';
export { lastLayer, type LayerState, type Network, uniformNetwork } from './network/network.js';
export { parseActivation } from './network/parse-activation.js';
export { parseStages } from './network/parse-stage.js';
export { parseWeightLaw } from './network/parse-weight-law.js';
export type { Stage } from './network/stage.js';
export { activate, keep, recenter, rescale } from './network/stages.js';
export type { WeightLaw } from './network/weight-law.js';
export { derive, rootKey, type StreamKey } from './random/key.js';
