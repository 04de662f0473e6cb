/* Search: finds the projects whose texts hold every word of a query.
   Parts of the index are scripts that call elo.part(name, {f, t}); see search.py for their form.
   What does not belong here: filters and rows (list.js). */
"use strict";
var elo = window.elo || {};
window.elo = elo;

(function () {
  const SHORTEST_PREFIX = 3;
  const SHORTEST_COMMON = 5;
  const MOST_LIKE = 40;
  const parts = new Map();
  const FOLDED = { "å": "a", "ä": "a", "ö": "o", "é": "e", "ü": "u", "õ": "o", "š": "s", "ž": "z" };

  elo.part = function (name, content) {
    parts.set(name, content);
  };

  /* Scripts may be loaded from a disk, which fetch may not. */
  elo.load = function (address) {
    return new Promise(function (resolve, reject) {
      const script = document.createElement("script");
      script.src = address;
      script.onload = function () { script.remove(); resolve(); };
      script.onerror = function () { script.remove(); reject(new Error(address)); };
      document.head.append(script);
    });
  };

  function fold(word) {
    return word.replace(/[åäöéüõšž]/g, function (sign) { return FOLDED[sign]; });
  }

  elo.words = function (text) {
    return text.normalize("NFC").toLowerCase().match(/[\p{L}\p{N}]+/gu) || [];
  };

  function partOf(term) {
    return (fold(term).slice(0, 2) + "__").slice(0, 2).replace(/[^a-z0-9]/g, "_");
  }

  async function part(term, root, known) {
    const name = partOf(term);
    if (!known.has(name)) return { f: {}, t: {} };
    if (!parts.has(name)) await elo.load(root + "data/search/" + name + ".js");
    return parts.get(name);
  }

  function common(a, b) {
    let n = 0;
    while (n < a.length && n < b.length && a[n] === b[n]) n += 1;
    return n;
  }

  function decode(text, into) {
    let at = 0;
    for (const step of text.split(" ")) {
      at += parseInt(step, 36);
      const project = at >> 1;
      into.set(project, Math.max(into.get(project) || 0, 1 + (at & 1)));
    }
  }

  /* Terms that a word of the query stands for. */
  async function terms(word, root, known) {
    const found = new Set([word]);
    let fresh = [word];
    for (let round = 0; round < 2; round += 1) {
      const next = [];
      for (const form of fresh) {
        const bases = (await part(form, root, known)).f[form];
        for (const base of bases ? bases.split(" ") : []) {
          if (!found.has(base)) { found.add(base); next.push(base); }
        }
      }
      fresh = next;
    }
    const own = await part(word, root, known);
    if (word.length >= SHORTEST_PREFIX) {
      for (const term in own.t) if (term.startsWith(word)) found.add(term);
    }
    let held = false;
    for (const term of found) if (term in (await part(term, root, known)).t) held = true;
    if (!held) like(word, own).forEach(function (term) { found.add(term); });
    return found;
  }

  /* A form that no text holds: terms that begin alike, the longest common beginning first. */
  function like(word, own) {
    let best = SHORTEST_COMMON;
    let alike = [];
    for (const term in own.t) {
      const n = common(term, word);
      if (n > best) { best = n; alike = [term]; }
      else if (n === best && alike.length < MOST_LIKE) alike.push(term);
    }
    return alike;
  }

  /* Map of project number -> rank, or null where there is nothing to search for. */
  elo.find = async function (query, root, names) {
    const words = elo.words(query);
    if (!words.length) return null;
    const known = new Set(names);
    let all = null;
    for (const word of words) {
      const hits = new Map();
      for (const term of await terms(word, root, known)) {
        const postings = (await part(term, root, known)).t[term];
        if (postings) decode(postings, hits);
      }
      if (all === null) all = hits;
      else for (const key of [...all.keys()]) {
        if (hits.has(key)) all.set(key, all.get(key) + hits.get(key));
        else all.delete(key);
      }
    }
    return all;
  };
})();
