"""Times Votum against numpy on the same work, in turn, and prints the ratio of the medians.

Work: rank acceptabilities and central weights of alternatives under weights uniform on the simplex.
Both sides use 64-bit floats.
"""
import json
import statistics
import subprocess
import sys
import time

import numpy as np

PROGRAM = sys.argv[1]
CASES = [(6, 40, 1_000_000), (12, 200, 100_000), (100, 50, 100_000)]
ROUNDS = 5


def table(alternatives, criteria):
    state, values = 1, []
    for _ in range(alternatives * criteria):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        values.append(state / 2147483648)
    return np.array(values).reshape(alternatives, criteria)


def peer(values, draws, block=16384):
    alternatives, criteria = values.shape
    random = np.random.default_rng(1)
    ranks = np.zeros((alternatives, alternatives))
    central = np.zeros((alternatives, criteria))
    done = 0
    while done < draws:
        count = min(block, draws - done)
        weights = random.standard_exponential((count, criteria))
        weights /= weights.sum(axis=1, keepdims=True)
        scores = weights @ values.T
        order = np.argsort(-scores, axis=1)
        for rank in range(alternatives):
            ranks[:, rank] += np.bincount(order[:, rank], minlength=alternatives)
        np.add.at(central, order[:, 0], weights)
        done += count
    return ranks / draws


for alternatives, criteria, draws in CASES:
    values = table(alternatives, criteria)
    ours, theirs = [], []
    for _ in range(ROUNDS):
        command = [PROGRAM, str(alternatives), str(criteria), str(draws), "2"]
        line = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
        ours.append(line["seconds"])
        start = time.perf_counter()
        ranks = peer(values, draws)
        theirs.append(time.perf_counter() - start)
        difference = abs(line["first"] - ranks[0, 0])
        assert difference < 0.01, f"the two disagree by {difference}"
    a, b = statistics.median(ours), statistics.median(theirs)
    print(
        f"{alternatives} x {criteria}, {draws} draws: votum {a:.3f} s, numpy {np.__version__} {b:.3f} s, "
        f"ratio {b / a:.1f}"
    )
