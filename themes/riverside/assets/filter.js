// Shows a part of a list of projects, in another order, and keeps what was asked for in the address.
//
// In: a list marked `data-listing` with a hidden form; rows with the ids of their terms and their place in each
// order. Out: rows hidden and moved, badges, one sentence in a live region. The form is the only state; the
// address is written from it and read back into it. Every word comes from the page.

/**
 * @typedef {{ row: HTMLElement, home: Element, terms: DOMStringMap, text: string, found: boolean }} Item
 * @typedef {{
 *   form: HTMLFormElement, text: HTMLInputElement, sort: HTMLSelectElement, boxes: HTMLInputElement[],
 *   items: Item[], groups: HTMLElement[], flat: HTMLElement,
 * }} List
 */

/** How long a reader who types is let be before the address is written and the count told, in milliseconds. */
const PAUSE = 300;

const numbers = new Intl.NumberFormat(document.documentElement.lang);

/**
 * Text for comparing: lower case, letters apart from their marks, words apart by one space.
 * @param {string} text
 */
function plain(text) {
  const apart = text.replaceAll("\u00ad", "").normalize("NFD").toLowerCase();
  return apart.replace(/[^\p{L}\p{N}\p{M}]+/gu, " ").trim();
}

/**
 * One pattern a word. A letter typed without a mark finds it with any; typed with one it finds that alone.
 * @param {string} query
 */
function patterns(query) {
  const words = plain(query).split(" ").filter(Boolean);
  const loose = (/** @type {string} */ letter) => (/\p{M}/u.test(letter) ? letter : `${letter}\\p{M}*`);
  return words.map((word) => new RegExp(word.replace(/\P{M}\p{M}*/gu, loose), "u"));
}

/**
 * Words that stand there already are not put there again: that would be another thing to lay out.
 * @param {Element | null | undefined} place
 * @param {string} words
 */
function put(place, words) {
  if (place && place.textContent !== words) place.textContent = words;
}

/**
 * @template {Element} E
 * @param {ParentNode} within
 * @param {string} selector
 * @param {new () => E} type
 * @returns {E}
 */
function one(within, selector, type) {
  const found = within.querySelector(selector);
  if (!(found instanceof type)) throw new TypeError(selector);
  return found;
}

/**
 * @param {HTMLElement} listing
 * @param {HTMLFormElement} form
 * @returns {List}
 */
function read(listing, form) {
  const homes = [...listing.querySelectorAll("[data-rows]")];
  const items = homes.flatMap((home) =>
    [...home.children].flatMap((row) => {
      if (!(row instanceof HTMLElement)) return [];
      const text = plain(`${row.querySelector("a")?.textContent} ${row.dataset.printed ?? ""}`);
      return [{ row, home, terms: { ...row.dataset }, text, found: true }];
    }),
  );
  return {
    form,
    text: one(form, "[name=q]", HTMLInputElement),
    sort: one(form, "[name=sort]", HTMLSelectElement),
    boxes: [...form.querySelectorAll("input")].filter((input) => input.type === "checkbox"),
    items,
    groups: [...listing.querySelectorAll("[data-group]")].filter((each) => each instanceof HTMLElement),
    flat: one(listing, "[data-flat]", HTMLElement),
  };
}

/**
 * The chosen terms of each facet in which any is chosen.
 * @param {List} list
 */
function wanted({ boxes }) {
  /** @type {Map<string, Set<string>>} */
  const facets = new Map();
  for (const box of boxes.filter((each) => each.checked)) {
    facets.set(box.name, (facets.get(box.name) ?? new Set()).add(box.value));
  }
  return facets;
}

/**
 * @param {Item} item
 * @param {Map<string, Set<string>>} facets
 * @param {string} [but] a facet that does not count
 */
function fits(item, facets, but) {
  if (!item.found) return false;
  for (const [name, terms] of facets) if (name !== but && !terms.has(item.terms[name] ?? "")) return false;
  return true;
}

/**
 * Hides rows, groups, and links to groups that hold none.
 * @param {List} list
 * @param {HTMLElement} listing
 * @returns {number} how many rows are shown
 */
