import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCertificate } from '../../cli/certificates/certificate.js';
import { type Bends, longerTests, shorterTests } from '../../src/checker/lead.js';
import { checkMildPoint, checkMildPoints, lossOf, type MildPoint } from '../../src/checker/mild-points.js';
import { checkNoMildPoint, checkNoMildPoints } from '../../src/checker/no-mild-points.js';
import { cellsOf } from '../../src/checker/notation.js';
import { Interval } from '../../src/interval/interval.js';
import { stagesOf } from '../../src/network/layer.js';
import { batchNormRelu } from '../../src/network/layers.js';
import { proveMildPoint, proveNoMildPoint } from '../../src/prover/lead.js';
import { growthOfLead } from '../../theorems/odd-spread.js';

function proofOf(kind: 'mild-points' | 'no-mild-points') {
  const text = readFileSync(new URL(`../../certificates/${kind}.json`, import.meta.url), 'utf8');
  const certificate = readCertificate(text);
  if (typeof certificate === 'string') throw new Error(certificate);
  return certificate;
}

const none = proofOf('no-mild-points');
const pairs = proofOf('mild-points');
const without: readonly Bends[] = none.kind === 'no-mild-points' ? none.proof.batches : [];
const withPair: readonly MildPoint[] = pairs.kind === 'mild-points' ? pairs.proof.batches : [];

function batch<T extends Bends>(batches: readonly T[], points: number): T {
  const found = batches.find((one) => one.points === points);
  if (found === undefined) throw new Error(`no batch of ${points}`);
  return found;
}

/** Every text with one digit of this one another: the next, 9 becoming 0. */
function changed(text: string): readonly string[] {
  return [...text.matchAll(/\d/g)].map(
    ({ 0: digit, index }) => `${text.slice(0, index)}${(Number(digit) + 1) % 10}${text.slice(index + 1)}`,
  );
}

describe('the certificates of leads under batch normalisation', () => {
  it('hold every batch from 3 to 51 and from 52 to 150 points', () => {
    expect(without.map(({ points }) => points)).toEqual(Array.from({ length: 49 }, (_, i) => i + 3));
    expect(withPair.map(({ points }) => points)).toEqual(Array.from({ length: 99 }, (_, i) => i + 52));
    expect(checkNoMildPoints({ batches: without.slice(1) })).toBe(false);
    expect(checkMildPoints({ batches: withPair.slice(1) })).toBe(false);
  });

  it.each([3, 4, 12, 51])('prove that no lead lasts among %s points', (points) => {
    expect(checkNoMildPoint(batch(without, points))).toBe(true);
  });

  it.each([52, 64, 150])('prove that two leads last among %s points', (points) => {
    expect(checkMildPoint(batch(withPair, points))).toBe(true);
  });

  it('are what the prover finds', () => {
    expect(proveNoMildPoint(51)).toEqual(batch(without, 51));
    expect(proveMildPoint(52)).toEqual(batch(withPair, 52));
  });
});

describe('the checker of leads', () => {
  it('rejects any other digit of a lead, and other points', () => {
    const pair = batch(withPair, 52);
    for (const tips of changed(pair.tips)) expect(checkMildPoint({ ...pair, tips })).toBe(false);
    for (const rests of changed(pair.rests)) expect(checkMildPoint({ ...pair, rests })).toBe(false);
    for (const points of [51, 53]) expect(checkMildPoint({ ...pair, points })).toBe(false);
    expect(checkMildPoint({ ...pair, tips: pair.rests, rests: pair.tips })).toBe(false);
    expect(checkMildPoint({ ...pair, tips: pair.tips.slice(0, -1) })).toBe(false);
  });

  it('rejects any other depth of a cell', () => {
    for (const { shorter, longer } of [batch(without, 51), batch(withPair, 52), batch(withPair, 150)]) {
      for (const depths of [...changed(shorter), ...changed(longer)]) expect(cellsOf(depths)).toBeUndefined();
    }
  });

  it('proves no absence where there are two states, and none with cells that are too large', () => {
    const [last, first] = [batch(without, 51), batch(withPair, 52)];
    expect(checkNoMildPoint({ ...last, points: 52 })).toBe(false);
    expect(checkNoMildPoint(first)).toBe(false);
    expect(checkNoMildPoint({ ...last, shorter: '0' })).toBe(false);
    expect(checkNoMildPoint({ ...last, longer: '1 1' })).toBe(false);
    expect(checkMildPoint({ ...first, longer: '1 1' })).toBe(false);
  });
});

/** K at a lead, in doubles, by the weight v^((n-3)/2) (1-v)^(-1/2) over v^((n-1)/2) at the lead, v = y^2: Simpson's rule in y. */
function quadrature(lead: number, n: number): number {
  const [m, far, top] = [n - 1, n * (n - 2), Math.sqrt(1 - 1 / lead)];
  const integrand = (y: number): number => {
    const ratio = 1 / (1 - y * y);
    const within = Math.acos((ratio - n) / (far + ratio));
    const own = 1 - (Math.sin(within) - within * Math.cos(within)) / (Math.PI * (1 - Math.cos(within)));
    const cross = (Math.sqrt(far * ratio) - Math.atan(Math.sqrt(far / ratio)) * ratio) / Math.PI;
    const value = (n * n * lead + far) * own - (m * m + 1) * ratio - far + 2 * m * cross;
    return 2 * (y / top) ** (n - 2) * value * Math.sqrt(ratio);
  };
  const steps = 4000;
  const terms = Array.from({ length: steps + 1 }, (_, i) => {
    const weight = i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2;
    return weight * integrand((top * i) / steps);
  });
  return terms.reduce((sum, term) => sum + term, 0) / (3 * steps);
}

describe('the loss of a lead', () => {
  const cases = [
    [20, 2],
    [51, 3],
    [52, 3],
    [52, 4],
    [64, 1.5],
    [128, 1.3],
    [128, 20],
  ] as const;

  it.each(cases)('among %s points at %s is the integral, which tells whether the layer lowers it', (points, lead) => {
    const { lo, hi } = lossOf(lead, points);
    const value = quadrature(lead, points);
    expect(hi - lo).toBeLessThan(1e-6 * Math.abs(lo));
    // Simpson's error: (126/4000)^4/180 of the terms, which cancel to a thousandth.
    expect(Math.abs(value - lo)).toBeLessThan(1e-5 * Math.abs(lo));
    expect(Math.sign(lo)).toBe(-Math.sign(growthOfLead(stagesOf(batchNormRelu), points, lead)));
  });

  it.each([...cases, [64, 10], [30, 5], [64, 2]] as const)(
    'among %s points bends at %s as its second difference says',
    (points, lead) => {
      const step = 0.01;
      const scaled = (at: number): number =>
        quadrature(at, points) * ((1 - 1 / at) / (1 - 1 / lead)) ** ((points - 1) / 2);
      const bend = scaled(lead + step) - 2 * scaled(lead) + scaled(lead - step);
      const tests = longerTests(points);
      const near = Interval.of(1 / lead);
      expect([tests.positive(near), tests.negative(near)]).toEqual([bend > 0, bend < 0]);
    },
  );

  it('is negative below symmetry, where a shorter point grows', () => {
    for (const points of [3, 51, 128]) {
      for (const lead of [0, 0.01, 0.5, 0.99]) {
        expect(shorterTests(points).negative(Interval.of(Math.sqrt(lead)))).toBe(true);
        if (lead > 0) expect(growthOfLead(stagesOf(batchNormRelu), points, lead)).toBeGreaterThan(0);
      }
    }
  });
});
