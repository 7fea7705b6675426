import type { LayerMeasures } from '../../src/simulation/measure-layer.js';
import type { Prediction } from '../run/predictions.js';

interface Row {
  readonly name: string;
  /** The path in the JSON of `bnd simulate`, by which tests compare. */
  readonly path: string;
  readonly of: (measures: LayerMeasures) => number;
  readonly predicted?: (prediction: Prediction) => number;
}

const rows: readonly Row[] = [
  { name: 'norm ratio', path: 'normRatio', of: (m) => m.normRatio, predicted: (p) => p.normRatio },
  {
    name: 'cluster cosine, mean',
    path: 'clusterCosine.mean',
    of: (m) => m.clusterCosine.mean,
    predicted: (p) => p.clusterCosine,
  },
  { name: 'cluster cosine, least', path: 'clusterCosine.min', of: (m) => m.clusterCosine.min },
  {
    name: 'cross cosine, mean',
    path: 'crossCosine.mean',
    of: (m) => m.crossCosine.mean,
    predicted: (p) => p.crossCosine,
  },
  { name: 'cross cosine, largest |·|', path: 'crossCosine.max', of: (m) => m.crossCosine.max },
  { name: 'odd point, by norm', path: 'oddPoint', of: (m) => m.oddPoint },
  { name: 'odd points', path: 'oddPoints', of: (m) => m.oddPoints },
  { name: 'rank', path: 'rank', of: (m) => m.rank },
  { name: 'stable rank', path: 'stableRank', of: (m) => m.stableRank },
  { name: 'isometry', path: 'isometry', of: (m) => m.isometry },
  { name: 'orthogonality gap', path: 'orthogonalityGap', of: (m) => m.orthogonalityGap },
  { name: 'log of the norms', path: 'logScale', of: (m) => m.logScale },
];

/** A table of the numbers of one layer, exact in the `value` of each `data` element. Returns what fills it. */
export function numbersTable(
  body: HTMLElement,
): (measures: LayerMeasures | undefined, predictions: readonly Prediction[]) => void {
  const cells = rows.map((row) => {
    const line = document.createElement('tr');
    const head = document.createElement('th');
    head.scope = 'row';
    head.textContent = row.name;
    const [here, odd, symmetric] = [document.createElement('data'), cell(), cell()];
    here.id = `number-${row.path}`;
    const holder = cell();
    holder.append(here);
    line.append(head, holder, odd, symmetric);
    body.append(line);
    return { row, here, odd, symmetric };
  });
  return (measures, predictions) => {
    for (const { row, here, odd, symmetric } of cells) {
      const value = measures === undefined ? NaN : row.of(measures);
      here.value = String(value);
      here.textContent = short(value);
      for (const [state, place] of [['odd point', odd] as const, ['symmetric', symmetric] as const]) {
        const prediction = predictions.find((known) => known.state === state);
        place.textContent =
          prediction === undefined || row.predicted === undefined ? '' : short(row.predicted(prediction));
      }
    }
  };
}

function cell(): HTMLTableCellElement {
  return document.createElement('td');
}

function short(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (Number.isInteger(value)) return String(value);
  return Math.abs(value) < 1e-3 ? value.toExponential(3) : Number(value.toPrecision(5)).toString();
}