function show(list, listing) {
  const facets = wanted(list);
  const words = patterns(list.text.value);
  /** @type {Map<Element, number>} */
  const sizes = new Map();
  let shown = 0;
  for (const item of list.items) {
    item.found = words.every((word) => word.test(item.text));
    const fit = fits(item, facets);
    item.row.hidden = !fit;
    // A row counts in its part, and in the group of that.
    let group = fit ? item.home.closest("[data-group]") : null;
    for (; group; group = group.parentElement?.closest("[data-group]") ?? null) {
      sizes.set(group, (sizes.get(group) ?? 0) + 1);
    }
    shown += Number(fit);
  }
  const grouped = list.sort.selectedIndex === 0;
  for (const group of list.groups) {
    group.hidden = !grouped || !sizes.has(group);
    put(group.querySelector("[data-size]"), numbers.format(sizes.get(group) ?? 0));
  }
  const links = listing.querySelector("[data-groups]");
  if (links instanceof HTMLElement) links.hidden = !grouped || shown === 0;
  for (const link of listing.querySelectorAll("[data-groups] a")) {
    const group = link instanceof HTMLAnchorElement && document.getElementById(link.hash.slice(1))?.closest("[data-group]");
    if (group && link.parentElement) link.parentElement.hidden = !sizes.has(group);
  }
  // However few rows are left, the controls stay where they are in the window.
  listing.classList.toggle("narrowed", facets.size > 0 || words.length > 0);
  tally(list, facets);
  return shown;
}

/**
 * Beside each term: how many rows it would have with what is chosen in the other facets.
 * @param {List} list
 * @param {Map<string, Set<string>>} facets
 */
function tally({ form, boxes, items }, facets) {
  for (const name of new Set(boxes.map((box) => box.name))) {
    /** @type {Map<string, number>} */
    const counts = new Map();
    for (const { terms } of items.filter((item) => fits(item, facets, name))) {
      counts.set(terms[name] ?? "", (counts.get(terms[name] ?? "") ?? 0) + 1);
    }
    for (const box of boxes.filter((each) => each.name === name)) {
      put(box.parentElement?.querySelector("[data-count]"), numbers.format(counts.get(box.value) ?? 0));
    }
    const chosen = facets.get(name)?.size;
    put(form.querySelector(`[data-chosen="${name}"]`), chosen ? numbers.format(chosen) : "");
  }
}

/**
 * Moves the rows, if they stand in another order: into one body by their ranks, or home into their groups.
 * @param {List} list
 */
function arrange({ sort, items, flat }) {
  const order = sort.selectedIndex === 0 ? "" : sort.value;
  if ((flat.dataset.order ?? "") === order) return;
  flat.dataset.order = order;
  flat.hidden = !order;
  const rank = `rank${order.charAt(0).toUpperCase()}${order.slice(1)}`;
  const rows = order ? [...items].sort((a, b) => Number(a.terms[rank]) - Number(b.terms[rank])) : items;
  for (const { row, home } of rows) (order ? flat : home).append(row);
}

/**
 * Puts what the address asks for into the form.
 * @param {List} list
 * @returns {string[]} what it asks for and the list does not have
 */
function restore({ form, text, sort, boxes }) {
  const asked = new URLSearchParams(location.search);
  text.value = asked.get("q") ?? "";
  for (const box of boxes) box.checked = asked.getAll(box.name).includes(box.value);
  const order = asked.get("sort") ?? "";
  sort.selectedIndex = Math.max(0, [...sort.options].findIndex((option) => option.value === order));
  const left = (form.dataset.parameters ?? "").split(" ").flatMap((name) => {
    const had = new Set(boxes.filter((box) => box.name === name).map((box) => box.value));
    return asked.getAll(name).filter((term) => !had.has(term));
  });
  return order && order !== sort.value ? [...left, order] : left;
}

/**
 * The address of what the form asks for; parameters of others stay as they are.
 * @param {List} list
 */
function address({ form, text, sort, boxes }) {
  const asked = new URLSearchParams(location.search);
  for (const name of ["q", "sort", ...(form.dataset.parameters ?? "").split(" ")]) asked.delete(name);
  if (text.value.trim()) asked.append("q", text.value.trim());
  for (const box of boxes) if (box.checked) asked.append(box.name, box.value);
  if (sort.selectedIndex > 0) asked.append("sort", sort.value);
  const query = asked.toString();
  return query ? `${location.pathname}?${query}` : location.pathname;
}

