/// The texts of a new decision folder; `@NAME@` and the like are filled in by ``DecisionTemplate``.
enum NewDecisionTexts {
  static let decisionDe = """
    # Eine Entscheidung: wonach entschieden wird, wird festgelegt, bevor jemand ein Angebot öffnet.
    # Alles hier ist ein Beispiel zum Überschreiben. „votum check“ nennt jeden Fehler mit Zeile \
    und Spalte.
    # Zahlen: 1234.5 oder 1234,5, ohne Tausenderzeichen. Daten: 2027-03-31 oder 31.03.2027.

    # Fassung dieses Formats.
    votum: 1
    # Worüber entschieden wird.
    title: "Beispiel: @NAME@"
    # Sprache der Berichte: de oder en.
    language: de
    # Währung, in der alles gerechnet wird.
    currency: EUR
    # Wie lange Kosten gezählt werden, in ganzen Jahren (1 bis 50).
    horizon: 5 Jahre
    # Stichtag dieser Auswertung; Votum liest keine Uhr.
    as_of: @AS_OF@
    # Bis wann zu entscheiden ist und wann noch einmal hingesehen wird.
    decide_by: @DECIDE@
    review_on: @REVIEW@
    # Wer entscheidet.
    owner: Geschäftsführung
    # yes druckt „vertraulich“ auf jede Seite.
    confidential: no

    # Monat 1 aller Zahlungen, meist der Projektbeginn.
    start: @START@
    # Zinssatz im Jahr, mit dem spätere Zahlungen abgezinst werden.
    discount_rate: 5 %
    # Wie abgezinst wird: end-of-year, mid-year, start-of-year oder by-month.
    discounting: mid-year
    # Ist der Zinssatz nominal, oder real, also nach Inflation? Ein realer braucht die Inflation, sobald
    # Preise steigen; beides wird nie gemischt.
    rate_terms: nominal
    # inflation: 2 %
    # Monat, in dem das Geschäftsjahr beginnt.
    fiscal_year_start: 1
    # Steuer, die nicht als Vorsteuer abziehbar ist, etwa bei Praxen und Vereinen.
    # vat: { rate: 19 %, non_deductible: 40 % }
    # Wechselkurse, falls ein Angebot in fremder Währung kommt; jede Zahlung nimmt den letzten bekannten.
    # exchange_rates:
    #   - { "1 CHF": 1.04 EUR, as_of: @AS_OF@, source: EZB }
    # Was ein anderer Kurs ausmachen würde.
    # exchange_shocks:
    #   - { currency: CHF, change: 10 %, from: @START@ }
    # Preisindizes, denen Preise folgen.
    # indexes:
    #   vpi: { values: { 2026: 121.9 }, growth: 2 %, as_of: @AS_OF@, source: Destatis }
    # Tage, die Preise statt eines Datums nennen können.
    # milestones: { projektbeginn: @START@ }
    # Was ein Tag der eigenen Leute kostet; Preise nennen dann Tage oder Stellen.
    # roles: { entwickler: { day_rate: 560, days_per_year: 210 } }
    # Wie weit Arbeitspakete gemeinsam teurer werden als geschätzt.
    # work_correlation: 30 %
    # Zählt der Ausstieg am Ende zu den Kosten (in_cost) oder zur Bindung (in_lock_in)?
    exit: in_lock_in
    # Zählt Nutzen in den Kosten (in_cost) oder steht er daneben (apart)?
    benefits: apart
    # line rundet jede Zeile und jeden Monat auf Cent, wie Rechnungen es tun.
    invoice_rounding: none

    # Womit Preise malgenommen werden. Drei Formen: eine Zahl; Anfang mit Wachstum und Spanne;
    # eine Liste mit einem Wert je Jahr.
    quantities:
      users: { start: 40, growth: 5 %, low: 35, high: 50 }
      sites: 2

    # Mitgelieferter Katalog der Kriterien („votum catalogue list“) oder Pfad zu einem eigenen.
    catalogue: @CATALOGUE@
    # Eigene Kriterien und Änderungen am Katalog. Mit „under“ kommt eines dazu, ohne „under“ wird \
    eines
    # geändert, mit „remove: yes“ entfällt eines.
    # criteria:
    #   - id: maschinenanbindung
    #     name: Maschinenanbindung
    #     under: @GOAL@
    #     weight: 8                          # Verhältnis zu den Nachbarn, oder priority: must
    #     scale: response                    # oder yes_no, rating, percent, { unit: s, best: 1, \
    worst: 5 }
    #     knockout: mindestens configuration # wer das nicht erfüllt, scheidet aus

    # Die Ziele und ihr Gewicht. Bei den Kosten: welcher Barwert 100 und welcher 0 Punkte bringt.
    goals:
    @GOALS@
    # Wie die Gewichte gefunden wurden (direct, swing, ranks), wie weit sie danebenliegen können und
    # auf wie vielen Ebenen.
    weights: { method: direct, play: 20 %, depth: 2 }
    # Andere Sichten: welchen Prozentsatz ein Ziel oder Kriterium dann unter seinen Nachbarn hat.
    weight_profiles:
      sparsam: { cost: 50 }
    # Was wäre, wenn: in wenigen Dingen anders als festgelegt; jedes Szenario wird ganz gerechnet.
    scenarios:
      mehr_nutzer:
        name: Doppelt so viele Nutzer
        quantities: { users: 120 }
      # teurer: { escalation: 8 %, offers: { beispiel-a: { price_cut: 10 % } } }
    # Zwei Dinge gegeneinander: wer vorn liegt, wenn sich beide ändern. Möglich sind eine Menge,
    # escalation, discount_rate, „price_cut OPTION“ und „weight KRITERIUM“.
    # two_way_tables:
    #   - rows: { what: users, values: [40, 60, 90] }
    #     columns: { what: escalation, values: [0 %, 3 %, 6 %] }
    # Grenzen, an denen eine Option scheitert: total, first_year, investment (Beträge), go_live \
    (Datum).
    # limits: { total: 600000, go_live: @LATEST@ }
    # Ausnahmen von einem K.-o.-Kriterium, mit Grund.
    # waivers:
    #   - { offer: beispiel-a, criterion: KENNUNG, reason: Nachbesserung ist vertraglich zugesagt }
    # Was eine fehlende Antwort zählt: middle (Mitte der Skala) oder worst.
    unanswered: middle
    # Ab wann ein Ergebnis knapp oder klar heißt.
    verdict: { tie_lead: 1, tie_chance: 60 %, clear_radius: 15 %, clear_acceptability: 80 % }
    # Was bei Gleichstand entscheidet: cheaper, less_bound oder ask_again.
    tie_breaker: less_bound
    # Annahmen für Preise „auf Anfrage“.
    # assumed_prices:
    #   - { offer: beispiel-a, line: Schnittstelle, low: 5000, likely: 8000, high: 15000 }
    # Zahl der Ziehungen und Startwert aller Stichproben.
    draws: 100000
    seed: 1
    # Anteil des Mittelwerts, bei dessen Standardfehler die Ziehungen der Kosten enden.
    # cost_error: 0.1 %

    # Die Datei, deren Kosten weiterlaufen, bis eine Option in Betrieb geht.
    today: @TODAY@
    # Die Optionen. kind: saas, on-premises, service, product, make, status-quo, none.
    offers:
    @OFFERS@
    # Eigene Spaltennamen eines Anbieters.
    # columns:
    #   offers/beispiel-a-antworten.csv: { criterion: "Anforderung Nr.", answer: Erfüllung }
    # Wo in XML anderer Formate die Zeilen und ihre Zellen stehen.
    # xml:
    #   offers/beispiel-a.xml: { rows: //item, item: name, amount: price/net, tax: "'netto'" }
    # Was Positionen eines Angebotsdokuments (UBL, openTRANS, BMEcat) sind.
    # positions:
    #   offers/beispiel-a.xml: { "ARTIKEL-1": { category: licence, frequency: yearly } }

    """

