"""Writes test/chain/goldens.json: collapsing chains in 100-digit arithmetic.

Run after `npm run build`: python3 scripts/chain-goldens.py > test/chain/goldens.json       (needs mpmath and node)

The normals are those of src/random, so the exact chain and the one under test are one realisation: what differs is rounding.
A case holds the input by rows, and for each layer the gap 1 - cos of every pair of points and the logarithm of the scale.
"""

import json
import random
import subprocess

from mpmath import log, matrix, mp, mpf, sqrt, tanh

mp.dps = 100
KEY = {'high': 20240603, 'low': 12843}
NORMALS = """
import { derive } from './dist/src/random/key.js';
import { fillNormals } from './dist/src/random/normal.js';
const [key, depth, points] = JSON.parse(process.argv[1]);
const layers = Array.from({ length: depth }, (_, t) => {
  const block = new Float64Array(points * 64);
  fillNormals(derive(key, t + 1, 0), block);
  return Array.from(block);
});
console.log(JSON.stringify(layers));
"""


def normals(depth, points):
    """Block 0 of every layer: entry of row r and point j at j * 64 + r."""
    command = ['node', '--input-type=module', '-e', NORMALS, json.dumps([KEY, depth, points])]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def cholesky(g, n):
    """Upper triangular R with R'R = g. A pivot 70 digits below its diagonal is zero and gives a zero row."""
    r = matrix(n, n)
    for i in range(n):
        pivot = g[i, i] - sum(r[p, i] ** 2 for p in range(i))
        if pivot <= g[i, i] * mpf('1e-70'):
            continue
        for k in range(i, n):
            r[i, k] = (g[i, k] - sum(r[p, i] * r[p, k] for p in range(i))) / sqrt(pivot)
    return r


def rescale(row):
    scale = sqrt(sum(z * z for z in row) / len(row))
    return [z / scale for z in row]


STAGES = {
    'relu': lambda row: [max(z, mpf(0)) for z in row],
    'rescale': rescale,
    'leaky(0.5)': lambda row: [z if z > 0 else z / 2 for z in row],
    'tanh': lambda row: [tanh(z) for z in row],
}


def layer(x, n, block, width, stages):
    """The next batch by rows, given the last one by rows."""
    gram = matrix(n, n)
    for i in range(n):
        for j in range(n):
            gram[i, j] = sum(row[i] * row[j] for row in x)
    r = cholesky(gram, n)
    rows = []
    for k in range(width):
        row = [sum(mpf(block[i * 64 + k]) * r[i, j] for i in range(j + 1)) / sqrt(mpf(len(x))) for j in range(n)]
        for stage in stages.split(','):
            row = STAGES[stage](row)
        rows.append(row)
    return rows


def reading(x, n):
    inner = lambda i, j: sum(row[i] * row[j] for row in x)
    gaps = [float(1 - inner(i, j) / sqrt(inner(i, i) * inner(j, j))) for i in range(n) for j in range(i + 1, n)]
    return {'gaps': gaps, 'logScale': float(log(sum(inner(i, i) for i in range(n)) / n) / 2)}


def close(draw, inputs, n, gap):
    """Points `gap` apart in random directions."""
    base = [draw.gauss(0, 1) for _ in range(inputs)]
    return [[b + gap * draw.gauss(0, 1) for _ in range(n)] for b in base]


def pair_in_plane(draw, n, gap):
    """Points of a plane, the last two `gap` apart: the Gram matrix is singular, and a bent layer makes it regular."""
    return [(row := [draw.gauss(0, 1) for _ in range(n - 1)]) + [row[-1] + gap * draw.gauss(0, 1)] for _ in range(2)]


def main():
    draw = random.Random(20240603)
    cases = []
    for stages, width, depth, x in [
        ('relu', 10, 6, close(draw, 6, 4, 1e-9)),
        ('rescale,leaky(0.5)', 10, 6, close(draw, 6, 4, 1e-7)),
        ('tanh', 20, 4, pair_in_plane(draw, 5, 1e-9)),
        ('relu', 12, 120, close(draw, 5, 3, 1)),
    ]:
        n = len(x[0])
        case = {'stages': stages, 'width': width, 'points': n, 'input': [z for row in x for z in row], 'layers': []}
        for block in normals(depth, n):
            x = layer([[mpf(z) for z in row] for row in x], n, block, width, stages)
            case['layers'].append(reading(x, n))
        case['layers'] = case['layers'][-1:] if depth > 10 else case['layers']
        cases.append({**case, 'depth': depth})
    print(json.dumps({'key': KEY, 'cases': cases}))


main()
