/**
 * e^(x^2) erfc(x) for x >= 0: the Gaussian tail without its fast decay. In (0, 1]; about 1 / (x sqrt pi) when large.
 *
 * Error below 3 ulp. NaN at Infinity.
 * Source: (1 + 2x) e^(x^2) erfc(x) is smooth in t = (x - 4) / (x + 4) on [-1, 1] (Shepherd and Laframboise 1981);
 * polynomial of degree 26, relative error 3.5e-18.
 */
export function scaledErfc(x: number): number {
  const t = (x - 4) / (x + 4);
  let p = 4.335744696880128e-11;
  p = p * t - 1.37212432109558e-10;
  p = p * t - 5.47796315403793e-10;
  p = p * t + 1.7887492189077536e-9;
  p = p * t + 3.979908209935334e-9;
  p = p * t - 1.470518755238763e-8;
  p = p * t - 2.1917128684776733e-8;
  p = p * t + 1.1009041560728304e-7;
  p = p * t + 7.89343963476142e-8;
  p = p * t - 8.249127434964572e-7;
  p = p * t + 2.909062968371427e-7;
  p = p * t + 5.709201212226352e-6;
  p = p * t - 1.1220753452725425e-5;
  p = p * t - 2.4398942309069806e-5;
  p = p * t + 0.00015062130746391778;
  p = p * t - 0.0001992567764579197;
  p = p * t - 0.0007577732195352293;
  p = p * t + 0.005031969992810925;
  p = p * t - 0.01619773406595253;
  p = p * t + 0.03716751553591141;
  p = p * t - 0.0663303658116485;
  p = p * t + 0.09373283499843951;
  p = p * t - 0.10103906603632504;
  p = p * t + 0.06809705425469036;
  p = p * t + 0.015379652102620042;
  p = p * t - 0.1396211168405625;
  p = p * t - 0.01700488137444749;
  return (1.25 + p) / (1 + 2 * x);
}