  static let decisionEn = """
    # A decision: what it is judged by is laid down before anybody opens an offer.
    # Everything here is an example to overwrite. “votum check” tells every mistake with line and \
    column.
    # Numbers: 1234.5 or 1234,5, without grouping. Dates: 2027-03-31 or 31.03.2027.

    # Version of this format.
    votum: 1
    # What is decided.
    title: "Example: @NAME@"
    # Language of the reports: de or en.
    language: en
    # Currency in which everything is reckoned.
    currency: EUR
    # How long costs are counted, in whole years (1 to 50).
    horizon: 5 years
    # The date that this evaluation speaks of; Votum reads no clock.
    as_of: @AS_OF@
    # By when to decide, and when to look again.
    decide_by: @DECIDE@
    review_on: @REVIEW@
    # Who decides.
    owner: Management
    # yes prints “confidential” on every page.
    confidential: no

    # Month 1 of every cash flow, usually the beginning of the project.
    start: @START@
    # Rate a year by which later payments are discounted.
    discount_rate: 5 %
    # How to discount: end-of-year, mid-year, start-of-year or by-month.
    discounting: mid-year
    # Is the rate nominal, or real, that is after inflation? A real one needs the inflation as soon as
    # prices rise; the two are never mixed.
    rate_terms: nominal
    # inflation: 2 %
    # Month in which the fiscal year begins.
    fiscal_year_start: 1
    # Tax that cannot be deducted as input tax, as with clinics and charities.
    # vat: { rate: 20 %, non_deductible: 40 % }
    # Exchange rates, if an offer comes in a foreign currency; each payment takes the last one known.
    # exchange_rates:
    #   - { "1 CHF": 1.04 EUR, as_of: @AS_OF@, source: ECB }
    # What another rate would make of it.
    # exchange_shocks:
    #   - { currency: CHF, change: 10 %, from: @START@ }
    # Price indexes that prices follow.
    # indexes:
    #   cpi: { values: { 2026: 121.9 }, growth: 2 %, as_of: @AS_OF@, source: Eurostat }
    # Days that prices can name in place of a date.
    # milestones: { kickoff: @START@ }
    # What a day of one's own people costs; prices then name days or posts.
    # roles: { developer: { day_rate: 560, days_per_year: 210 } }
    # How far work packages run over together.
    # work_correlation: 30 %
    # Does leaving at the end count as cost (in_cost) or as lock-in (in_lock_in)?
    exit: in_lock_in
    # Do benefits count within cost (in_cost) or stand beside it (apart)?
    benefits: apart
    # line rounds each line and month to cents, as invoices do.
    invoice_rounding: none

    # What prices multiply with. Three forms: a number; a start with growth and range; a list with a
    # value per year.
    quantities:
      users: { start: 40, growth: 5 %, low: 35, high: 50 }
      sites: 2

    # A shipped catalogue of criteria (“votum catalogue list”) or the path to your own.
    catalogue: @CATALOGUE@
    # Your own criteria and changes to the catalogue. With “under” one is added, without “under” \
    one is
    # changed, with “remove: yes” one is taken out.
    # criteria:
    #   - id: machine_interface
    #     name: Machine interface
    #     under: @GOAL@
    #     weight: 8                        # a ratio to its siblings, or priority: must
    #     scale: response                  # or yes_no, rating, percent, { unit: s, best: 1, \
    worst: 5 }
    #     knockout: at least configuration # who does not meet it is out

    # The goals and their weights. For cost: which present value earns 100 points and which earns 0.
    goals:
    @GOALS@
    # How weights were found (direct, swing, ranks), how far they may be off, and on how many \
    levels.
    weights: { method: direct, play: 20 %, depth: 2 }
    # Other views: the percentage that a goal or criterion then has among its siblings.
    weight_profiles:
      thrifty: { cost: 50 }
    # What if: a few things differ from what is declared; each scenario is reckoned in full.
    scenarios:
      more_users:
        name: Twice as many users
        quantities: { users: 120 }
      # dearer: { escalation: 8 %, offers: { example-a: { price_cut: 10 % } } }
    # Two things against each other: who leads when both change. Possible are a quantity, escalation,
    # discount_rate, “price_cut OPTION” and “weight CRITERION”.
    # two_way_tables:
    #   - rows: { what: users, values: [40, 60, 90] }
    #     columns: { what: escalation, values: [0 %, 3 %, 6 %] }
    # Limits that knock an option out: total, first_year, investment (amounts), go_live (date).
    # limits: { total: 600000, go_live: @LATEST@ }
    # Exceptions from a knock-out, with the reason.
    # waivers:
    #   - { offer: example-a, criterion: IDENTIFIER, reason: mending is promised in the contract }
    # What a missing answer counts: middle (of its scale) or worst.
    unanswered: middle
    # When a result is called close or clear.
    verdict: { tie_lead: 1, tie_chance: 60 %, clear_radius: 15 %, clear_acceptability: 80 % }
    # What decides a tie: cheaper, less_bound or ask_again.
    tie_breaker: less_bound
    # Assumptions for prices “on request”.
    # assumed_prices:
    #   - { offer: example-a, line: Interface, low: 5000, likely: 8000, high: 15000 }
    # Number of draws and seed of all sampling.
    draws: 100000
    seed: 1
    # Standard error, as a share of the mean, at which draws of costs stop.
    # cost_error: 0.1 %

    # The file whose costs run on until an option goes live.
    today: @TODAY@
    # The options. kind: saas, on-premises, service, product, make, status-quo, none.
    offers:
    @OFFERS@
    # A vendor's own column names.
    # columns:
    #   offers/example-a-answers.csv: { criterion: "Req. no.", answer: Fulfilment }
    # Where rows and their cells stand in XML of other formats.
    # xml:
    #   offers/example-a.xml: { rows: //item, item: name, amount: price/net, tax: "'net'" }
    # What positions of a quotation (UBL, openTRANS, BMEcat) are.
    # positions:
    #   offers/example-a.xml: { "ARTICLE-1": { category: licence, frequency: yearly } }

    """

