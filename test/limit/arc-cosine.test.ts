import { describe, expect, it } from 'vitest';
import { angleOfGap, sineExcess } from '../../src/limit/angle.js';
import { arcCosineBetween, kappa, kappaGap, kappaSlope } from '../../src/limit/arc-cosine.js';

const UNIT = 2 ** -53;
/** mpmath, 40 digits: gap, angle, sin a - a cos a, 1 - kappa(1 - gap), kappa(gap - 1). */
const golden: readonly (readonly [number, number, number, number, number])[] = [
  [1e-16, 1.414213562373095e-8, 9.428090415820633e-25, 9.999999969989456e-17, 3.0010543871903535e-25],
  [1e-10, 1.4142135623848802e-5, 9.428090415867775e-16, 9.999969989456129e-11, 3.001054387205359e-16],
  [1e-6, 0.0014142136802242518, 9.42809088722523e-10, 9.996998945462757e-7, 3.001054537243097e-10],
  [1e-3, 0.044725087168733434, 2.9815730651616383e-5, 0.0009905093581697975, 9.49064183020257e-6],
  [0.1, 0.4510268117962625, 0.029965763737431168, 0.09046160115532793, 0.009538398844672077],
  [0.3, 0.7953988301841436, 0.1573636617253845, 0.2499095907467283, 0.05009040925327168],
  [0.45, 0.9884320889261532, 0.29152700551511906, 0.35720407205498117, 0.09279592794501886],
  [0.4596, 0.9998838964438574, 0.3010709904791441, 0.36376612728734253, 0.09583387271265749],
  [0.46, 1.0003592173949747, 0.30147103910674616, 0.36403878785422256, 0.09596121214577749],
  [0.5, 1.0471975511965979, 0.3424266281861398, 0.39100221895577064, 0.10899778104422936],
  [0.51, 1.0587065738607488, 0.35295621169613345, 0.3976505484271418, 0.11234945157285817],
  [0.75, 1.318116071652818, 0.6387168186386497, 0.5466901221554585, 0.20330987784454146],
  [0.999, 1.56979632662823, 0.9984297036732468, 0.681189954661253, 0.317810045338747],
  [1, 1.5707963267948966, 1.0, 0.6816901138162094, 0.3183098861837907],
];

const relative = (came: number, truth: number): number => Math.abs(came - truth) / Math.abs(truth);

describe('the angle and its functions', () => {
  // A dozen operations, each within a unit, and factors up to 3 from the powers of the angle: 40 units at most.
  it.each(golden)('keep their relative accuracy at gap %d', (gap, angle, excess, oneMinusKappa, farKappa) => {
    expect(relative(angleOfGap(gap), angle)).toBeLessThanOrEqual(8 * UNIT);
    expect(relative(sineExcess(angleOfGap(gap), gap), excess)).toBeLessThanOrEqual(40 * UNIT);
    expect(relative(kappaGap(gap), oneMinusKappa)).toBeLessThanOrEqual(40 * UNIT);
    expect(relative(arcCosineBetween(2 - gap, gap).value, farKappa)).toBeLessThanOrEqual(40 * UNIT);
  });

  it('would be lost by the textbook formula, which the same comparison catches', () => {
    const textbook = (r: number): number => (Math.sqrt(1 - r * r) + (Math.PI - Math.acos(r)) * r) / Math.PI;
    const [gap, , , oneMinusKappa, farKappa] = golden[2] ?? [NaN, NaN, NaN, NaN, NaN];
    expect(relative(1 - textbook(1 - gap), oneMinusKappa)).toBeGreaterThan(1e5 * UNIT);
    expect(relative(textbook(gap - 1), farKappa)).toBeGreaterThan(1e5 * UNIT);
  });
});

describe('kappa', () => {
  it('has the values of C1: 0 at -1, 1/pi at 0, 1 at 1', () => {
    expect(kappa(-1)).toBe(0);
    expect(Math.abs(kappa(0) - 1 / Math.PI)).toBeLessThanOrEqual(2 * UNIT);
    expect(kappa(1)).toBe(1);
    expect([kappaSlope(-1), kappaSlope(0), kappaSlope(1)]).toEqual([0, 0.5, 1]);
  });

  it('has the slope that its differences show', () => {
    for (let r = -0.95; r < 0.96; r += 0.05) {
      const step = 1e-5;
      const difference = (kappa(r + step) - kappa(r - step)) / (2 * step);
      // step^2 kappa'''/6 with kappa''' <= 0.3 / (1 - r^2)^(3/2) <= 10, and two roundings over 2 step.
      expect(Math.abs(difference - kappaSlope(r))).toBeLessThanOrEqual((10 / 6) * step ** 2 + (4 * UNIT) / step);
    }
  });

  it('has a slope and a turn that make one', () => {
    for (const gap of [1e-9, 0.3, 1, 1.7, 2]) {
      const { slope, turn } = arcCosineBetween(gap, 2 - gap);
      expect(Math.abs(slope + turn - 1)).toBeLessThanOrEqual(2 * UNIT);
    }
  });

  it('is NaN outside [-1, 1]', () => {
    expect([kappa(1.0001), kappa(NaN), kappaSlope(-1.1), kappaGap(-0.1), angleOfGap(1.1)]).toEqual([
      NaN,
      NaN,
      NaN,
      NaN,
      NaN,
    ]);
  });
});
