"""Writes test/portable/goldens.json: arguments and 40-digit values of the functions in src/portable.

Run: python3 scripts/portable-goldens.py [points a function] > test/portable/goldens.json       (needs mpmath)

A row is [arguments..., high, low]: the value is high + low, the nearest double and the double nearest to what is left,
so that a test can measure errors far below one unit in the last place. Infinities and NaN are strings.
"""

import json
import math
import random
import re
import sys

from mpmath import mp, mpf

mp.dps = 60  # what is left after the first double keeps 40 digits even where a value cancels
SUBNORMAL, NORMAL, LARGEST = 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308


def word(x):
    """A number as JSON can hold it."""
    return x if math.isfinite(x) else 'NaN' if math.isnan(x) else 'Infinity' if x > 0 else '-Infinity'


def row(f, *arguments):
    special = f(*arguments)
    if isinstance(special, float):
        return [*map(word, arguments), word(special), 0]
    high = float(special)
    low = float(special - mpf(high)) if math.isfinite(high) else 0
    return [*map(word, arguments), word(high), low]


def around(*centres):
    """Each centre and its neighbours."""
    return [y for c in centres for y in (math.nextafter(c, -math.inf), c, math.nextafter(c, math.inf))]


def uniform(draw, low, high, count):
    return [draw.uniform(low, high) for _ in range(count)]


def logarithmic(draw, low, high, count):
    """Log-uniform sizes between two powers of ten, both signs."""
    return [draw.choice((-1, 1)) * 10 ** draw.uniform(low, high) for _ in range(count)]


def steps(f, values):
    """f, with values of its own at some arguments. Those are named by their text, because NaN equals nothing."""
    return lambda x: values[str(x)] if str(x) in values else f(mpf(x))


INF, NAN = math.inf, math.nan
EDGES = [0.0, -0.0, SUBNORMAL, -SUBNORMAL, NORMAL, -NORMAL, 1e-300, 1e-17, -1e-17, 1e-9, -1e-9, 1.0, -1.0, INF, -INF, NAN]


def hard_angles():
    """Doubles up to 2^20 that lie next to a multiple of pi/2, where a reduction loses most."""
    found = []
    for n in [1, 2, 3, 4, 5, 7, 11, 22, 33, 355, 710, 7727, 52174, 103993, 104348, 208341, 312689, 573204]:
        found += around(float(n * mp.pi / 2))
    return [x for x in found if x <= 2.0**20]


def phi(x):
    return mp.erfc(-x / mp.sqrt(2)) / 2


def log(x):
    return NAN if x < 0 else mp.log(x)


def log1p(x):
    return NAN if x < -1 else -INF if x == -1 else mp.log1p(x)


def acos(x):
    return NAN if abs(x) > 1 else mp.acos(x)


def expm1(x):
    return -INF if x == -INF else mp.expm1(x)


def circular(f):
    return lambda x: NAN if abs(x) > 2**20 else f(x)


