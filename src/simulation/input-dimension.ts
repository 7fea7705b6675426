/** Dimension of generated data for networks without a width. */
const INPUTS = 256;

/** Dimension of generated data when nobody says: the width of the network. */
export function inputDimension(width: number): number {
  return width === Infinity ? INPUTS : width;
}
