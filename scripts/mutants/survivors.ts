/** Mutants that no claim kills, by name, and why that is as it should be. A test refuses a reason for one that is killed. */
export const SURVIVORS: Readonly<Record<string, string>> = {
  'chain-squares-what-is-nearly-equal':
    'it costs digits, not the law: claims on chains look at cosines, ranks and scales far above the 1e-8 that squaring loses; test/chain/fast-chain.test.ts sees it',
  'chain-general-path-in-another-order':
    'no claim has stages outside the catalogue of the kernel; test/chain/chain-law.test.ts sees it',
  'measure-odd-point-in-the-cluster':
    'it lowers the mean cosine by about 2/n, a tenth, and claims on networks of finite width leave it 4/sqrt(d), a fifth and more; test/geometry sees it',
};
