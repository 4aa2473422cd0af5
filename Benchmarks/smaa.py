"""Times SMAA against numba, and boxes against numpy's rejection, on the same work in the same run.

Work: rank acceptabilities and first-rank central weights, two threads. Both sides compute in 64-bit
floats; numba and numpy draw uniform numbers of 53 bits, Votum of 32 where four exponential variates
share a logarithm and for values. numba may fuse and reorder (fastmath), Votum may not.

usage: smaa.py PROGRAMS [free|ordinal|bounds|uncertain ...]
"""
import math
import sys

import numba as nb
import numpy as np

from common import compare, run, timed

THREADS = 2
CASES = {
    "free": [(6, 40, 1_000_000), (12, 200, 100_000), (100, 50, 100_000)],
    "ordinal": [(6, 40, 1_000_000)],
    "bounds": [(6, 40, 20_000)],
    "uncertain": [(6, 40, 1_000_000)],
}
MODES = {"free": 0, "ordinal": 1, "uncertain": 3}


def table(alternatives, criteria):
    """The table that the program makes for itself."""
    state, values = 1, []
    for _ in range(alternatives * criteria):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        values.append(state / 2147483648)
    return np.array(values).reshape(alternatives, criteria)


@nb.njit(fastmath=True, error_model="numpy")
def block(values, draws, mode, seed, ranks, central):
    alternatives, criteria = values.shape
    columns = values.T.copy()
    state = np.empty(4, np.uint64)
    z = np.uint64(seed)
    for i in range(4):
        z = z + np.uint64(0x9E3779B97F4A7C15)
        t = z
        t = (t ^ (t >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        t = (t ^ (t >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        state[i] = t ^ (t >> np.uint64(31))
    s0, s1, s2, s3 = state[0], state[1], state[2], state[3]
    weights, totals = np.empty(criteria), np.empty(alternatives)
    unit = 1.0 / 9007199254740992.0
    for _ in range(draws):
        total = 0.0
        for k in range(criteria):
            word = s0 + s3
            t = s1 << np.uint64(17)
            s2 ^= s0
            s3 ^= s1
            s1 ^= s2
            s0 ^= s3
            s2 ^= t
            s3 = (s3 << np.uint64(45)) | (s3 >> np.uint64(19))
            weights[k] = -math.log((np.float64(word >> np.uint64(11)) + 0.5) * unit)
            total += weights[k]
        inverse = 1.0 / total
        if mode == 1:
            weights.sort()
            for k in range(criteria // 2):
                weights[k], weights[criteria - 1 - k] = weights[criteria - 1 - k], weights[k]
        for a in range(alternatives):
            totals[a] = 0.0
        if mode == 3:
            for a in range(alternatives):
                sum_ = 0.0
                for k in range(criteria):
                    word = s0 + s3
                    t = s1 << np.uint64(17)
                    s2 ^= s0
                    s3 ^= s1
                    s1 ^= s2
                    s0 ^= s3
                    s2 ^= t
                    s3 = (s3 << np.uint64(45)) | (s3 >> np.uint64(19))
                    u = np.float64(word >> np.uint64(11)) * unit
                    d = math.sqrt(2.0 * min(u, 1.0 - u)) - 1.0
                    sum_ += weights[k] * (values[a, k] + 0.1 * (d if u < 0.5 else -d))
                totals[a] = sum_
        else:
            for k in range(criteria):
                for a in range(alternatives):
                    totals[a] += weights[k] * columns[k, a]
        first = 0
        for a in range(alternatives):
            rank = 0
            for b in range(alternatives):
                rank += totals[b] > totals[a]
            ranks[a, rank] += 1.0
            if rank == 0:
                first = a
        for k in range(criteria):
            central[first, k] += weights[k] * inverse


@nb.njit(parallel=True, fastmath=True)
def blocks(values, draws, mode, threads):
    alternatives, criteria = values.shape
    ranks = np.zeros((threads, alternatives, alternatives))
    central = np.zeros((threads, alternatives, criteria))
    for thread in nb.prange(threads):
        block(values, draws // threads, mode, 1 + 1000003 * thread, ranks[thread], central[thread])
    return ranks.sum(0), central.sum(0)


def with_numba(values, draws, mode, threads):
    if threads > 1:
        ranks, central = blocks(values, draws, mode, threads)
    else:
        alternatives, criteria = values.shape
        ranks, central = np.zeros((alternatives, alternatives)), np.zeros((alternatives, criteria))
        block(values, draws, mode, 1, ranks, central)
    return ranks[:, 0] / draws, central


def with_rejection(values, draws, chunk=10_000):
    """Shifted shares, kept where no upper bound is broken."""
    alternatives, criteria = values.shape
    lower, upper = 0.2 / criteria, 2.5 / criteria
    random = np.random.default_rng(1)
    ranks, central = np.zeros((alternatives, alternatives)), np.zeros((alternatives, criteria))
    done = 0
    while done < draws:
        weights = random.standard_exponential((chunk, criteria))
        weights /= weights.sum(1, keepdims=True)
        weights = lower + (1 - criteria * lower) * weights
        weights = weights[(weights <= upper).all(1)][: draws - done]
        totals = weights @ values.T
        for a in range(alternatives):
            rank = (totals > totals[:, a : a + 1]).sum(1)
            ranks[a] += np.bincount(rank, minlength=alternatives)
            central[a] += weights[rank == 0].sum(0)
        done += len(weights)
    return ranks[:, 0] / draws, central


for kind in sys.argv[2:] or CASES:
    for alternatives, criteria, draws in CASES[kind]:
        values = table(alternatives, criteria)
        if kind == "bounds":
            peers = {f"numpy {np.__version__}": lambda: with_rejection(values, draws)}
        else:
            peers = {
                f"numba {nb.__version__}, threads: {threads}": (
                    lambda threads=threads: with_numba(values, draws, MODES[kind], threads)
                )
                for threads in (1, THREADS)
            }
        case = (kind, alternatives, criteria, draws, THREADS)
        for registers in ("narrow", "wide"):
            ours = run("smaa-benchmark", *case, registers)
            for name, peer in peers.items():
                difference = max(abs(np.array(ours["first"]) - peer()[0]))
                # Four and a half standard errors of the difference of two shares.
                limit = 4.5 * math.sqrt(2 * 0.25 / draws)
                assert difference < limit, f"{name} differs by {difference}"
            compare(
                f"SMAA {kind} {alternatives} x {criteria}, {draws} draws, {registers} registers",
                lambda: run("smaa-benchmark", *case, registers)["seconds"],
                {name: (lambda peer=peer: timed(peer)) for name, peer in peers.items()},
            )
# Nobody else finishes this one: rejection accepts one in a hundred thousand.
if not sys.argv[2:] or "bounds" in sys.argv[2:]:
    for registers in ("narrow", "wide"):
        seconds = run("smaa-benchmark", "bounds", 12, 200, 100_000, THREADS, registers)["seconds"]
        print(f"SMAA bounds 12 x 200, 100000 draws, {registers} registers: votum {seconds:.3g} s")