/** The same filter awaits whoever changes the language: terms have the same ids there. */
function translate() {
  for (const link of document.querySelectorAll("a[rel=alternate][hreflang]")) {
    if (link instanceof HTMLAnchorElement) link.search = location.search;
  }
}

/**
 * @param {HTMLElement} listing
 * @param {HTMLFormElement} form
 */
function start(listing, form) {
  const list = read(listing, form);
  const { text, sort, boxes, items } = list;
  const told = one(form, "[data-shown]", HTMLElement);
  const left = one(form, "[data-left-out]", HTMLElement);
  const badges = one(form, "[data-badges]", HTMLElement);
  const clear = one(form, "[data-clear]", HTMLElement);
  const badge = one(form, "template[data-badge]", HTMLTemplateElement);
  let shown = items.length;
  let pause = 0;
  // What the address asked for when the list was last drawn from it, or it from the list.
  let asked = "";
  // Whether the entry of the history that is being looked at began with typing: one entry holds a whole word.
  let typing = false;

  /** @returns {{ words: string, remove: () => void }[]} */
  function filters() {
    const query = text.value.trim();
    const chosen = boxes.filter((box) => box.checked);
    const terms = chosen.map((box) => ({ words: box.dataset.badge ?? "", remove: () => (box.checked = false) }));
    if (!query) return terms;
    const words = (text.dataset.badge ?? "").replace("{text}", () => query);
    return [{ words, remove: () => (text.value = "") }, ...terms];
  }

  function label() {
    const active = filters();
    badges.replaceChildren(
      ...active.map(({ words, remove }, place) => {
        const made = one(/** @type {ParentNode} */ (badge.content.cloneNode(true)), "li", HTMLElement);
        one(made, "[data-text]", HTMLElement).textContent = words;
        one(made, "button", HTMLElement).addEventListener("click", () => {
          remove();
          change();
          const rest = badges.querySelectorAll("button");
          (rest[Math.min(place, rest.length - 1)] ?? told).focus({ preventScroll: true });
        });
        return made;
      }),
    );
    clear.hidden = active.length < 2;
  }

  function draw() {
    arrange(list);
    shown = show(list, listing);
    label();
  }

  /** @param {string[]} unknown */
  function tell(unknown = []) {
    const { whole = "", part = "", none = "", sorted = "", ignored = "" } = form.dataset;
    const some = shown < items.length ? part.replace("{shown}", numbers.format(shown)) : whole;
    const order = sort.selectedOptions[0]?.text ?? "";
    const sentences = [shown ? some : none, sort.selectedIndex > 0 ? sorted.replace("{order}", order) : ""];
    const words = sentences.filter(Boolean).join(" · ");
    // A new node even for the same words: a reader who cannot see must hear that something was done. Of a list that
    // stands there as the page came, there is nothing to tell.
    if (asked !== location.search || told.textContent !== words) told.replaceChildren(words);
    put(left, unknown.length ? ignored.replace("{parts}", () => unknown.join(", ")) : "");
    asked = location.search;
  }

  /** @param {boolean} typed */
  function settle(typed) {
    clearTimeout(pause);
    pause = 0;
    const next = address(list);
    if (next !== `${location.pathname}${location.search}`) {
      if (typed && typing) history.replaceState(null, "", next);
      else history.pushState(null, "", next);
      typing = typed;
      translate();
    }
    tell();
  }

  function change() {
    draw();
    settle(false);
  }

  function arrive() {
    clearTimeout(pause);
    pause = 0;
    typing = false;
    const unknown = restore(list);
    draw();
    tell(unknown);
    translate();
  }

  text.addEventListener("input", () => {
    draw();
    clearTimeout(pause);
    pause = setTimeout(() => settle(true), PAUSE);
  });
  form.addEventListener("change", (event) => {
    if (event.target !== text) change();
    else if (pause) settle(true);
    if (event.target === text) typing = false;
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (pause) settle(true);
  });
  clear.addEventListener("click", () => {
    for (const { remove } of filters()) remove();
    change();
    told.focus({ preventScroll: true });
  });
  // Whoever follows a link to a part of the page has asked for nothing else of the list.
  addEventListener("popstate", () => location.search !== asked && arrive());
  arrive();
  form.hidden = false;
}

for (const listing of document.querySelectorAll("[data-listing]")) {
  const form = listing.querySelector("[data-filter]");
  if (listing instanceof HTMLElement && form instanceof HTMLFormElement) start(listing, form);
}
