"""NumPy contenders of the benchmark: one job a line on stdin (JSON), one answer a line on stdout.

A job is {"peer", "points", "width", "layers", "seed"}; the answer {"seconds", "cosine"} is CPU time of one thread for all layers
and the mean cosine of the last batch, which the caller checks. Each layer: recentering, ReLU, norms brought back to trace n.
"""

import json
import os
import sys
import time

os.environ['OPENBLAS_NUM_THREADS'] = '1'
import numpy as np  # noqa: E402  (threads must be set first)

SLAB = 1 << 22  # entries of W held at a time: 32 MB, so that width 16384 fits into memory


def centre_rectify(z):
    z -= z.mean(axis=1, keepdims=True)
    np.maximum(z, 0, out=z)


def direct(generator, points, width, layers):
    x = generator.standard_normal((width, points))
    rows = max(1, SLAB // width)
    for _ in range(layers):
        z = np.empty((width, points))
        for k in range(0, width, rows):
            count = min(rows, width - k)
            np.matmul(generator.standard_normal((count, width)), x, out=z[k:k + count])
        centre_rectify(z)
        x = z * np.sqrt(points / np.einsum('ij,ij', z, z))
    return x.T @ x


def gram(generator, points, width, layers):
    """The algorithm of the kernel: rows sampled from the Cholesky factor of the recentred Gram matrix."""
    g = np.eye(points)
    for _ in range(layers):
        means = g.mean(axis=0)
        c = (g - means[:, None] - means[None, :] + means.mean())[:-1, :-1]
        upper = np.linalg.cholesky(c).T
        upper = np.hstack([upper, -upper.sum(axis=1, keepdims=True)])
        z = generator.standard_normal((width, points - 1)) @ upper
        np.maximum(z, 0, out=z)
        g = z.T @ z
        g *= points / np.trace(g)
    return g


def mean_cosine(g):
    norms = np.sqrt(np.diag(g))
    c = g / norms[:, None] / norms[None, :]
    n = len(g)
    return float((c.sum() - n) / (n * (n - 1)))


PEERS = {'NumPy direct f64': direct, 'NumPy Gram f64': gram}
print(json.dumps({'version': np.__version__}), flush=True)
for line in sys.stdin:
    job = json.loads(line)
    generator = np.random.default_rng(job['seed'])
    start = time.process_time()
    g = PEERS[job['peer']](generator, job['points'], job['width'], job['layers'])
    seconds = time.process_time() - start
    print(json.dumps({'seconds': seconds, 'cosine': mean_cosine(g)}), flush=True)
