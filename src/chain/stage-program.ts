import { build } from '../linalg/matrix.js';
import type { Activation } from '../network/activation.js';
import { elu, gelu, sigmoid, silu, sin, softplus, square, tanh } from '../network/activations.js';
import { growsLinearly } from '../network/scale.js';
import type { Stage } from '../network/stage.js';
import { keep, recenter, rescale } from '../network/stages.js';
import { stepCode } from './step-code.js';

/** One operation on a block of rows, as the kernel and its reference run it. */
export interface Step {
  /** Which one: see `stepCode`. */
  readonly code: number;
  /** The slope of leaky ReLU or the exponent of a power; 0 for the others. */
  readonly parameter: number;
  /** The a with step(s z) = s^a step(z) for s > 0; undefined when there is none. */
  readonly degree: number | undefined;
  /** Bit 0: vanishes with z at 0. Bit 1: grows like z at infinity. What to do beyond e^±300: src/network/scale. */
  readonly growth: number;
  /** The activation, for the steps that are one. */
  readonly at: (z: number) => number;
}

/** The stages of a layer, ready to run. */
export interface StageProgram {
  /** True when the first stage is recentering. It is then folded into the factor and is no step. */
  readonly recentred: boolean;
  readonly steps: readonly Step[];
}

/** Beyond it the squares of relu^a overflow. */
const LARGEST_POWER = 64;
const MOST_STEPS = 60;
const smooth = new Map<Activation, number>([
  [square, stepCode.square],
  [tanh, stepCode.tanh],
  [sigmoid, stepCode.sigmoid],
  [gelu, stepCode.gelu],
  [silu, stepCode.silu],
  [softplus, stepCode.softplus],
  [elu, stepCode.elu],
  [sin, stepCode.sin],
]);

/** Stages as steps; undefined when one of them is not in the catalogue, or was altered, so that no code stands for it. */
export function stageProgram(stages: readonly Stage[]): StageProgram | undefined {
  const active = stages.filter((stage) => stage.onBatchInto !== keep.onBatchInto && !isIdentity(stage));
  const recentred = active[0]?.onBatchInto === recenter.onBatchInto;
  const steps = (recentred ? active.slice(1) : active).map(stepOf);
  if (steps.length > MOST_STEPS || !steps.every((step) => step !== undefined)) return undefined;
  return { recentred, steps };
}

function isIdentity(stage: Stage): boolean {
  return stage.activation?.slope === 1 && doesOnly(stage, stage.activation);
}

function stepOf(stage: Stage): Step | undefined {
  const { degree } = stage;
  const plain = { parameter: 0, growth: 0, at: (z: number) => z };
  if (stage.onBatchInto === recenter.onBatchInto) return { ...plain, code: stepCode.recenter, degree: 1 };
  if (stage.onBatchInto === rescale.onBatchInto) return { ...plain, code: stepCode.rescale, degree: 0 };
  const { activation } = stage;
  if (activation === undefined || !doesOnly(stage, activation)) return undefined;
  const growth =
    degree === undefined ? (growsLinearly(stage, false) ? 1 : 0) + (growsLinearly(stage, true) ? 2 : 0) : 0;
  const found = codeOf(activation);
  return found === undefined ? undefined : { ...found, degree, growth, at: activation.at };
}

function codeOf(activation: Activation): { readonly code: number; readonly parameter: number } | undefined {
  const { slope, power } = activation;
  if (slope === 0) return { code: stepCode.relu, parameter: 0 };
  if (slope === -1) return { code: stepCode.abs, parameter: 0 };
  if (slope !== undefined) return { code: stepCode.leaky, parameter: slope };
  if (power !== undefined) return power <= LARGEST_POWER ? { code: stepCode.power, parameter: power } : undefined;
  const code = smooth.get(activation);
  return code === undefined ? undefined : { code, parameter: 0 };
}

/** False for a control that kept the activation of a stage but changed what it does. */
function doesOnly(stage: Stage, activation: Activation): boolean {
  const probe = build<'neuron', 'point'>(3, 4, (i, j) => (j - 1.625) * (i * i + 0.25));
  const expected = probe.values.map((z) => activation.at(z));
  stage.onBatchInto(probe);
  return expected.every((x, m) => Object.is(x, probe.values[m]));
}
