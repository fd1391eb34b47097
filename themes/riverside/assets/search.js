// Searches the portal's own index and shows what it finds, by kind.
//
// In: the section marked `data-search`: a form, a status line, a place for each kind, all from the page. The words
// and the kind stand in the address, so that a search can be shared and the back button works. Nothing is loaded
// before there is something to search for: then the index's reader, and the map from every form of a word to its
// base form, which is applied to the query. Every word that is shown comes from the page or the index.

/**
 * @typedef {{ url: string, meta: Record<string, string>, excerpt: string }} Hit
 * @typedef {{ id: string, data: () => Promise<Hit> }} Result
 * @typedef {{ results: Result[] }} Answer
 * @typedef {{ options: (options: object) => Promise<void>, init: () => Promise<void>, search: (words: string, options: object) => Promise<Answer> }} Index
 * @typedef {Map<string, string>} Words
 * @typedef {{ index: Index, words: Words, kinds: Record<string, string> }} Loaded
 */

const READER = "/pagefind/pagefind.js";
/** What a word weighs in a title, in the base forms of a title's words, in those of all others, and in a compound. */
const WEIGHTS = { title: 5, named: 5, bases: 1, parts: 0.2, note: 0.5, numbers: 1 };
/** A number as it is printed: groups of three digits with a space of any kind between them. */
const SPACED = /(?<!\d)\d{1,3}(?:\s\d{3})+(?!\d)/gu;
/** What stands beside a number and is no word. */
const SIGNS = /(?<=\d\s*)[€%]/gu;
const FIRST = 8;
const PAUSE = 150;
const SHORTEST = 4;

/**
 * The element that a selector names: a page without it is a fault of its template.
 * @template {Element} T
 * @param {ParentNode} place
 * @param {string} selector
 * @param {new () => T} type
 * @returns {T}
 */
function the(place, selector, type) {
  const found = place.querySelector(selector);
  if (!(found instanceof type)) throw new TypeError(selector);
  return found;
}

/**
 * Every form with its base form. A line: a base form, then for each form how many letters the one before loses.
 * @param {string} lines
 * @returns {Words}
 */
export function readWords(lines) {
  /** @type {Words} */
  const words = new Map();
  for (const line of lines.split("\n")) {
    const [base, ...steps] = line.split(" ");
    let form = base;
    if (base) words.set(base, words.get(base) ?? base);
    for (const step of steps) {
      const lost = parseInt(step, 10);
      form = form.slice(0, form.length - lost) + step.slice(String(lost).length);
      words.set(form, base);
    }
  }
  return words;
}

/**
 * Whether two words differ by one letter: another, one too many, one too few, or two that changed places.
 * @param {string} one
 * @param {string} other
 */
export function near(one, other) {
  if (one.length > other.length) [one, other] = [other, one];
  if (other.length - one.length > 1) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  if (one.length < other.length) return one.slice(at) === other.slice(at + 1);
  if (one.slice(at + 1) === other.slice(at + 1)) return true;
  return one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2);
}

/**
 * The query with each word in its base form; "" where no word changes.
 * @param {string} query
 * @param {Words} words
 */
export function inBaseForms(query, words) {
  const changed = query.replace(/\p{L}{2,}/gu, (word) => words.get(word) ?? word);
  return changed === query ? "" : changed;
}

/**
 * The query with each word that no page says replaced by the first known one that differs by a letter, base forms
 * first; "" where there is none. What a base form begins with is a word half typed, and so is what another form of
 * the same word begins with.
 * @param {string} query
 * @param {Words} words
 */
export function corrected(query, words) {
  const known = [...words.keys()].sort((one, other) => Number(words.get(one) !== one) - Number(words.get(other) !== other));
  const changed = query.replace(/\p{L}{2,}/gu, (word) => {
    if (words.has(word) || word.length < SHORTEST) return word;
    const begun = new Set(known.filter((each) => each.startsWith(word)).map((each) => words.get(each)));
    if ([...begun].some((base) => base?.startsWith(word))) return word;
    const instead = known.find((each) => each.length >= SHORTEST && near(word, each));
    return instead === undefined || begun.has(words.get(instead)) ? word : instead;
  });
  return changed === query ? "" : changed;
}

/**
 * The query without the words that begin as no word of a page does: for those, the index would show whatever begins
 * with their first letter or two.
 * @param {string} query
 * @param {Words} words
 */
export function known(query, words) {
  const forms = [...words.keys()];
  return query
    .replace(/\p{L}{2,}/gu, (word) => (forms.some((form) => form.startsWith(word.slice(0, SHORTEST))) ? word : ""))
    .trim();
}

