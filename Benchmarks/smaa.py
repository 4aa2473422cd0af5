"""Times SMAA against numpy on the same work.

Work: rank acceptabilities and central weights of alternatives under weights uniform on the simplex.
Both sides use 64-bit floats.
"""
import numpy as np

from common import compare, run, timed

CASES = [(6, 40, 1_000_000), (12, 200, 100_000), (100, 50, 100_000)]


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
    ours = run("smaa-benchmark", alternatives, criteria, draws, 2)
    difference = abs(ours["first"] - peer(values, draws)[0, 0])
    assert difference < 0.01, f"the two disagree by {difference}"
    compare(
        f"SMAA {alternatives} x {criteria}, {draws} draws",
        lambda: run("smaa-benchmark", alternatives, criteria, draws, 2)["seconds"],
        {f"numpy {np.__version__}": lambda: timed(lambda: peer(values, draws))},
    )
