"""Times the import of large files against the fastest readers of Python.

Work: a CSV file of a million vendors' answers with decimal commas and quoted comments that hold
delimiters, quotes and line ends; every field is read, the figures are summed. Votum also tells the
encoding, the delimiter and the decimal mark itself, checks every row, and sums exactly.
"""
import os
import random
import sys
import tempfile
from decimal import Decimal

import polars

from common import compare, run, timed

ROWS = 1_000_000
FOLDER = os.path.join(tempfile.gettempdir(), "votum-imports")
WORDS = (
    "Anforderung wird im Standard erfüllt Modul Schnittstelle über REST nur mit Zusatzlizenz "
    "Anpassung nötig Freigabe Workflow Mandant Währung Prüfung geplant für nächstes Release Support "
    "Vertrag Laufzeit"
).split()


def comments(source):
    for _ in range(5000):
        text = " ".join(source.choice(WORDS) for _ in range(source.randint(6, 13)))
        kind = source.random()
        if kind < 0.15:
            text = text.replace(" ", "; ", 1)
        if kind < 0.25:
            text = text.replace("Modul", '"Modul"')
        if 0.1 < kind < 0.3:
            text = text.replace(" ", "\n", 1)
        if kind > 0.9 or any(sign in text for sign in ';"\n'):
            text = '"' + text.replace('"', '""') + '"'
        yield text


def write_csv(path, times=1):
    """Writes the file, and returns the exact sum of its figures."""
    source = random.Random(1)
    pool = list(comments(source))
    total = 0
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write("vendor;criterion;value;comment\n")
        for row in range(times * ROWS):
            cents = source.randint(0, 10_000_000)
            total += cents
            value = f"{cents // 100},{cents % 100:02d}"
            comment = pool[source.randrange(len(pool))]
            file.write(f"Anbieter {row % 8:02d};K-{row // 8 % 2000:05d};{value};{comment}\n")
    return Decimal(total) / 100


def with_polars(path):
    table = polars.read_csv(path, separator=";", decimal_comma=True)
    return len(table), table["value"].sum()


def csv():
    path = os.path.join(FOLDER, "offers.csv")
    total = write_csv(path)
    ours = run("import-benchmark", "csv", path)
    rows, floating = with_polars(path)
    assert ours["rows"] == rows == ROWS, "the two disagree on the number of rows"
    assert Decimal(ours["sum"]) == total, f"the sum is {total}, not {ours['sum']}"
    assert abs(floating - float(total)) < 1, f"polars sums to {floating}"
    compare(
        f"CSV of {os.path.getsize(path) / 1e6:.0f} MB",
        lambda: run("import-benchmark", "csv", path)["seconds"],
        {f"polars {polars.__version__}": lambda: timed(lambda: with_polars(path))},
    )
    write_csv(path, times=4)
    larger = run("import-benchmark", "csv", path)
    print(
        f"peak memory: {ours['peak_kilobytes'] / 1024:.0f} MB, "
        f"{larger['peak_kilobytes'] / 1024:.0f} MB for a file four times as large"
    )
    os.remove(path)


os.makedirs(FOLDER, exist_ok=True)
for kind in sys.argv[2:] or ["csv"]:
    {"csv": csv}[kind]()
