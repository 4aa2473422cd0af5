"""Times Monte Carlo costs against numba and Sobol indices against SALib, on the same work.

Draws: 6 offers x 60 lines x 10 years. Each draw has a triangular price factor for every line, one PERT growth of
users, one PERT rise of prices per offer, one triangular discount rate. A third of the lines is paid once, a third every
year, a third every year and user. Both sides reckon in 64-bit floats on two threads. Uniform numbers: numba's have
53 bits, one a triangle; Votum's triangles take two of 32 bits each, its other draws 52 bits. Votum adds exact
percentiles 10, 25, 50, 75, 90 with standard errors and who is cheaper than whom; the peer has percentiles 5, 50, 95
and who is the cheapest.

Indices: 12 inputs, 16,384 base points, 229,376 evaluations. SALib with its usual 100 resamples for confidence
intervals; Votum's standard errors come from the sums themselves.
"""
import math
from importlib.metadata import version

import numba as nb
import numpy as np
from SALib.analyze import sobol as analyse
from SALib.sample import sobol as sample

from common import compare, run, timed

OFFERS, LINES, YEARS, DRAWS = 6, 60, 10, 100_000
GROWTH, RISE, RATE = (-0.02, 0.05, 0.15), (0.0, 0.03, 0.08), (0.03, 0.06, 0.10)


def prices():
    state, values = 1, []
    for _ in range(OFFERS * LINES):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        values.append((100_000 + state % 1_900_001) / 100)
    return np.array(values).reshape(OFFERS, LINES)


@nb.njit(inline="always")
def triangular(u, low, mode, high):
    if u < (mode - low) / (high - low):
        return low + math.sqrt(u * (high - low) * (mode - low))
    return high - math.sqrt((1 - u) * (high - low) * (high - mode))


@nb.njit(inline="always")
def pert(low, mode, high):
    a, b = 1 + 4 * (mode - low) / (high - low), 1 + 4 * (high - mode) / (high - low)
    return low + (high - low) * np.random.beta(a, b)


@nb.njit(parallel=True, fastmath=True)
def draw(base, kind, seed, out, threads):
    """Factored: prices are summed by kind first, so that the years are gone through once an offer."""
    for t in nb.prange(threads):
        np.random.seed(seed + t)
        for d in range(t * (len(out) // threads), (t + 1) * (len(out) // threads)):
            g = pert(GROWTH[0], GROWTH[1], GROWTH[2])
            r = triangular(np.random.random(), RATE[0], RATE[1], RATE[2])
            for o in range(base.shape[0]):
                e = pert(RISE[0], RISE[1], RISE[2])
                q, qg = (1 + e) / (1 + r), (1 + e) * (1 + g) / (1 + r)
                f = fg = 0.0
                a = b = 1.0
                for _ in range(YEARS):
                    f += a
                    fg += b
                    a *= q
                    b *= qg
                s0 = s1 = s2 = 0.0
                for l in range(base.shape[1]):
                    p = base[o, l] * triangular(np.random.random(), 0.8, 1.0, 1.4)
                    if kind[l] == 0:
                        s0 += p
                    elif kind[l] == 1:
                        s1 += p
                    else:
                        s2 += p
                out[d, o] = s0 + s1 * f + s2 * fg


def monte_carlo(base, seed=1):
    out = np.empty((DRAWS, OFFERS))
    draw(base, np.arange(LINES) % 3, seed, out, 2)
    quantiles = np.percentile(out, [5, 50, 95], axis=0)
    cheapest = np.bincount(out.argmin(1), minlength=OFFERS) / len(out)
    return out.mean(0), quantiles, cheapest


nb.set_num_threads(min(2, nb.config.NUMBA_NUM_THREADS))
base = prices()
ours = run("tco-benchmark", "draws", DRAWS, 2)
means, quantiles, cheapest = monte_carlo(base)
for index in range(OFFERS):
    error = 5 * math.sqrt(2) * ours["errors"][index]
    assert abs(ours["means"][index] - means[index]) < error, f"means of offer {index} disagree"
    assert abs(ours["p50"][index] - quantiles[1][index]) < 2 * error, f"medians of offer {index} disagree"
    assert abs(ours["cheapest"][index] - cheapest[index]) < 0.012, f"shares of offer {index} disagree"
compare(
    f"costs {OFFERS} offers x {LINES} lines x {YEARS} years, {DRAWS} draws, 2 threads",
    lambda: run("tco-benchmark", "draws", DRAWS, 2)["seconds"],
    {f"numba {nb.__version__}": lambda: timed(lambda: monte_carlo(base))},
)
rich = min(run("tco-benchmark", "contract", DRAWS, 2)["seconds"] for _ in range(3))
print(f"the same by month, with whole users, tiers and minimum quantities: votum {rich:.3g} s", flush=True)

POINTS, INPUTS = 2**14, 12
BOUNDS = [[0.8, 1.4]] * 8 + [list(GROWTH[::2])] * 2 + [list(RATE[::2])] * 2
PROBLEM = {"num_vars": INPUTS, "names": [f"x{i}" for i in range(INPUTS)], "bounds": BOUNDS}
WEIGHTS = np.arange(1.0, 9.0)
EXPONENTS = np.arange(YEARS)


def model(x):
    g, e, r = x[:, 8:9], x[:, 9:10], x[:, 10:11]
    f = (((1 + g) * (1 + e)) / (1 + r)) ** EXPONENTS
    h = (1 / (1 + r + x[:, 11:12] / 10)) ** EXPONENTS
    return (x[:, :4] * WEIGHTS[:4]).sum(1) * f.sum(1) + (x[:, 4:8] * WEIGHTS[4:]).sum(1) * h.sum(1)


def indices():
    points = sample.sample(PROBLEM, POINTS, calc_second_order=False, seed=1)
    return analyse.analyze(PROBLEM, model(points), calc_second_order=False, seed=1)


ours = run("tco-benchmark", "sobol", POINTS, 2)
theirs = indices()
assert max(abs(np.array(ours["first"]) - theirs["S1"])) < 0.01, "first-order indices disagree"
assert max(abs(np.array(ours["total"]) - theirs["ST"])) < 0.01, "total indices disagree"
compare(
    f"Sobol indices of {INPUTS} inputs, {POINTS} base points, 2 threads",
    lambda: run("tco-benchmark", "sobol", POINTS, 2)["seconds"],
    {f"SALib {version('SALib')}, 100 resamples": lambda: timed(indices)},
)
