"""Contenders of the benchmark in Python: `peers.py numpy` or `peers.py torch`.

The first line out names the library and its contenders. Then one job a line on stdin (JSON), one answer a line on stdout.
A job is {"peer", "points", "width", "layers", "seed"}; the answer {"seconds", "cosine"} is CPU time of one thread for all layers
and the mean cosine of the last batch, which the caller checks. Each layer: recentering, ReLU, norms brought back to trace n.
The peers 'normals ...' draw `width` normals and have no cosine.
"""

import json
import os
import sys
import time

os.environ['OPENBLAS_NUM_THREADS'] = '1'
os.environ['OMP_NUM_THREADS'] = '1'
import numpy as np  # noqa: E402  (threads must be set first)

SLAB = 1 << 22  # entries of W held at a time: 32 MB, so that width 16384 fits into memory


def direct(dtype):
    def layers_of(job):
        points, width = job['points'], job['width']
        generator = np.random.default_rng(job['seed'])
        x = generator.standard_normal((width, points), dtype=dtype)
        rows = max(1, SLAB // width)
        for _ in range(job['layers']):
            z = np.empty((width, points), dtype=dtype)
            for k in range(0, width, rows):
                count = min(rows, width - k)
                np.matmul(generator.standard_normal((count, width), dtype=dtype), x, out=z[k:k + count])
            z -= z.mean(axis=1, keepdims=True)
            np.maximum(z, 0, out=z)
            x = z * dtype(np.sqrt(points / np.vdot(z, z)))
        return x.T @ x
    return layers_of


def recentred(g):
    means = g.mean(axis=0)
    return g - means[:, None] - means[None, :] + means.mean()


def gram(job):
    """The algorithm of the kernel: rows sampled from the Cholesky factor of the recentred Gram matrix."""
    generator = np.random.default_rng(job['seed'])
    g = np.eye(job['points'])
    for _ in range(job['layers']):
        upper = np.linalg.cholesky(recentred(g)[:-1, :-1]).T
        upper = np.hstack([upper, -upper.sum(axis=1, keepdims=True)])
        z = generator.standard_normal((job['width'], job['points'] - 1)) @ upper
        np.maximum(z, 0, out=z)
        g = z.T @ z
        g *= job['points'] / np.trace(g)
    return g


def limit(job):
    """Infinite width, from the Gram matrix 2^-|i - j|: the arc-cosine kernel of degree 1."""
    index = np.arange(job['points'])
    g = 0.5 ** np.abs(index[:, None] - index[None, :])
    for _ in range(job['layers']):
        c = recentred(g)
        norms = np.sqrt(np.diag(c))
        scale = np.outer(norms, norms)
        cosine = np.clip(c / scale, -1, 1)
        g = scale * (np.sqrt(1 - cosine * cosine) + (np.pi - np.arccos(cosine)) * cosine) / (2 * np.pi)
        g *= job['points'] / np.trace(g)
    return g


def numpy_peers():
    peers = {
        'NumPy direct f64': direct(np.float64),
        'NumPy direct f32': direct(np.float32),
        'NumPy Gram f64': gram,
        'NumPy limit step': limit,
        'normals f64': lambda job: np.random.default_rng(job['seed']).standard_normal(job['width']),
    }
    return f'NumPy {np.__version__}', peers


def torch_peers():
    import torch
    torch.set_num_threads(1)

    def torch_direct(job):
        points, width = job['points'], job['width']
        torch.manual_seed(job['seed'])  # the default generator: faster than one passed along
        x = torch.randn((width, points))
        rows = max(1, SLAB // width)
        for _ in range(job['layers']):
            z = torch.empty((width, points))
            for k in range(0, width, rows):
                count = min(rows, width - k)
                torch.matmul(torch.randn((count, width)), x, out=z[k:k + count])
            z -= z.mean(dim=1, keepdim=True)
            z.clamp_(min=0)
            x = z * (points ** 0.5 / torch.linalg.norm(z))
        return (x.T @ x).numpy()

    def normals(job):
        torch.manual_seed(job['seed'])
        return torch.randn(job['width'])

    return f'PyTorch {torch.__version__}', {'PyTorch direct f32': torch_direct, 'normals f32': normals}


def mean_cosine(g):
    g = g.astype(np.float64)
    norms = np.sqrt(np.diag(g))
    c = g / norms[:, None] / norms[None, :]
    n = len(g)
    return float((c.sum() - n) / (n * (n - 1)))


name, peers = {'numpy': numpy_peers, 'torch': torch_peers}[sys.argv[1]]()
print(json.dumps({'library': name, 'peers': list(peers)}), flush=True)
for line in sys.stdin:
    job = json.loads(line)
    start = time.process_time()
    result = peers[job['peer']](job)
    seconds = time.process_time() - start
    print(json.dumps({'seconds': seconds, 'cosine': 0 if job['peer'].startswith('normals') else mean_cosine(result)}), flush=True)
