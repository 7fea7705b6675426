/** Contenders in JavaScript that are not ours. */
export const TFJS = 'tfjs wasm f32';
export const OBVIOUS = 'ml-matrix + seedrandom';

/** Everything that is compared with the kernel layer by layer, in the order of the page. */
export const PEERS: readonly string[] = [
  'kernel, factor mode',
  'plain TypeScript',
  'NumPy direct f64',
  'NumPy direct f32',
  'NumPy Gram f64',
  'PyTorch direct f32',
  TFJS,
  OBVIOUS,
];

/** Why a contender is not asked for this size; undefined when it is. */
export function leftOut(peer: string, width: number): string | undefined {
  if (peer !== OBVIOUS || width <= 8192) return undefined;
  const gigabytes = (8 * width * width) / 1e9;
  const times = (width / 4096) ** 2;
  return `it holds every W in full, ${gigabytes.toPrecision(2)} GB here, and a layer takes ${times} times as long as at d = 4096: more than a minute, and check and rounds need seven layers`;
}
