/* The project list: filters as a deep link, counts beside every choice, CSV of what is shown.
   What does not belong here: the index of words (find.js). */
"use strict";
(function () {
  const ROWS = 50;
  const NOWHERE = -2;
  const MONEY = ["years", "instrument", "funder", "recipient"];
  const form = document.getElementById("filters");
  const root = form.dataset.root;
  const texts = JSON.parse(form.dataset.texts);
  const language = texts.language;
  const status = document.getElementById("count");
  const chunks = new Map();
  const locale = { fi: "fi-FI", sv: "sv-FI", en: "en-GB" }[language];
  let data = null;
  let shown = [];
  let page = 0;
  let turn = 0;

  elo.list = function (content) { data = content; };
  elo.rows = function (number, rows) { chunks.set(number, rows); };

  /* ---- the address is the state ---- */
  function read() {
    const query = new URLSearchParams(location.search);
    for (const field of form.elements) {
      if (!field.name) continue;
      if (field.type === "checkbox") field.checked = query.get(field.name) === field.value;
      else field.value = query.get(field.name) || "";
      const wanted = query.get(field.name);
      /* a link that asks for what no project has says so, and does not show everything */
      if (field.tagName === "SELECT" && wanted && field.value !== wanted) {
        field.add(new Option(wanted, wanted, true, true));
      }
    }
    page = Math.max(0, parseInt(query.get("page") || "1", 10) - 1 || 0);
  }

  function write(replace) {
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (value) query.set(name, value);
    if (page) query.set("page", String(page + 1));
    const address = location.pathname + (query.size ? "?" + query : "");
    try {
      history[replace ? "replaceState" : "pushState"](null, "", address);
    } catch (error) { /* a page on a disk may not change its address */ }
    for (const link of document.querySelectorAll(".languages a")) {
      link.search = query.toString();
    }
  }

  /* ---- filtering ---- */
  function wish() {
    const value = function (name) { return form.elements[name].value; };
    const number = function (kind, code) {
      if (!code) return null;
      const at = data.codes[kind].indexOf(code);
      return at < 0 ? NOWHERE : at;
    };
    const area = value("region");
    return {
      theme: number("theme", value("theme")),
      group: number("group", value("group")),
      status: number("status", value("status")),
      instrument: number("instrument", value("instrument")),
      funder: number("organisation", value("funder")),
      recipient: number("organisation", value("recipient")),
      region: area ? new Set((data.areas[area] || []).map(function (code) {
        return data.codes.region.indexOf(code);
      })) : null,
      from: parseInt(value("from"), 10) || 0,
      to: parseInt(value("to"), 10) || 9999,
      years: value("from") !== "" || value("to") !== "",
      all: form.elements.all.checked
    };
  }

  /* Names of the filters that a project fails, its money aside. */
  function failsBase(at, w, hits) {
    const c = data.columns;
    const fails = [];
    if (w.theme !== null && !c.theme[at].includes(w.theme)) fails.push("theme");
    if (w.group !== null && !c.group[at].includes(w.group)) fails.push("group");
    if (w.region && !c.region[at].some(function (r) { return w.region.has(r); })) fails.push("region");
    if (w.status !== null && c.status[at] !== w.status) fails.push("status");
    if (!w.all && !c.guidance[at]) fails.push("all");
    if (hits && !hits.has(at)) fails.push("q");
    return fails;
  }

  function failsMoney(year, instrument, funder, recipient, w) {
    const fails = [];
    if (w.years && (year < w.from || year > w.to)) fails.push("years");
    if (w.instrument !== null && instrument !== w.instrument) fails.push("instrument");
    if (w.funder !== null && funder !== w.funder) fails.push("funder");
    if (w.recipient !== null && recipient !== w.recipient) fails.push("recipient");
    return fails;
  }

  function tally(counts, kind, value) {
    const key = kind + ":" + value;
    counts.set(key, (counts.get(key) || 0) + 1);
  }

  function filter(hits) {
    const w = wish();
    const result = { rows: [], cents: 0, without: 0, counts: new Map() };
    for (let at = 0; at < data.count; at += 1) judge(at, w, hits, result);
    if (hits) {
      result.rows.sort(function (a, b) { return hits.get(b) - hits.get(a) || a - b; });
    }
    return result;
  }

  function judge(at, w, hits, result) {
    const base = failsBase(at, w, hits);
    if (base.length > 1) return;
    const money = data.columns.money[at];
    const open = new Set();
    let passes = false;
    let cents = 0;
    let without = 0;
    const choices = new Map(MONEY.map(function (name) { return [name, new Set()]; }));
    const one = function (year, instrument, funder, recipient, sum, counts) {
      const fails = failsMoney(year, instrument, funder, recipient, w);
      if (fails.length === 0) {
        passes = true;
        if (counts) { if (sum === null) without += 1; else cents += sum; }
      }
      const values = { years: year, instrument: instrument, funder: funder, recipient: recipient };
      for (const name of MONEY) {
        if (fails.length === 0 || (fails.length === 1 && fails[0] === name)) {
          open.add(name);
          choices.get(name).add(values[name]);
        }
      }
    };
    for (let i = 0; i < money.length; i += 5) {
      one(money[i], money[i + 1], money[i + 2], money[i + 3], money[i + 4], true);
    }
    if (!money.length) one(data.columns.start[at] || 0, -1, -1, -1, null, false);
    count(at, base, passes, choices, result.counts);
    if (passes && !base.length) {
      result.rows.push(at);
      result.cents += cents;
      result.without += without;
    }
  }

  function count(at, base, passes, choices, counts) {
    const c = data.columns;
    const values = { theme: c.theme[at], group: c.group[at], region: c.region[at], status: [c.status[at]] };
    for (const name of ["theme", "group", "region", "status"]) {
      if (passes && (!base.length || base[0] === name)) {
        for (const value of new Set(values[name])) tally(counts, name, value);
      }
    }
    if (base.length) return;
    for (const name of ["instrument", "funder", "recipient"]) {
      for (const value of choices.get(name)) tally(counts, name, value);
    }
  }

  /* ---- showing ---- */
  function euros(text) {
    return Number(text).toLocaleString(locale, {
      style: "currency", currency: "EUR", minimumFractionDigits: 0, maximumFractionDigits: 0
    });
  }

  function number(value) { return value.toLocaleString(locale); }

  function say(text, values) {
    return text.replace(/\{(\w+)\}/g, function (_, name) { return values[name]; });
  }

  function element(name, content, attributes) {
    const made = document.createElement(name);
    if (content !== undefined) made.append(content);
    for (const key in attributes || {}) made.setAttribute(key, attributes[key]);
    return made;
  }

  function named(names) {
    const order = { fi: [0, 1, 2], sv: [1, 0, 2], en: [2, 0, 1] }[language];
    for (const at of order) if (names[at]) return { text: names[at], language: ["fi", "sv", "en"][at] };
    return { text: names[3] || "", language: "fi" };
  }

  function inLanguage(name) {
    const mark = name.language === language ? {} : { lang: name.language };
    return element("span", name.text, mark);
  }

  function day(text) {
    if (!text) return "";
    const [year, month, date] = text.split("-");
    if (!month) return year;
    if (language === "fi") return (date ? Number(date) + "." : "") + Number(month) + (date ? "." : "/") + year;
    const when = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date || 1)));
    const form = { year: "numeric", month: "long", timeZone: "UTC" };
    if (date) form.day = "numeric";
    return when.toLocaleDateString(locale, form);
  }

  async function rowOf(at) {
    const chunk = Math.floor(at / data.chunk);
    if (!chunks.has(chunk)) await elo.load(root + "data/rows/" + chunk + ".js");
    return chunks.get(chunk)[at % data.chunk];
  }

  function tableRow(at, row) {
    const [id, fi, sv, en, published, lead, start, end, granted, without] = row;
    const line = element("tr");
    const head = element("th", undefined, { scope: "row" });
    head.append(element("a", inLanguage(named([fi, sv, en, published])), { href: "project/" + id + ".html" }));
    const code = data.codes.status[data.columns.status[at]];
    const organisation = lead >= 0 ? inLanguage(named(data.organisations[lead])) : texts.unknown;
    line.append(
      head,
      element("td", organisation, { "data-label": texts.lead }),
      element("td", start || end ? day(start) + "–" + day(end) : texts.unknown, { "data-label": texts.period }),
      element("td", element("span", texts["status." + code] || code, { class: "status " + code }), { "data-label": texts.status }),
      element("td", granted ? euros(granted) : "–", { class: "num", "data-label": texts.granted }),
      element("td", number(without), { class: "num", "data-label": texts.without })
    );
    return line;
  }

  function options(counts) {
    const kinds = { theme: "theme", group: "group", region: "region", status: "status",
      instrument: "instrument", funder: "organisation", recipient: "organisation" };
    for (const name in kinds) {
      for (const option of form.elements[name].options) {
        if (!option.value) continue;
        if (option.dataset.label === undefined) option.dataset.label = option.textContent;
        const n = name === "region" ? inArea(option.value, counts)
          : counts.get(name + ":" + data.codes[kinds[name]].indexOf(option.value)) || 0;
        option.textContent = n === null ? option.dataset.label : option.dataset.label + " (" + number(n) + ")";
        option.disabled = n === 0 && !option.selected;
      }
    }
  }

  /* A project in two maakunnat of one office counts once there, which these counts cannot say. */
  function inArea(area, counts) {
    const codes = data.areas[area] || [];
    if (codes.length !== 1) return null;
    return counts.get("region:" + data.codes.region.indexOf(codes[0])) || 0;
  }

  async function show(mine) {
    const pages = Math.max(1, Math.ceil(shown.length / ROWS));
    page = Math.min(page, pages - 1);
    const from = page * ROWS;
    const visible = shown.slice(from, from + ROWS);
    const rows = await Promise.all(visible.map(rowOf));
    if (mine !== turn) return;
    const body = document.querySelector("#result tbody");
    body.replaceChildren(...rows.map(function (row, i) { return tableRow(visible[i], row); }));
    const pager = document.getElementById("pager");
    pager.hidden = pages === 1;
    document.getElementById("where").textContent = say(texts.where, {
      from: number(from + 1), to: number(from + visible.length), n: number(shown.length)
    });
    document.getElementById("earlier").disabled = page === 0;
    document.getElementById("later").disabled = page === pages - 1;
  }

  async function update(replace) {
    const mine = turn += 1;
    const begun = performance.now();
    try {
      const hits = await elo.find(form.elements.q.value, root, data.parts);
      if (mine !== turn) return;
      const result = filter(hits);
      shown = result.rows;
      options(result.counts);
      await show(mine);
      if (mine !== turn) return;
      write(replace);
      status.textContent = shown.length ? say(texts.count, {
        n: number(shown.length), eur: euros((result.cents / 100).toFixed(2)), without: number(result.without)
      }) : texts.none;
      document.getElementById("csv").hidden = !shown.length;
      document.documentElement.dataset.took = String(Math.round(performance.now() - begun));
    } catch (error) {
      status.textContent = texts.failed;
    }
  }

  /* ---- CSV ---- */
  function cell(value) {
    let text = value === null || value === undefined || value === 0 ? "" : String(value);
    if (/^[=+\-@\t\r]/.test(text)) text = "'" + text;
    return /[",\n\r]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
  }

  async function download() {
    const lines = [["project_id", "name", "lead", "start", "end", "status", "granted_eur",
      "decisions_without_amount", "project_codes"]];
    for (const at of shown) {
      const row = await rowOf(at);
      const lead = row[5] >= 0 ? named(data.organisations[row[5]]).text : "";
      lines.push([row[0], named(row.slice(1, 5)).text, lead, row[6], row[7],
        data.codes.status[data.columns.status[at]], row[8], String(row[9]), row[10].join(" ")]);
    }
    const text = "\ufeff" + lines.map(function (line) { return line.map(cell).join(","); }).join("\r\n") + "\r\n";
    const link = element("a", "", { download: "projects.csv" });
    link.href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
  }

  function turnTo(step) {
    page += step;
    show(turn).then(function () {
      write(false);
      document.getElementById("result").scrollIntoView();
    });
  }

  let wait = 0;
  form.addEventListener("submit", function (event) { event.preventDefault(); page = 0; update(false); });
  form.addEventListener("change", function () { page = 0; update(false); });
  form.elements.q.addEventListener("input", function () {
    clearTimeout(wait);
    wait = setTimeout(function () { page = 0; update(true); }, 150);
  });
  document.getElementById("clear").addEventListener("click", function (event) {
    event.preventDefault();
    form.reset();
    for (const field of form.elements) if (field.tagName === "SELECT") field.value = "";
    form.elements.q.value = "";
    form.elements.all.checked = false;
    page = 0;
    update(false);
  });
  document.getElementById("earlier").addEventListener("click", function () { turnTo(-1); });
  document.getElementById("later").addEventListener("click", function () { turnTo(1); });
  document.getElementById("csv").addEventListener("click", download);
  window.addEventListener("popstate", function () { read(); update(true); });

  /* On a phone the filters would hide the result; they stay open where the address sets one. */
  function fold() {
    const set = [...new URLSearchParams(location.search).keys()].some(function (key) {
      return key !== "q" && key !== "page";
    });
    if (matchMedia("(max-width: 48rem)").matches && !set) document.getElementById("more").open = false;
  }

  status.textContent = texts.searching;
  elo.load(root + "data/list.js").then(function () { read(); fold(); return update(true); },
    function () { status.textContent = texts.failed; });
})();
