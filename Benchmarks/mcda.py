"""Times weighted sum, TOPSIS and PROMETHEE II against numpy and the libraries of the field.

Work: an existing table of alternatives × criteria to scores, normalisation included. Sizes: a small
one, where calls cost more than arithmetic, and a large one, where memory does. All figures are
seconds of processor time of one thread, so that others at work on the machine change little.
Libraries compare all pairs for PROMETHEE: all of them at a fifth of the size, then the fastest, each
once and no longer than LIMIT seconds. Last, a whole process of `votum matrix` on a small case
against Python importing numpy.
"""
import os

os.environ["OPENBLAS_NUM_THREADS"] = "1"

import json
import multiprocessing
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import warnings
from importlib.metadata import version

import numpy as np

from common import compare, run

warnings.filterwarnings("ignore")
# Seconds of processor time after which a library is not waited for any longer.
LIMIT = int(os.environ.get("LIMIT", 60))


def hashed(index):
    state = (index.astype(np.uint64) + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15)
    state = (state ^ (state >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    return 1 + 9 * ((state ^ (state >> np.uint64(27))) >> np.uint64(11)).astype(float) * 2.0**-53


def problem(method, m, n):
    values = hashed(np.arange(m * n)).reshape(m, n)
    weights = hashed(np.arange(m * n, m * n + n))
    signs = np.where((np.arange(n) % 2 == 0) | (method == "weighted-sum"), 1, -1)
    return values, weights / weights.sum(), signs


def weighted_sum(x, w):
    low, high = x.min(0), x.max(0)
    return ((x - low) / (high - low)) @ w


def topsis(x, w, t):
    v = x * (w * t / np.sqrt((x * x).sum(0)))
    near, far = v - v.max(0), v - v.min(0)
    near = np.sqrt(np.einsum("ij,ij->i", near, near))
    far = np.sqrt(np.einsum("ij,ij->i", far, far))
    return far / (near + far)


def sorted_usual(x, w, t):
    """Net flows from ranks, O(n·m log m)."""
    m, n = x.shape
    net = np.zeros(m)
    for k in range(n):
        c = x[:, k] * t[k]
        s = np.sort(c)
        net += w[k] * (np.searchsorted(s, c, "left") - (m - np.searchsorted(s, c, "right")))
    return net / (m - 1)


def sorted_linear(x, w, t, q=0.5, p=3.0):
    """Net flows from sums of sorted values, O(n·m log m)."""
    m, n = x.shape
    net = np.zeros(m)
    for k in range(n):
        c = x[:, k] * t[k]
        s = np.sort(c)
        sums = np.concatenate(([0.0], np.cumsum(s)))
        a, b = np.searchsorted(s, c - p, "left"), np.searchsorted(s, c - q, "left")
        plus = a + ((b - a) * (c - q) - (sums[b] - sums[a])) / (p - q)
        a, b = np.searchsorted(s, c + q, "right"), np.searchsorted(s, c + p, "right")
        net += w[k] * (plus - (m - b) - ((sums[b] - sums[a]) - (b - a) * (c + q)) / (p - q))
    return net / (m - 1)


def weighted_sum_peers(x, w, t):
    from pymcdm.methods import WSM
    from pymcdm.normalizations import minmax_normalization
    from pyrepo_mcda.mcda_methods import SAW
    from pyrepo_mcda.normalizations import minmax_normalization as other_minmax

    wsm, saw = WSM(minmax_normalization), SAW(normalization_method=other_minmax)
    yield "numpy", lambda: weighted_sum(x, w)
    yield "pymcdm", lambda: wsm(x, w, t)
    yield "pyrepo-mcda", lambda: saw(x, w, t)


def topsis_peers(x, w, t):
    from pymcdm.methods import TOPSIS
    from pymcdm.normalizations import vector_normalization
    from pyrepo_mcda import distance_metrics
    from pyrepo_mcda.mcda_methods import TOPSIS as OtherTOPSIS
    from pyrepo_mcda.normalizations import vector_normalization as other_vector

    one = TOPSIS(vector_normalization)
    other = OtherTOPSIS(
        normalization_method=other_vector, distance_metric=distance_metrics.euclidean)
    yield "numpy", lambda: topsis(x, w, t)
    yield "pymcdm", lambda: one(x, w, t)
    yield "pyrepo-mcda", lambda: other(x, w, t)


def sorted_peer(x, w, t, is_linear):
    yield "numpy", lambda: (sorted_linear if is_linear else sorted_usual)(x, w, t)


def pairwise_peers(x, w, t, is_linear):
    from promethee.core.flows import net_flow
    from promethee.core.pairwise_preference import compute_pi
    from pymcdm.methods import PROMETHEE_II

    n = x.shape[1]
    if is_linear:
        # An object with thresholds works for one call only, so it is made anew each time.
        yield "pymcdm", lambda: PROMETHEE_II(
            "vshape_2", p=np.full(n, 3.0), q=np.full(n, 0.5))(x, w, t)
        functions = [lambda c: np.clip((c[:, None] - c[None, :] - 0.5) / 2.5, 0, 1)] * n
    else:
        yield "pymcdm", lambda: PROMETHEE_II("usual")(x, w, t)
        functions = [lambda c: (c[:, None] > c[None, :]).astype(float)] * n
    yield "mcda-promethee", lambda: net_flow(compute_pi(x * t, w, functions))


WORK = [
    ("weighted-sum", weighted_sum_peers, [(5, 20), (10_000, 1_000)]),
    ("topsis", topsis_peers, [(5, 20), (10_000, 1_000)]),
    ("promethee-usual", lambda *a: sorted_peer(*a, False), [(1_000, 500)]),
    ("promethee-linear", lambda *a: sorted_peer(*a, True), [(1_000, 500)]),
]


def seconds(work):
    """A function that gives the processor time of one call; short calls are looped."""

    def measured():
        loops = 1
        while True:
            start = time.process_time()
            for _ in range(loops):
                work()
            taken = time.process_time() - start
            if taken >= 0.05:
                return taken / loops
            loops *= 2

    return measured


def check(method, name, scores, ours):
    difference = np.abs(np.asarray(scores, float).ravel() - ours).max()
    assert difference < 1e-9, f"{method}: {name} differs by {difference}"


def once(work):
    """Processor time and result of one call in a process of its own; None beyond LIMIT."""

    def child(pipe):
        resource.setrlimit(resource.RLIMIT_CPU, (LIMIT, LIMIT))
        start = time.process_time()
        scores = np.asarray(work(), float).ravel()
        pipe.send((time.process_time() - start, scores))

    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=child, args=(theirs,))
    process.start()
    theirs.close()
    try:
        return ours.recv()
    except EOFError:
        return None
    finally:
        process.join()


def slow_libraries():
    for is_linear in [False, True]:
        method = "promethee-linear" if is_linear else "promethee-usual"
        fastest = None
        for m, n in [(200, 500), (1_000, 500)]:
            x, w, t = problem(method, m, n)
            runs = [run("mcda-benchmark", method, m, n) for _ in range(5)]
            votum = statistics.median(one["seconds"] for one in runs)
            times = {}
            for name, work in pairwise_peers(x, w, t, is_linear):
                if fastest not in (None, name):
                    continue
                found = once(work)
                line = f"{method} {m} x {n}: votum {votum:.3g} s, {name} {version(name)}"
                if found is None:
                    print(f"{line} not done in {LIMIT} s, ratio at least {LIMIT / votum:.0f}",
                          flush=True)
                    continue
                times[name], scores = found
                check(method, name, scores, runs[0]["scores"])
                print(f"{line} {times[name]:.3g} s, ratio {times[name] / votum:.0f}", flush=True)
            fastest = min(times, key=times.get, default=None)


def small_sizes_and_large():
    for method, peers_of, sizes in WORK:
        for m, n in sizes:
            x, w, t = problem(method, m, n)
            ours = run("mcda-benchmark", method, m, n)["scores"]
            peers = {}
            for name, work in peers_of(x, w, t):
                check(method, name, work(), ours)
                peers[f"{name} {version(name)}"] = seconds(work)
            compare(
                f"{method} {m} x {n}",
                lambda: run("mcda-benchmark", method, m, n)["seconds"],
                peers,
            )


def process(command, clock):
    """A function that gives the time of a whole process by a clock.

    The process is started as directly as can be: what Python's subprocess does beside would count
    for both sides and bring the ratio nearer to one.
    """

    # As a user has it, without the limit on threads that this script sets for itself.
    environment = {k: v for k, v in os.environ.items() if k != "OPENBLAS_NUM_THREADS"}

    def measured():
        quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
        before = clock()
        child = os.posix_spawn(command[0], command, environment, file_actions=quiet)
        _, status = os.waitpid(child, 0)
        after = clock()
        if status != 0:
            raise RuntimeError(f"{command} ended with status {status}")
        return after - before

    return measured


def processor_time():
    """Processor time of all children that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def whole_process():
    case = {
        "method": "topsis",
        "criteria": [{"id": f"c{k}", "direction": "max", "weight": k + 1} for k in range(4)],
        "alternatives": ["Corsa", "Clio", "Fiesta"],
        "matrix": hashed(np.arange(12)).reshape(3, 4).tolist(),
    }
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(case, file)
        file.flush()
        votum = os.path.join(os.path.dirname(sys.argv[1]), "installed/bin/votum")
        for clock in (processor_time, time.perf_counter):
            numpy = process([sys.executable, "-c", "import numpy"], clock)
            compare(
                f"process, votum matrix on 3 x 4, {CLOCKS[clock]}",
                process([votum, "matrix", file.name], clock),
                {"python -c 'import numpy'": numpy},
                rounds=25,
            )


CLOCKS = {processor_time: "processor time", time.perf_counter: "wall time"}

small_sizes_and_large()
slow_libraries()
whole_process()
