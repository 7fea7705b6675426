import { exp } from '../portable/exp.js';
import { expm1 } from '../portable/expm1.js';
import { log1p } from '../portable/log1p.js';
import { normalCdf } from '../portable/normal-cdf.js';
import { power } from '../portable/power.js';
import { sin as sine } from '../portable/sin.js';
import { tanh as hyperbolicTangent } from '../portable/tanh.js';
import type { Activation } from './activation.js';

/*
 * The non-linearities. All of them give NaN for NaN, so that a broken number is never mended by a comparison. Those with
 * phi(0) = 0 are accurate in relative terms near 0, because deep networks shrink: gelu(1e-300) is 5e-301, not 0.
 */

/** max(z, 0). */
export const relu: Activation = { name: 'relu', at: (z) => Math.max(z, 0), degree: 1, slope: 0 };

/** z above 0, slope times z below. @throws RangeError when the slope is not finite */
export function leaky(slope: number): Activation {
  if (!Number.isFinite(slope)) throw new RangeError(`leaky: needs a finite slope; came ${slope}. Try leaky(0.1).`);
  return { name: `leaky(${slope})`, at: (z) => (z > 0 ? z : slope * z), degree: 1, slope };
}

/** z itself: no non-linearity. */
export const identity: Activation = { name: 'identity', at: (z) => z, degree: 1, slope: 1 };

/** |z|. */
export const abs: Activation = { name: 'abs', at: (z) => Math.abs(z), degree: 1, slope: -1 };

/** max(z, 0)^a. @throws RangeError unless a is positive and finite */
export function powerRelu(a: number): Activation {
  if (!(a > 0 && a < Infinity)) throw new RangeError(`relu^a: needs a finite power a > 0; came ${a}. Try relu^2.`);
  const phi: Activation = { name: `relu^${a}`, at: (z) => power(Math.max(z, 0), a), degree: a, power: a };
  return a === 1 ? { ...phi, slope: 0 } : phi;
}

/** z^2. */
export const square: Activation = { name: 'square', at: (z) => z * z, degree: 2 };

/** The hyperbolic tangent, in [-1, 1]. */
export const tanh: Activation = { name: 'tanh', at: hyperbolicTangent };

/** The logistic function 1 / (1 + e^-z), in [0, 1]. Error below 2.5 ulp; relative accuracy ends at z = -708. */
export const sigmoid: Activation = {
  name: 'sigmoid',
  at: (z) => {
    const e = exp(-Math.abs(z));
    return (z < 0 ? e : 1) / (1 + e);
  },
};

/** z Phi(z) with the exact normal distribution function, not the tanh fit. Error below 5.5 ulp; relative accuracy ends at -37.5. */
export const gelu: Activation = { name: 'gelu', at: (z) => (z === -Infinity ? -0 : z * normalCdf(z)) };

/** z / (1 + e^-z), also called swish. Error below 3 ulp; relative accuracy ends at z = -708. */
export const silu: Activation = { name: 'silu', at: (z) => (z === -Infinity ? -0 : z * sigmoid.at(z)) };

/** ln(1 + e^z), positive. Error below 2 ulp; relative accuracy ends at z = -708. */
export const softplus: Activation = {
  name: 'softplus',
  at: (z) => Math.max(z, 0) + log1p(exp(-Math.abs(z))),
};

/** z above 0, e^z - 1 below. */
export const elu: Activation = { name: 'elu', at: (z) => (z > 0 ? z : expm1(z)) };

/** sin z. NaN beyond |z| = 2^20. */
export const sin: Activation = { name: 'sin', at: sine };