/**
 * @param {string} address
 * @returns {Promise<Response>}
 */
async function answer(address) {
  const given = await fetch(address);
  if (!given.ok) throw new Error(`${given.status} ${address}`);
  return given;
}

/**
 * The query with its numbers as the index has them: digits alone.
 * @param {string} query
 */
export function plain(query) {
  return query.replace(SPACED, (number) => number.replace(/\s/gu, "")).replace(SIGNS, "");
}

/** @param {string} text */
function normal(text) {
  return plain(text.normalize("NFC").toLowerCase()).trim();
}

/** @param {HTMLElement} place */
function prepare(place) {
  const form = the(place, "form", HTMLFormElement);
  const input = the(form, "input[name=q]", HTMLInputElement);
  const kinds = the(form, ".kinds", HTMLFieldSetElement);
  const status = the(place, "[data-status]", HTMLElement);
  const elsewhere = place.querySelector("[data-elsewhere]");
  const list = the(document, "[data-index]", HTMLElement);
  const groups = [...place.querySelectorAll("[data-found]")].filter((group) => group instanceof HTMLElement);
  /** @type {Promise<Loaded> | undefined} */
  let loaded;
  let asked = "";
  // The words and the kind of which the status line tells.
  let told = "";
  let timer = 0;

  /** @returns {Promise<Loaded>} */
  async function load() {
    const [index, words, kinds] = await Promise.all([
      import(READER),
      answer(place.dataset.words ?? ""),
      answer(place.dataset.kinds ?? ""),
    ]);
    await index.options({ noWorker: true, ranking: { metaWeights: WEIGHTS } });
    await index.init();
    return { index, words: readWords(await words.text()), kinds: await kinds.json() };
  }

  /**
   * What each kind has for a query: first what is about its words in any form, then what says just these.
   * @param {Loaded} loaded
   * @param {string} query
   * @returns {Promise<Result[][]>}
   */
  async function find({ index, words, kinds }, query) {
    const rest = known(query, words);
    const queries = [inBaseForms(rest, words), rest].filter(Boolean);
    /** @type {Map<string, Result>} */
    const found = new Map();
    for (const each of queries) {
      const { results } = await index.search(each, {});
      // The later one keeps the place of the earlier, and has the words themselves marked.
      for (const result of results) found.set(result.id, result);
    }
    // The index takes words in quotes for a phrase, letter by letter; if that is nowhere, they are words.
    if (found.size === 0 && query.includes('"')) return find({ index, words, kinds }, query.replaceAll('"', " ").trim());
    return groups.map((group) => [...found.values()].filter(({ id }) => kinds[id] === group.dataset.found));
  }

  /** @param {string} text @param {Record<string, string | number>} values */
  function say(text, values = {}) {
    status.textContent = text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
  }

  function kind() {
    return String(new FormData(form).get("kind") ?? "");
  }

  /**
   * All groups at once: none may push away what a reader is about to click.
   * @param {Result[][]} found
   * @param {string} query
   */
  async function show(found, query) {
    const chosen = kind();
    const shown = groups.map((group, at) => found[at].length > 0 && (chosen === "" || chosen === group.dataset.found));
    const first = await Promise.all(found.map((results, at) => (shown[at] ? items(results.slice(0, FIRST)) : [])));
    if (asked !== query) return;
    groups.forEach((group, at) => {
      const count = form.querySelector(`[data-count="${group.dataset.found}"]`);
      if (count) count.textContent = `(${found[at].length})`;
      if (shown[at]) fill(group, first[at], found[at].slice(FIRST));
      group.hidden = !shown[at];
    });
  }

  async function search() {
    const query = normal(input.value);
    asked = query;
    place.setAttribute("aria-busy", String(query !== ""));
    if (query === "") return clear();
    try {
      const all = await (loaded ??= load());
      const instead = corrected(query, all.words);
      const found = await find(all, instead || query);
      if (asked !== query) return;
      await show(found, query);
      if (asked !== query) return;
      report(found, instead);
    } catch {
      loaded = undefined;
      told = "";
      say(status.dataset.failed ?? "");
    }
    place.setAttribute("aria-busy", "false");
  }

  /** @param {Result[][]} found @param {string} instead */
  function report(found, instead) {
    const chosen = kind();
    const n = found.reduce((sum, results, at) => sum + (chosen === "" || chosen === groups[at].dataset.found ? results.length : 0), 0);
    const all = found.reduce((sum, results) => sum + results.length, 0);
    const hits = (status.dataset.hits ?? "").replace("{n}", String(n));
    const words = input.value.trim();
    // Whoever sends the same search again has heard the answer.
    if (told !== `${chosen} ${words}`) {
      told = `${chosen} ${words}`;
      if (all === 0) say(status.dataset.none ?? "", { words });
      else say(instead ? `${status.dataset.instead} ${hits}` : hits, { words, instead });
    }
    kinds.hidden = all === 0;
    list.hidden = all > 0;
    if (elsewhere instanceof HTMLElement) {
      elsewhere.hidden = all > 0;
      for (const link of elsewhere.querySelectorAll("a")) link.search = new URLSearchParams({ q: words }).toString();
    }
  }

  function clear() {
    for (const group of groups) group.hidden = true;
    if (elsewhere instanceof HTMLElement) elsewhere.hidden = true;
    kinds.hidden = true;
    list.hidden = false;
    told = status.textContent = "";
  }

  /** The search stands in the address. @param {"pushState" | "replaceState"} how */
  function address(how) {
    const said = new URLSearchParams();
    if (input.value.trim()) said.set("q", input.value.trim());
    if (said.has("q") && kind()) said.set("kind", kind());
    const url = said.size ? `?${said}` : location.pathname;
    if (url !== (location.search || location.pathname)) history[how](null, "", url);
  }

  function fromAddress() {
    const said = new URLSearchParams(location.search);
    input.value = said.get("q") ?? "";
    const wanted = said.get("kind") ?? "";
    for (const radio of form.querySelectorAll("input[name=kind]")) {
      if (radio instanceof HTMLInputElement) radio.checked = radio.value === wanted;
    }
    if (!form.querySelector("input[name=kind]:checked")) the(form, "input[name=kind]", HTMLInputElement).checked = true;
    return search();
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      address("replaceState");
      search();
    }, PAUSE);
  });
  form.addEventListener("change", (event) => {
    if (event.target === input) return;
    address("pushState");
    search();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    address("pushState");
    search();
  });
  window.addEventListener("popstate", fromAddress);
  place.addEventListener("keydown", (event) => move(event, input, place));
  fromAddress();
}

