// Lets a reader exchange a chart's drawing for an interactive one, and back.
//
// In: figures marked `data-chart`, each with a drawing, a hidden button and a status line, all from the page.
// Nothing is loaded before a reader asks: then the library, once a page, and the chart's specification.
// Every word comes from the page; Vega's own labels never reach the accessibility tree.

/**
 * @typedef {{ view: object, finalize: () => void }} Embedded
 * @typedef {(place: HTMLElement, spec: object, options: object) => Promise<Embedded>} Embed
 * @typedef {{ figure: HTMLElement, drawing: HTMLElement, button: HTMLButtonElement, status: HTMLElement | null }} Parts
 */

/** What runs under a policy without inline styles and without eval. */
const OPTIONS = {
  mode: "vega",
  ast: true,
  actions: false,
  renderer: "svg",
  defaultStyle: false,
  tooltip: { disableDefaultStyle: true },
};

/**
 * The interactive chart, in the page but hidden. Fails when the library or the specification cannot be had.
 * @param {Parts} parts
 * @returns {Promise<HTMLElement>}
 */
async function build({ drawing, button }) {
  const { spec, bundle, name } = button.dataset;
  const [library, answer] = await Promise.all([import(bundle ?? ""), fetch(spec ?? "")]);
  if (!answer.ok) throw new Error(`${answer.status} ${spec}`);
  const live = picture(name ?? "");
  // In the page before it is drawn: the chart takes its width from where it stands.
  drawing.after(live);
  try {
    await embed(library.default, live, await answer.json());
  } catch (fault) {
    live.remove();
    throw fault;
  }
  return live;
}

/**
 * @param {string} name a whole sentence
 * @returns {HTMLElement} one picture with that name; what will be in it is hidden from the accessibility tree
 */
function picture(name) {
  const outer = document.createElement("div");
  const inner = document.createElement("div");
  outer.className = "chart-live";
  outer.setAttribute("role", "img");
  outer.setAttribute("aria-label", name);
  inner.setAttribute("aria-hidden", "true");
  outer.append(inner);
  return outer;
}

/**
 * @param {Embed} vegaEmbed
 * @param {HTMLElement} live
 * @param {object} spec
 */
async function embed(vegaEmbed, live, spec) {
  const place = document.createElement("div");
  live.firstElementChild?.append(place);
  await vegaEmbed(place, spec, OPTIONS);
  // Vega names its parts in English, and nothing here is a stop for the keyboard: the numbers are in the table.
  for (const part of [place, ...place.querySelectorAll("*")]) {
    for (const name of ["role", "aria-roledescription", "aria-label", "tabindex"]) part.removeAttribute(name);
  }
}

/**
 * @param {Parts} parts
 * @param {HTMLElement} live
 * @param {boolean} on
 */
function show({ drawing, button }, live, on) {
  drawing.hidden = on;
  live.hidden = !on;
  button.setAttribute("aria-pressed", String(on));
  // The window may have changed while the chart was hidden and had no width.
  if (on) window.dispatchEvent(new Event("resize"));
}

/** @param {Parts} parts */
function prepare(parts) {
  const { figure, button, status } = parts;
  /** @type {HTMLElement | undefined} */
  let live;
  let busy = false;

  async function toggle() {
    if (busy) return;
    busy = true;
    figure.setAttribute("aria-busy", "true");
    try {
      live ??= await build(parts);
      show(parts, live, button.getAttribute("aria-pressed") !== "true");
      if (status) status.textContent = "";
    } catch {
      // The drawing is still there, and the button for another try.
      if (status) status.textContent = button.dataset.failed ?? "";
    }
    figure.removeAttribute("aria-busy");
    busy = false;
  }

  button.setAttribute("aria-pressed", "false");
  button.addEventListener("click", toggle);
  button.hidden = false;
}

for (const figure of document.querySelectorAll("[data-chart]")) {
  const drawing = figure.querySelector("[data-chart-drawing]");
  const button = figure.querySelector("[data-chart-button]");
  const status = figure.querySelector("[data-chart-status]");
  if (figure instanceof HTMLElement && drawing instanceof HTMLElement && button instanceof HTMLButtonElement) {
    prepare({ figure, drawing, button, status: status instanceof HTMLElement ? status : null });
  }
}