def goldens(count):
    """Name of a function -> rows."""
    draw = random.Random(20240603)
    part = count // 4
    wide = lambda low, high: uniform(draw, low, high, 2 * part) + logarithmic(draw, -20, 0, part)
    zero = {'0.0': 0.0, '-0.0': -0.0, 'nan': NAN}
    table = {}

    def add(name, f, special, arguments):
        g = steps(f, {'nan': NAN, **special})
        table[name] = [row(g, x) for x in EDGES + arguments]

    add('exp', mp.exp, {'inf': INF, '-inf': 0.0},
        around(709.782712893384, -745.1332191019412, -708.3964185322641, 0.34657359027997264)
        + wide(-1, 1) + uniform(draw, -745, 709, part))
    add('log', log, {'0.0': -INF, '-0.0': -INF, 'inf': INF, '-inf': NAN},
        around(1.0, 0.7071067811865476, 1.4142135623730951, NORMAL, 1e-310) + [LARGEST]
        + uniform(draw, 0, 3, 2 * part) + [abs(x) for x in logarithmic(draw, -323, 308, 2 * part)])
    add('expm1', expm1, {**zero, 'inf': INF, '-inf': -1.0},
        around(709.782712893384, -40.0, 40.0, 0.34657359027997264, -0.34657359027997264) + wide(-2, 2) + uniform(draw, -45, 709, part))
    add('log1p', log1p, {**zero, 'inf': INF, '-inf': NAN},
        around(-1.0, -0.25, 0.4, 1.0) + [LARGEST] + wide(-1, 3) + [abs(x) for x in logarithmic(draw, 0, 308, part)])
    add('tanh', mp.tanh, {**zero, 'inf': 1.0, '-inf': -1.0}, around(20.0, -20.0, 0.55) + wide(-3, 3) + uniform(draw, -25, 25, part))
    angles = (hard_angles() + around(2.0**20) + [-x for x in hard_angles()] + wide(-10, 10)
              + uniform(draw, -(2**20), 2**20, part))
    add('sin', circular(mp.sin), {**zero, 'inf': NAN, '-inf': NAN}, angles)
    add('cos', circular(mp.cos), {'inf': NAN, '-inf': NAN}, angles)
    near_one = [1 - abs(x) for x in logarithmic(draw, -16, -1, part)]
    add('acos', acos, {'inf': NAN, '-inf': NAN},
        around(1.0, -1.0, 0.5, -0.5) + wide(-1, 1) + near_one + [-x for x in near_one])
    add('erf', mp.erf, {**zero, 'inf': 1.0, '-inf': -1.0}, around(1.0, -1.0, 6.0, -6.0) + wide(-3, 3) + uniform(draw, -7, 7, part))
    add('erfc', mp.erfc, {'inf': 0.0, '-inf': 2.0}, around(26.5, 28.0, -28.0) + wide(-3, 3) + uniform(draw, 0, 26.5, 2 * part))
    add('normalCdf', phi, {'inf': 1.0, '-inf': 0.0}, around(-37.0, -37.5, -39.0, 39.0) + wide(-3, 3) + uniform(draw, -37.5, 0, 2 * part))

    # Activations that are more than one of the above. Below -700 they are subnormal or close to it.
    pre_activations = wide(-4, 4) + uniform(draw, -37, 40, part)
    add('gelu', lambda z: z * phi(z), {**zero, 'inf': INF, '-inf': -0.0}, pre_activations)
    add('silu', lambda z: z / (1 + mp.exp(-z)), {**zero, 'inf': INF, '-inf': -0.0}, pre_activations + [-700.0])
    add('sigmoid', lambda z: 1 / (1 + mp.exp(-z)), {'inf': 1.0, '-inf': 0.0}, pre_activations + [-700.0])
    add('softplus', lambda z: mp.log1p(mp.exp(z)), {'inf': INF, '-inf': 0.0}, pre_activations + [-700.0, 1e5])

    def power(x, a):
        if math.isnan(x) or math.isnan(a) or x < 0:
            return NAN
        if a == 0 or x == 1:
            return mpf(1)
        if x == 0 or math.isinf(x) or math.isinf(a):
            return 0.0 if (x < 1) == (a > 0) else INF
        result = mpf(x) ** mpf(a)
        return result if result > mpf(2) ** -1080 else 0.0  # float() of mpmath underflows by itself, but slowly

    exponents = [0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0]
    bases = [0.0, -0.0, SUBNORMAL, 1e-310, 0.3, 1.0, 7.0, LARGEST, INF, -1.0, NAN]
    table['halfPower'] = [row(power, x, a) for a in [0.0, *exponents] for x in bases] + [
        row(power, abs(x), draw.choice(exponents)) for x in logarithmic(draw, -60, 60, count)]
    edges = [(x, a) for a in [-2.0, -0.7, 0.1, 1 / 3, 5.0, 1e9, 1e300, INF, -INF, NAN] for x in bases]
    modest = [(abs(x), draw.uniform(-5, 8)) for x in logarithmic(draw, -3, 3, 2 * part)]
    # |a ln x| up to 745: results from the smallest double to the largest.
    extreme = [(x, draw.uniform(-745, 709) / math.log(x)) for x in (abs(y) for y in logarithmic(draw, -300, 300, 2 * part))]
    near = [(x, draw.uniform(-745, 709) / math.log(x)) for x in uniform(draw, 0.7, 1.4, part)]
    table['power'] = [row(power, x, a) for x, a in edges + modest + extreme + near]
    return table


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 240
    table = goldens(count)
    blocks = []
    for name, rows in table.items():
        text = ',\n'.join('    ' + json.dumps(r) for r in rows)
        lines = re.sub(r'e([+-])0?(?=\d)', lambda m: 'e-' if m[1] == '-' else 'e', text)  # 1e-09 as prettier writes it
        blocks.append(f'  {json.dumps(name)}: [\n{lines}\n  ]')
    print('{\n' + ',\n'.join(blocks) + '\n}')


main()
