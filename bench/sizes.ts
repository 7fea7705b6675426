/** [points, width] of the comparisons: n and d of the targets, and (256, 1024), where the direct way is no slower. */
export const SIZES: readonly (readonly [points: number, width: number])[] = [
  [16, 256],
  [32, 1024],
  [64, 2048],
  [32, 4096],
  [128, 4096],
  [32, 16384],
  [256, 1024],
];