/**
 * Fills a group with its first results, and its button with the rest.
 * @param {HTMLElement} group
 * @param {HTMLLIElement[]} first
 * @param {Result[]} rest
 */
function fill(group, first, rest) {
  const list = the(group, "ol", HTMLOListElement);
  const button = the(group, "button", HTMLButtonElement);
  list.replaceChildren(...first);
  button.hidden = rest.length === 0;
  button.onclick = async () => {
    const more = await items(rest);
    list.append(...more);
    button.hidden = true;
    more[0]?.querySelector("a")?.focus();
  };
}

/**
 * @param {Result[]} results
 * @returns {Promise<HTMLLIElement[]>}
 */
async function items(results) {
  const hits = await Promise.all(results.map((result) => result.data()));
  return hits.map(({ url, meta, excerpt }) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = url;
    link.textContent = meta.title ?? url;
    item.append(link);
    if (meta.note) item.append(paragraph("note", meta.note));
    // Where none of the words stands as it was typed, an excerpt would be the page's first lines, whatever they say.
    if (excerpt.includes("<mark>")) {
      const said = paragraph("", "");
      said.append(...marked(excerpt));
      item.append(said);
    }
    return item;
  });
}

/** @param {string} name @param {string} text */
function paragraph(name, text) {
  const made = document.createElement("p");
  if (name) made.className = name;
  made.textContent = text;
  return made;
}

/**
 * An excerpt as text and marks, and nothing else of what it may hold.
 * @param {string} excerpt
 */
function marked(excerpt) {
  const { body } = new DOMParser().parseFromString(excerpt, "text/html");
  return [...body.childNodes].map((node) => {
    if (node.nodeName !== "MARK") return node.textContent ?? "";
    const made = document.createElement("mark");
    made.textContent = node.textContent;
    return made;
  });
}

/**
 * Arrows lead from the form to the results and through them, and back.
 * @param {KeyboardEvent} event
 * @param {HTMLInputElement} input
 * @param {HTMLElement} place
 */
function move(event, input, place) {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const stops = [input, ...[...place.querySelectorAll("[data-found]:not([hidden]) .hits a")].filter((a) => a instanceof HTMLElement)];
  const at = stops.findIndex((stop) => stop === document.activeElement);
  const next = stops[at + (event.key === "ArrowDown" ? 1 : -1)];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
}

if (typeof document !== "undefined") {
  for (const place of document.querySelectorAll("[data-search]")) if (place instanceof HTMLElement) prepare(place);
}
