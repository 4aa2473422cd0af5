"""What the comparisons share: both sides take turns, and the ratio of the medians is printed."""
import json
import os
import statistics
import subprocess
import sys
import time

ROUNDS = 5


def program(name):
    """Where a benchmark's program was built."""
    return os.path.join(sys.argv[1], name)


def run(name, *arguments):
    """Runs a benchmark's program, which prints one JSON line about what it timed itself."""
    command = [program(name), *map(str, arguments)]
    return json.loads(subprocess.run(command, capture_output=True, check=True).stdout)


def timed(work):
    """Seconds that some work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def compare(work, ours, peers, rounds=ROUNDS):
    """Times ours and every peer in turn and prints one line a peer.

    ours: a function that returns seconds; peers: functions that return seconds, by the peer's name.
    """
    times = {name: [] for name in ["votum", *peers]}
    for _ in range(rounds):
        times["votum"].append(ours())
        for name, peer in peers.items():
            times[name].append(peer())
    medians = {name: statistics.median(values) for name, values in times.items()}
    for name in peers:
        print(
            f"{work}: votum {medians['votum']:.3g} s, {name} {medians[name]:.3g} s, "
            f"ratio {medians[name] / medians['votum']:.1f}",
            flush=True,
        )
