import type { LimitReport } from './schemas/limit.js';
import { table } from './table.js';

/** Eigenvalues below this are shown as 0: rounding of matrices with entries near 1. */
const ROUNDING = 1e-13;

/** The report as a person reads it. */
export function limitPage({ config, says, fixedPoint, spectralRadius, eigenvalues }: LimitReport): string {
  const lines = [`${config.points} points, infinite width, ${config.stages.join(', ')}, start ${config.start}`, says];
  if (fixedPoint === null || spectralRadius === null) return lines.join('\n');
  const number = (x: number | null): string => (x === null || Number.isNaN(x) ? '-' : x.toPrecision(12));
  const facts = [
    ['norm ratio (odd / cluster)', number(fixedPoint.normRatio)],
    ['cluster cosine', number(fixedPoint.clusterCosine)],
    ['cross cosine', number(fixedPoint.crossCosine)],
    ['residual', fixedPoint.residual.toExponential(1)],
    ['spectral radius', number(spectralRadius)],
  ];
  const rates = eigenvalues.map(({ value, imaginary, multiplicity }) => {
    const real = Math.abs(value) < ROUNDING ? '0' : number(value);
    const sign = imaginary < 0 ? '-' : '+';
    return [imaginary === 0 ? real : `${real} ${sign} ${number(Math.abs(imaginary))} i`, String(multiplicity)];
  });
  return [
    ...lines,
    table([{ head: 'fixed point' }, { head: 'value', align: 'right' }], facts),
    table(
      [
        { head: 'eigenvalue', align: 'right' },
        { head: 'multiplicity', align: 'right' },
      ],
      rates,
    ),
  ].join('\n');
}
