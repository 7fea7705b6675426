"""Prints the polynomial coefficients of src/portable, with the error of each fit.

Run: python3 scripts/portable-coefficients.py            (needs mpmath; 2 seconds)

Each function is interpolated at Chebyshev nodes in 60 digits, brought to powers of the variable, and rounded to doubles.
The printed error is that of the polynomial with the rounded coefficients, evaluated exactly: what remains in the .ts
files is the rounding of the evaluation, which test/portable measures.
"""

from mpmath import asin, cos, erf, erfc, exp, floor, log, mp, mpf, pi, polyval, sin, sqrt

mp.dps = 60


def chebyshev_fit(f, low, high, degree):
    """Coefficients, highest power first, of the polynomial through f at the Chebyshev nodes of [low, high]."""
    count = degree + 1
    nodes = [cos(pi * (2 * j + 1) / (2 * count)) for j in range(count)]
    points = [(high + low) / 2 + (high - low) / 2 * t for t in nodes]
    newton = [f(x) for x in points]
    for order in range(1, count):
        for j in range(count - 1, order - 1, -1):
            newton[j] = (newton[j] - newton[j - 1]) / (points[j] - points[j - order])
    power = [newton[-1]]
    for j in range(count - 2, -1, -1):
        shifted = power + [mpf(0)]
        for i, c in enumerate(power):
            shifted[i + 1] -= points[j] * c
        shifted[-1] += newton[j]
        power = shifted
    return [mpf(float(c)) for c in power]


def report(name, f, low, high, degree, weight):
    """Prints one fit. `weight(x)` turns an error of the polynomial into a relative error of the final function."""
    coefficients = chebyshev_fit(f, low, high, degree)
    grid = [low + (high - low) * mpf(2 * j + 1) / 4000 for j in range(2000)]
    worst = max(abs((polyval(coefficients, x) - f(x)) * weight(x)) for x in grid)
    print(f'{name}: degree {degree} on [{mp.nstr(low, 8)}, {mp.nstr(high, 8)}], relative error {mp.nstr(worst, 3)}')
    for c in coefficients:
        print(f'  {float(c)!r}')


def parts(x, bits, count):
    """x as a sum of `count` doubles: all but the last have at most `bits` bits, the last is rounded to nearest."""
    rest, result = x, []
    for _ in range(count - 1):
        unit = mpf(2) ** (floor(log(abs(rest), 2)) + 1 - bits)
        head = floor(rest / unit) * unit
        result.append(float(head))
        rest -= head
    return result + [float(rest)]


def sin_tail(z):
    """(sin r - r) / r^3 at z = r^2."""
    r = sqrt(z)
    return (sin(r) - r) / r**3


def cos_tail(z):
    """(cos r - 1 + r^2 / 2) / r^4 at z = r^2."""
    return (cos(sqrt(z)) - 1 + z / 2) / z**2


def asin_tail(z):
    """(asin s - s) / s^3 at z = s^2."""
    s = sqrt(z)
    return (asin(s) - s) / s**3


def erf_tail(z):
    """erf(x) / x - 1 at z = x^2."""
    x = sqrt(z)
    return erf(x) / x - 1


SHIFT = 4


def scaled_erfc(t):
    """(1 + 2x) e^(x^2) erfc(x) - 1.25 at t = (x - SHIFT) / (x + SHIFT).

    Smooth on [-1, 1]: -0.25 at t = -1 and 2 / sqrt(pi) - 1.25 at t = 1. The 1.25 keeps the constant term small, so that
    its rounding to a double costs nothing.
    """
    x = SHIFT * (1 + t) / (1 - t)
    if x > 1e4:  # asymptotic series; the next term is below 1e-25
        y = 1 / (2 * x * x)
        return (1 + 2 * x) / (x * sqrt(pi)) * (1 - y + 3 * y**2 - 15 * y**3) - 1.25
    return (1 + 2 * x) * exp(x * x) * erfc(x) - 1.25


QUARTER = (pi / 4) ** 2 * mpf('1.00001')  # the reduced argument may pass pi / 4 by its rounding
print('pi/2 in three parts of 33 bits and a rest:', parts(pi / 2, 33, 4), ' 2/pi:', repr(float(2 / pi)))
print('pi/2 in two doubles:', parts(pi / 2, 53, 2))
report('sin', sin_tail, mpf('1e-20'), QUARTER, 6, lambda z: z / (sin(sqrt(z)) / sqrt(z)))
report('cos', cos_tail, mpf('1e-12'), QUARTER, 5, lambda z: z**2 / cos(sqrt(z)))
report('asin', asin_tail, mpf('1e-20'), mpf('0.25'), 12, lambda z: z / (asin(sqrt(z)) / sqrt(z)))
report('erf', erf_tail, mpf('1e-30'), mpf(1), 12, lambda z: 1 / (1 + erf_tail(z)))
report('scaled erfc', scaled_erfc, mpf(-1), mpf(1), 26, lambda t: 1 / (1.25 + scaled_erfc(t)))
