// What if: other weights, other options, on the reader's own responsibility.
//
// The arithmetic is the engine's: the value of a node is the sum of its children's values times
// their weights, an option's points are 100 times the value of the whole, ranks are equal within
// 1e-9, and a weight that moves leaves its siblings in their old proportions. The official result
// stays as it is printed; nothing here is kept but in the address.
(() => {
  "use strict";
  const byId = (id) => document.getElementById(id);
  const section = byId("what-if");
  const model = JSON.parse(byId("page-data").textContent);
  const {parents, offers, settings, words} = model;
  const children = parents.map(() => []);
  parents.forEach((parent, node) => { if (parent !== null) children[parent].push(node); });
  const tolerance = 1e-9;
  const sum = (list) => list.reduce((total, next) => total + next, 0);

  // Arithmetic

  // Weights are shares among siblings, as the engine makes them before it reckons.
  function normalised(weights) {
    const shares = weights.slice();
    for (const group of children) {
      const whole = sum(group.map((child) => weights[child])) || 1;
      group.forEach((child) => { shares[child] = group.length === 1 ? 1 : weights[child] / whole; });
    }
    return shares;
  }
  model.weights = normalised(model.weights);
  settings.forEach((setting) => { setting.weights = normalised(setting.weights); });
  const decided = {weights: model.weights, taking: offers.map((offer) => offer.ranked)};

  // Values of the leaves: the report's, but for those that a scenario changes.
  decided.leaves = offers.map((offer) => offer.values);
  settings.forEach((setting) => {
    setting.leaves = setting.values.map((changes, index) => {
      const values = offers[index].values.slice();
      changes.forEach(({node, value}) => { values[node] = value; });
      return values;
    });
  });

  // Values of all nodes of an option. Children stand behind their parent in the list.
  function nodeValues(weights, leaves) {
    const values = leaves.slice();
    for (let node = parents.length - 1; node >= 0; node--) {
      if (children[node].length > 0) {
        values[node] = sum(children[node].map((child) => weights[child] * values[child]));
      }
    }
    return values;
  }

  function globalWeights(weights) {
    const result = [];
    parents.forEach((parent, node) => {
      result.push(parent === null ? 1 : result[parent] * weights[node]);
    });
    return result;
  }

  const siblings = (node) => children[parents[node]].filter((other) => other !== node);

  // Gives one node a weight among its siblings; they share the rest in their old proportions, or
  // in the official ones where they have none left.
  function move(weights, node, weight) {
    const others = siblings(node);
    let shares = others.map((other) => weights[other]);
    if (sum(shares) === 0) shares = others.map((other) => model.weights[other]);
    if (sum(shares) === 0) shares = others.map(() => 1);
    const whole = sum(shares);
    const moved = weights.slice();
    moved[node] = weight;
    others.forEach((other, index) => { moved[other] = (1 - weight) * shares[index] / whole; });
    return moved;
  }

  // Who stands where: the options that take part, best first, with points and rank.
  function standings(state) {
    const list = [];
    offers.forEach((offer, index) => {
      if (!state.taking[index]) return;
      const values = nodeValues(state.weights, base(state).leaves[index]);
      list.push({offer: index, values, total: values[0], points: 100 * values[0]});
    });
    list.sort((a, b) => b.total - a.total || a.offer - b.offer);
    let first = 0;
    list.forEach((entry, position) => {
      if (list[first].total - entry.total > tolerance) first = position;
      entry.rank = first + 1;
    });
    return list;
  }

  // Between which weights among its siblings a node leaves the leader in front, and who leads
  // beyond: along the move every total is a straight line from weight 0 to weight 1.
  function flips(state, globals, ranked, node) {
    const parent = parents[node];
    const others = siblings(node);
    if (others.length === 0 || ranked.length === 0) return null;
    const parentWeight = globals[parent];
    const weightOfOthers = sum(others.map((other) => state.weights[other]));
    const lines = ranked.map(({values}) => {
      const rest = weightOfOthers === 0
        ? sum(others.map((other) => values[other])) / others.length
        : sum(others.map((other) => state.weights[other] * values[other])) / weightOfOthers;
      const elsewhere = values[0] - parentWeight * values[parent];
      return [elsewhere + parentWeight * rest, elsewhere + parentWeight * values[node]];
    });
    const now = state.weights[node];
    const found = {low: 0, high: 1, below: null, above: null};
    const leader = lines[0];
    // Of several that cross at the same place the one further ahead beyond it takes over.
    let [first, last] = [null, null];
    lines.slice(1).forEach((rival, index) => {
      const atZero = leader[0] - rival[0];
      const atOne = leader[1] - rival[1];
      const crossing = Math.min(1, Math.max(0, atZero / (atZero - atOne)));
      const [low, high] = [Math.min(crossing, now), Math.max(crossing, now)];
      const isBetter = (line, end) => line === null || rival[end] > line[end];
      if (atZero < -tolerance && (low > found.low || low === found.low && isBetter(first, 0))) {
        first = rival;
        Object.assign(found, {low, below: ranked[index + 1].offer});
      }
      if (atOne < -tolerance && (high < found.high || high === found.high && isBetter(last, 1))) {
        last = rival;
        Object.assign(found, {high, above: ranked[index + 1].offer});
      }
    });
    return found;
  }

  // The state, and the address that holds it

  // A setting is a weighting or a scenario of the decision; null is the decision itself.
  const settingOf = (setting) => setting === null ? decided : settings[setting];
  const base = (state) => settingOf(state.setting);
  const as = (setting) => ({
    weights: settingOf(setting).weights.slice(), taking: settingOf(setting).taking.slice(), setting,
  });
  const official = () => as(null);
  const sliders = [...section.querySelectorAll("input[type=range]")]
    .map((input) => ({input, node: Number(input.dataset.node), path: input.dataset.path}));
  const moved = (state) => sliders.filter(({node}) =>
    Math.abs(state.weights[node] - base(state).weights[node]) > 1e-12);
  const changedOffers = (state) => offers.map((offer, index) => index)
    .filter((index) => state.taking[index] !== base(state).taking[index]);
  const isOfficial = (state) => state.setting === null && moved(state).length === 0
    && changedOffers(state).length === 0;

  function address(state) {
    const parts = [];
    if (state.setting !== null) parts.push([base(state).kind, base(state).name]);
    const groups = new Set(moved(state).map(({node}) => parents[node]));
    for (const {node, path} of sliders) {
      if (groups.has(parents[node])) parts.push([path, String(state.weights[node])]);
    }
    for (const index of changedOffers(state)) {
      parts.push([state.taking[index] ? "with" : "without", offers[index].id]);
    }
    const text = parts.map(([key, value]) =>
      encodeURIComponent(key).replaceAll("%2F", "/") + "=" + encodeURIComponent(value)).join("&");
    return "#what-if?" + text;
  }

  // What an address says; what it names and nobody knows is ignored.
  function stateOf(hash) {
    let state = official();
    if (!hash.startsWith("#what-if?")) return state;
    const entries = [];
    for (const part of hash.slice("#what-if?".length).split("&")) {
      const [key, value] = part.split("=").map((text) => {
        try { return decodeURIComponent(text); } catch { return ""; }
      });
      if (value !== undefined) entries.push([key, value]);
    }
    const groups = new Set();
    for (const [key, value] of entries) {
      const setting = settings.findIndex(({kind, name}) => kind === key && name === value);
      if (setting >= 0) state = as(setting);
    }
    for (const [key, value] of entries) {
      const slider = sliders.find(({path}) => path === key);
      const offer = offers.findIndex(({id}) => id === value);
      const weight = Number(value);
      if (slider && value !== "" && weight >= 0 && weight <= 1) {
        state.weights[slider.node] = weight;
        groups.add(parents[slider.node]);
      } else if (key === "without" && offer >= 0) {
        state.taking[offer] = false;
      } else if (key === "with" && offer >= 0 && offers[offer].possible) {
        state.taking[offer] = true;
      }
    }
    for (const group of groups) {
      const whole = sum(children[group].map((child) => state.weights[child]));
      for (const child of children[group]) {
        state.weights[child] = whole > 0 ? state.weights[child] / whole : base(state).weights[child];
      }
    }
    return state;
  }

  // What it looks like

  const number = (decimals) => new Intl.NumberFormat(words.locale, {
    minimumFractionDigits: decimals, maximumFractionDigits: decimals,
  });
  const [integer, tenth] = [number(0), number(1)];
  const written = (format, value) => {
    const text = format.format(value).replace("-", "\u2212");
    return text === "\u22120" || text === "\u22120,0" || text === "\u22120.0"
      ? text.slice(1) : text;
  };
  const points = (value) => written(tenth, value);
  const percent = (share) => words.percent.replace("{n}",
    written(Math.abs(share * 100 - Math.round(share * 100)) < 0.05 ? integer : tenth, share * 100));
  const say = (template, values) => template.replace(/\{(\w+)\}/g, (all, key) => values[key]);
  const list = (items) => items.length < 2 ? items.join("")
    : items.slice(0, -1).join(", ") + words.and + items[items.length - 1];

  const rows = [...section.querySelectorAll("tr[data-offer]")];
  const switches = rows.map((row) => row.querySelector("input[type=checkbox]"));
  const body = rows.length > 0 ? rows[0].parentElement : null;
  const band = byId("what-if-band");

  const buttons = [...section.querySelectorAll("[data-setting]")].map((button) => ({
    button, setting: button.dataset.setting === "" ? null : Number(button.dataset.setting),
  }));

  function draw(state) {
    const ranked = standings(state);
    const globals = globalWeights(state.weights);
    const found = new Map(sliders.map(({node}) => [node, flips(state, globals, ranked, node)]));
    for (const {input, node} of sliders) {
      const weight = state.weights[node];
      input.value = String(weight * 100);
      const row = input.closest(".slide");
      row.querySelector("output").textContent = percent(weight);
      input.setAttribute("aria-valuetext", percent(weight));
      drawFlips(row, found.get(node));
    }
    drawRanking(state, globals, ranked);
    const changed = !isOfficial(state);
    for (const {button, setting} of buttons) {
      button.setAttribute("aria-pressed", String(
        setting === state.setting && moved(state).length === 0));
    }
    byId("what-if-finding").textContent = finding(ranked);
    band.hidden = !changed;
    byId("what-if-changes").textContent = changed ? changesOf(state) : "";
    section.classList.toggle("changed", changed);
    // Unrounded, for whoever checks the arithmetic.
    window.votumWhatIf = {
      weights: state.weights, ranked, flips: sliders.map(({node}) => ({node, ...found.get(node)})),
    };
  }

  function drawFlips(row, found) {
    const range = row.querySelector(".stays");
    const text = row.querySelector(".flips");
    if (found === null) {
      text.textContent = "";
      return;
    }
    range.style.left = 100 * found.low + "%";
    range.style.width = 100 * (found.high - found.low) + "%";
    const parts = [];
    if (found.below !== null) {
      parts.push(say(words.below, {weight: percent(found.low), name: offers[found.below].name}));
    }
    if (found.above !== null) {
      parts.push(say(words.above, {weight: percent(found.high), name: offers[found.above].name}));
    }
    text.textContent = parts.length > 0 ? parts.join(" · ") : words.never;
  }

  function drawRanking(state, weights, ranked) {
    const standing = new Map(ranked.map((entry) => [entry.offer, entry]));
    const order = ranked.map(({offer}) => offer)
      .concat(offers.map((offer, index) => index).filter((index) => !standing.has(index)));
    const focused = document.activeElement;
    for (const index of order) {
      const row = rows[index];
      const entry = standing.get(index);
      switches[index].checked = state.taking[index];
      row.classList.toggle("out", !entry);
      row.classList.toggle("first", entry !== undefined && entry.rank === 1);
      row.querySelector(".rank").textContent = entry ? integer.format(entry.rank) : "\u2013";
      row.querySelector(".then").textContent = entry ? points(entry.points) : "\u2013";
      let x = 0;
      row.querySelectorAll("rect").forEach((part, goal) => {
        const node = children[0][goal];
        const length = entry ? Math.max(0, 1000 * weights[node] * entry.values[node]) : 0;
        part.setAttribute("x", x);
        part.setAttribute("width", Math.max(0, length - 2));
        x += length;
      });
      row.querySelectorAll("[data-goal]").forEach((cell) => {
        const node = Number(cell.dataset.goal);
        cell.textContent = entry ? points(100 * weights[node] * entry.values[node]) : "\u2013";
      });
      body.appendChild(row);
    }
    if (focused && section.contains(focused)) focused.focus();
  }

  function finding(ranked) {
    if (ranked.length === 0) return words.nobody;
    const level = ranked.filter(({rank}) => rank === 1).map(({offer}) => offers[offer].name);
    if (level.length > 1) return say(words.level, {names: list(level)});
    const name = offers[ranked[0].offer].name;
    if (ranked.length === 1) return say(words.alone, {name});
    const lead = points(ranked[0].points - ranked[1].points);
    return say(ranked[0].offer === model.leader ? words.stays : words.leads,
      {name, points: lead, rival: offers[ranked[1].offer].name});
  }

  function changesOf(state) {
    const parts = [];
    if (state.setting !== null) {
      parts.push(say(words[base(state).kind], {name: base(state).name}));
    }
    const all = moved(state);
    for (const {input, node} of all.slice(0, 3)) {
      parts.push(say(words.moved, {
        name: input.dataset.name, old: percent(base(state).weights[node]),
        now: percent(state.weights[node]),
      }));
    }
    if (all.length > 3) parts.push(say(words.more, {count: integer.format(all.length - 3)}));
    for (const index of changedOffers(state)) {
      parts.push(say(state.taking[index] ? words.with : words.without,
        {name: offers[index].name}));
    }
    return parts.join(" \u00b7 ");
  }

  // What people do

  let state = stateOf(location.hash);
  function change(next) {
    state = next;
    draw(state);
  }
  function remember() {
    history.replaceState(null, "", isOfficial(state) ? "#what-if" : address(state));
  }
  for (const {input, node} of sliders) {
    input.addEventListener("input", () => {
      change({...state, weights: move(state.weights, node, Number(input.value) / 100)});
    });
    input.addEventListener("change", remember);
  }
  switches.forEach((box, index) => box.addEventListener("change", () => {
    const taking = state.taking.slice();
    taking[index] = box.checked;
    change({...state, taking});
    remember();
  }));
  for (const {button, setting} of buttons) {
    button.addEventListener("click", () => {
      // Options that the reader took in or left out stay so.
      const next = as(setting);
      changedOffers(state).forEach((index) => { next.taking[index] = state.taking[index]; });
      change(next);
      remember();
    });
  }
  document.querySelectorAll("[data-reset]").forEach((button) => {
    button.addEventListener("click", () => {
      change(official());
      remember();
      byId("what-if-title").focus();
    });
  });
  addEventListener("hashchange", () => {
    if (location.hash.startsWith("#what-if?")) change(stateOf(location.hash));
  });
  draw(state);
  if (location.hash.startsWith("#what-if?")) section.scrollIntoView();
})();