  static let readmeDe = """
    # Entscheidungsordner: @NAME@

    Dieser Ordner ist ein Beispiel und lässt sich so, wie er ist, auswerten. Namen, Antworten und \
    Preise
    sind erfunden und zum Überschreiben da.

    1. `decision.yaml`: Ziele, Gewichte, Fristen und Optionen eintragen. Jedes Feld ist dort \
    erklärt.
    2. `offers/`: je Option Antworten, Preise und Vertragspunkte als CSV. Die Dateien öffnen sich \
    in jeder
       Tabellenkalkulation. Eine fehlende Antwort bleibt leer; sie ist dann unbekannt und nicht \
    schlecht.
    3. `votum check .` nennt alles, was nicht stimmt, mit Zeile und Spalte.
    4. `votum evaluate .` schreibt den Bericht nach `out/report.html`.

    | Datei | Inhalt |
    |---|---|
    | `offers/…-antworten.csv` | Antworten auf jede Frage des Katalogs und die dreizehn \
    Bindungsfaktoren (0 frei, 4 gebunden) |
    | `offers/…-preise.csv` | was es kostet, wann und wie oft; niedrig, wahrscheinlich, hoch |
    | `offers/…-vertrag.csv` | Laufzeit, Kündigung, Datenexport und anderes aus dem Vertrag |

    """

  static let readmeEn = """
    # Decision folder: @NAME@

    This folder is an example and can be evaluated as it stands. Names, answers and prices are \
    made up
    and meant to be overwritten.

    1. `decision.yaml`: fill in goals, weights, dates and options. Every field is explained there.
    2. `offers/`: answers, prices and contract terms of each option as CSV. Any spreadsheet opens \
    them.
       Leave a missing answer empty; it then counts as unknown, not as bad.
    3. `votum check .` tells everything that is wrong, with line and column.
    4. `votum evaluate .` writes the report to `out/report.html`.

    | File | Content |
    |---|---|
    | `offers/…-answers.csv` | answers to every question of the catalogue and the thirteen \
    lock-in factors (0 free, 4 bound) |
    | `offers/…-prices.csv` | what it costs, when and how often; low, likely, high |
    | `offers/…-terms.csv` | duration, notice, data export and other terms of the contract |

    """
}
