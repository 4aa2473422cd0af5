"""Times the import of large files against the fastest readers of Python.

Work: a CSV file of a million vendors' answers with decimal commas and quoted comments that hold
delimiters, quotes and line ends; every field is read, the figures are summed. Votum also tells the
encoding, the delimiter and the decimal mark itself, checks every row, and sums exactly.

And a UBL quotation of 200,000 lines: Votum makes cost lines of it, with the place of each, and
checks every amount; xmllint only looks whether the XML is well-formed, lxml sums one amount a line.
Processor seconds of whole processes, except for lxml.
"""
import os
import random
import resource
import subprocess
import sys
import tempfile
from decimal import Decimal

import polars
from lxml import etree

from common import compare, program, run, timed

ROWS = 1_000_000
LINES = 200_000
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


UBL = "urn:oasis:names:specification:ubl:schema:xsd:"
CAC = UBL + "CommonAggregateComponents-2"
CBC = UBL + "CommonBasicComponents-2"


def write_xml(path, times=1):
    """Writes the quotation, and returns the exact sum of its lines."""
    source = random.Random(2)
    words = [word for word in WORDS if word.isalpha()]
    total = 0
    with open(path, "w", encoding="utf-8") as file:
        file.write(
            f'<?xml version="1.0" encoding="UTF-8"?>\n<Quotation xmlns="{UBL}Quotation-2" '
            f'xmlns:cac="{CAC}" xmlns:cbc="{CBC}">\n  <cbc:ID>A-2024-1</cbc:ID>\n'
        )
        for line in range(1, times * LINES + 1):
            count, cents = source.randint(1, 99), source.randint(100, 999_999)
            amount = count * cents
            total += amount
            text = " ".join(source.choice(words) for _ in range(2))
            file.write(
                f"  <cac:QuotationLine>\n    <cbc:ID>{line}</cbc:ID>\n    <cac:LineItem>\n"
                f"      <cbc:ID>{line}</cbc:ID>\n"
                f'      <cbc:Quantity unitCode="C62">{count}</cbc:Quantity>\n'
                f'      <cbc:LineExtensionAmount currencyID="EUR">{amount // 100}.{amount % 100:02d}'
                "</cbc:LineExtensionAmount>\n"
                f'      <cac:Price><cbc:PriceAmount currencyID="EUR">{cents // 100}.{cents % 100:02d}'
                "</cbc:PriceAmount></cac:Price>\n      <cac:Item>\n"
                f"        <cbc:Description>{text} &amp; {source.choice(words)}</cbc:Description>\n"
                f"        <cbc:Name>Position {line}</cbc:Name>\n      </cac:Item>\n"
                "    </cac:LineItem>\n  </cac:QuotationLine>\n"
            )
        file.write("</Quotation>\n")
    return Decimal(total) / 100


def processor_seconds(command):
    """Processor seconds of a whole process, which other work on the machine hardly changes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def with_lxml(path):
    total, lines = Decimal(0), 0
    for _, line in etree.iterparse(path, tag=f"{{{CAC}}}QuotationLine"):
        total += Decimal(line.findtext(f"{{{CAC}}}LineItem/{{{CBC}}}LineExtensionAmount"))
        lines += 1
        line.clear()
        while line.getprevious() is not None:
            del line.getparent()[0]
    return lines, total


def xml():
    path = os.path.join(FOLDER, "quotation.xml")
    total = write_xml(path)
    ours = run("import-benchmark", "xml", path)
    assert ours["rows"] == LINES, f"{ours['rows']} lines were read"
    assert Decimal(ours["sum"]) == total, f"the sum is {total}, not {ours['sum']}"
    assert with_lxml(path) == (LINES, total), "lxml reads other sums"
    compare(
        f"UBL of {os.path.getsize(path) / 1e6:.0f} MB",
        lambda: run("import-benchmark", "xml", path)["processor_seconds"],
        {
            "xmllint --stream": lambda: processor_seconds(
                ["xmllint", "--stream", "--noout", path]
            ),
            "xmllint --sax": lambda: processor_seconds(["xmllint", "--sax", "--noout", path]),
            f"lxml {etree.__version__}": lambda: timed(lambda: with_lxml(path)),
        },
    )
    print(f"peak memory: {ours['peak_kilobytes'] / 1024:.0f} MB")
    os.remove(path)


os.makedirs(FOLDER, exist_ok=True)
for kind in sys.argv[2:] or ["csv", "xml"]:
    {"csv": csv, "xml": xml}[kind]()
