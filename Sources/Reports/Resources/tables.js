// Tables that a reader can work with: sort, fold, walk through with the arrow keys, and ask any
// figure of the comparison where it comes from. It shows what the report holds and computes nothing.
(() => {
  "use strict";
  const data = JSON.parse(document.getElementById("page-data").textContent);
  const {words} = data;
  const say = (template, values) => template.replace(/\{(\w+)\}/g, (all, key) => values[key]);

  // Sorting: a head becomes a button; rows move within their group, sums and branches stay.

  // The first figure of a cell as the page's language writes it; nothing if there is none.
  function figure(cell) {
    const text = (cell.querySelector(".p") ?? cell).textContent.replace("\u2212", "-");
    const digits = text.match(/-?\d[\d.,]*/);
    if (digits === null) return null;
    const plain = words.locale === "de-DE"
      ? digits[0].replaceAll(".", "").replace(",", ".") : digits[0].replaceAll(",", "");
    return Number(plain);
  }

  function sort(table, column, direction) {
    for (const body of table.tBodies) {
      const rows = [...body.rows];
      rows.forEach((row, index) => { row.dataset.place ??= index; });
      const moving = rows.filter((row) => !row.matches(".branch,.goal,.total,.quiet"));
      const place = (row) => Number(row.dataset.place);
      const key = (row) => row.cells[column] ? figure(row.cells[column]) : null;
      moving.sort((a, b) => {
        if (direction === "none") return place(a) - place(b);
        if (column === 0) {
          const order = a.cells[0].textContent.localeCompare(b.cells[0].textContent, words.locale);
          return direction === "ascending" ? order : -order;
        }
        const [x, y] = [key(a), key(b)];
        if (x === null || y === null) return (x === null) - (y === null) || place(a) - place(b);
        return (direction === "ascending" ? x - y : y - x) || place(a) - place(b);
      });
      const isFixed = new Map(rows.map((row) => [row, !moving.includes(row)]));
      let next = 0;
      body.append(...rows.sort((a, b) => place(a) - place(b))
        .map((row) => isFixed.get(row) ? row : moving[next++]));
    }
  }

  function makeSortable(table) {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      if (head.textContent.trim() === "") return;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.title = words.sort;
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const steps = column === 0 ? ["ascending", "descending", "none"]
          : ["descending", "ascending", "none"];
        const now = steps.indexOf(head.getAttribute("aria-sort") ?? "none");
        const direction = steps[(now + 1) % 3];
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        if (direction !== "none") head.setAttribute("aria-sort", direction);
        sort(table, column, direction);
      });
    });
  }
  document.querySelectorAll("table.sortable").forEach(makeSortable);

  // Folding: all branches at once.

  document.querySelectorAll("[data-fold]").forEach((button) => {
    button.addEventListener("click", () => {
      document.querySelectorAll(".matrix .fold").forEach((fold) => {
        fold.checked = button.dataset.fold === "open";
      });
    });
  });

  // Walking: one cell of a table takes part in the order of the tab key, arrows move on from it.

  function makeWalkable(table, cells, show) {
    const isReachable = (cell) => cell !== undefined && cell.matches(cells)
      && cell.getClientRects().length > 0;
    const first = table.querySelector(cells);
    if (first === null) return;
    let current = first;
    current.tabIndex = 0;
    function focus(cell) {
      current.tabIndex = -1;
      current = cell;
      current.tabIndex = 0;
      current.focus();
    }
    // The next cell in a direction; folded rows and hidden columns are stepped over.
    function next(cell, down, right) {
      const rows = [...table.querySelectorAll("tbody tr")];
      let [row, column] = [rows.indexOf(cell.parentElement), cell.cellIndex];
      for (;;) {
        row += down;
        column += right;
        if (row < 0 || row >= rows.length || column < 0 || column >= rows[row].cells.length) {
          return null;
        }
        if (isReachable(rows[row].cells[column])) return rows[row].cells[column];
      }
    }
    const steps = {
      ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1],
    };
    table.addEventListener("keydown", (event) => {
      const cell = event.target;
      if (!cell.matches(cells)) return;
      if (event.key === "Enter") {
        show(cell);
      } else if (steps[event.key]) {
        const found = next(cell, ...steps[event.key]);
        if (found !== null) focus(found);
      } else {
        return;
      }
      event.preventDefault();
    });
    table.addEventListener("click", (event) => {
      const cell = event.target.closest(cells);
      if (cell === null || String(getSelection()) !== "") return;
      focus(cell);
      show(cell);
    });
  }

  // Tracing: what a figure is made of, and the file and line that say so.

  const dialog = document.getElementById("trace");
  const title = document.getElementById("trace-title");
  const facts = document.getElementById("trace-facts");
  const format = (value, decimals) => new Intl.NumberFormat(words.locale, {
    maximumFractionDigits: decimals,
  }).format(value).replace("-", "\u2212");
  const percent = (share) => words.percent.replace("{n}", format(100 * share, 3));

  function open(heading, entries) {
    title.textContent = heading;
    facts.replaceChildren(...entries.filter(([, text]) => text).flatMap(([name, text]) => {
      const [term, fact, part] = ["dt", "dd", "bdi"].map((tag) => document.createElement(tag));
      term.textContent = name;
      part.textContent = text;
      fact.append(part);
      return [term, fact];
    }));
    dialog.showModal();
  }

  function weightOf(node) {
    const steps = [];
    for (let at = node; data.parents[at] !== null; at = data.parents[at]) {
      steps.unshift(data.weights[at]);
    }
    const whole = steps.reduce((product, weight) => product * weight, 1);
    return {whole, text: steps.map(percent).join(" × ")};
  }

  function showCell(cell) {
    const node = Number(cell.parentElement.dataset.node);
    const offer = data.offers[Number(cell.dataset.column)];
    const weight = weightOf(node);
    // A figure of the lock-in is asked for the points that it earns in the comparison.
    const row = `.matrix tr[data-node="${node}"]`;
    const points = document.querySelector(`${row} td[data-column="${cell.dataset.column}"]`);
    const printed = (points.querySelector(".p") ?? points).textContent;
    const value = offer.values[node];
    const answer = offer.answers[node];
    const made = value === null || value === undefined
      ? words.sumBelow : say(words.product, {
        weight: percent(weight.whole), value: format(value, 6), points: printed,
      });
    const said = answer ?? {};
    open(offer.name + ": " + data.names[node], [
      [words.answer, said.words],
      [words.understood, said.understood],
      [words.scale, data.scales[node]],
      [words.evidence, said.evidence],
      [words.comment, said.comment],
      [words.weight, weight.text],
      [words.points, made],
      [words.source, said.source ?? (answer ? words.noAnswer : null)],
    ]);
  }
  document.querySelectorAll(".matrix table").forEach((table) => {
    makeWalkable(table, "td.o", showCell);
  });

  // What a position puts into a sum; nothing if it is no part of it. Cells of a position: what,
  // category, price, sum, present value, source.
  const paid = (row) => row.cells[3].textContent;
  const share = {
    present: (row) => row.cells[4].textContent,
    total: paid,
    category: (row, key) => row.dataset.category === key ? paid(row) : null,
    payee: (row, key) => row.dataset.payee === key ? paid(row) : null,
    year: (row, key) => {
      const years = row.dataset.years.split(";").map((entry) => entry.split("="));
      return years.find(([year]) => year === key)?.[1] ?? null;
    },
  };

  function showSum(cell) {
    const {column} = cell.dataset;
    const row = cell.parentElement;
    const [kind, key] = row.dataset.cost.split(":");
    const positions = document.querySelectorAll(
      `table[data-lines="${column}"] tbody tr[data-category]`);
    const entries = [...positions].flatMap((position) => {
      const figure = share[kind](position, key);
      if (figure === null) return [];
      const [name, , price, , , source] = [...position.cells].map((part) => part.textContent);
      return [[name, say(words.position, {figure, price, source})]];
    });
    open(`${data.offers[Number(column)].name}: ${row.cells[0].textContent}`, [
      ...entries, [words.sum, say(words.sumOfPositions, {sum: cell.textContent})],
    ]);
  }
  document.querySelectorAll("table:has(td.ask)").forEach((table) => {
    makeWalkable(table, "td.ask", (cell) => {
      if (cell.parentElement.dataset.cost) showSum(cell); else showCell(cell);
    });
  });
  document.getElementById("trace-close").addEventListener("click", () => dialog.close());

  document.querySelectorAll("[data-scripted]").forEach((part) => { part.hidden = false; });
})();
