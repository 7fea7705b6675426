import type { Activation } from './activation.js';
import {
  abs,
  elu,
  gelu,
  identity,
  leaky,
  powerRelu,
  relu,
  sigmoid,
  silu,
  sin,
  softplus,
  square,
  tanh,
} from './activations.js';
import { parseSpelling, type Spelling } from './spelling.js';

const plain = (activation: Activation): Spelling<Activation> => ({ example: activation.name, make: () => activation });

/** Every activation, with a way to write it. */
export const activationSpellings: readonly Spelling<Activation>[] = [
  plain(relu),
  { example: 'leaky(0.1)', make: leaky },
  { example: 'relu^2', make: powerRelu },
  ...[identity, abs, square, tanh, sigmoid, gelu, silu, softplus, elu, sin].map(plain),
];

/** The activation that a user's text names: `relu`, `leaky(0.1)`, `relu^2`. @throws RangeError when it names none */
export function parseActivation(text: string): Activation {
  return parseSpelling('parseActivation', activationSpellings, text);
}
