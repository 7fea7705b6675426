/** The numbers by which the kernel knows its steps: kernel/stages.ts and kernel/activations.ts. */
export const stepCode = {
  recenter: 0,
  rescale: 1,
  leaky: 2,
  relu: 3,
  abs: 4,
  square: 5,
  power: 6,
  tanh: 7,
  sigmoid: 8,
  gelu: 9,
  silu: 10,
  softplus: 11,
  elu: 12,
  sin: 13,
} as const;
