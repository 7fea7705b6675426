/** Mutants that no claim kills, by name, and why that is as it should be. A test refuses a reason for one that is killed. */
export const SURVIVORS: Readonly<Record<string, string>> = {
  'chain-squares-what-is-nearly-equal':
    'when this was measured, claims on chains looked at cosines, ranks and scales far above the 1e-8 that squaring loses; law/nearly-equal-points-part-as-others-do is newer, and is refuted on it',
  'chain-general-path-in-another-order':
    'when this was measured, no claim had stages outside the catalogue of the kernel; law/signs-count-the-angle is newer, and is refuted on it',
  'measure-odd-point-in-the-cluster':
    'when this was measured, claims on networks of finite width left the mean cosine, which it lowers by 2/n, a fifth and more; recenter-relu/cluster-of-32-points-is-tight-at-width-256 is newer, and is refuted on it',
};
