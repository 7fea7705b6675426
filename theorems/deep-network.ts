/** A network of equal layers on a batch whose points are drawn with the weights. */
export interface DeepNetwork {
  readonly points: number;
  readonly width: number;
  readonly depth: number;
}
