// Keeps a page in step with the site while somebody edits.
//
// In: the news that a build has ended, and the page's address, which is asked for again. Out: the page as a load would
// show it. Only what differs is put in its place, so that focus and scroll stay; where something happens just once, at
// a load, the page is loaded anew. Not a module: it has to see the page before the scripts of the page do.

{
  const OWN = 'script[src^="/__reload.js"]';
  /** What happens once, or hides what it holds from `isEqualNode`. */
  const ONCE = `script:not(${OWN}), noscript, template`;
  /** What may change in a head while the page stays. */
  const SAID = "title, meta[name=description], meta[property]";

  /**
   * The markup of a page, but for the version of the site.
   * @param {Document} page
   */
  const markup = (page) => page.documentElement.outerHTML.replace(/(?<=\/__reload\.js\?)[\w-]+/, "");

  /**
   * The markup of all that a page has to be loaded anew for.
   * @param {Document} page
   */
  function settled({ compatMode, documentElement, head, body }) {
    const said = [...head.children].filter((element) => !element.matches(SAID));
    const shells = [documentElement, body].map((element) => /** @type {Element} */ (element.cloneNode()));
    return [compatMode, ...[...shells, ...said].map((element) => element.outerHTML)].join("\n");
  }

  /**
   * Makes the inside of one element that of another, and leaves alone what they share.
   * @param {Node} element
   * @param {Node} made
   */
  function match(element, made) {
    const old = [...element.childNodes];
    const young = [...made.childNodes];
    while (old.length && young.length && old[0].isEqualNode(young[0])) [old, young].map((nodes) => nodes.shift());
    /** @param {Node[]} nodes */
    const last = (nodes) => nodes[nodes.length - 1];
    let next = null;
    while (old.length && young.length && last(old).isEqualNode(last(young))) [next] = [old, young].map((nodes) => nodes.pop());
    if (old.length === young.length) return old.forEach((node, place) => exchange(node, young[place]));
    for (const node of old) element.removeChild(node);
    for (const node of young) element.insertBefore(node, next ?? null);
  }

  /**
   * @param {Node} old
   * @param {Node} young
   */
  function exchange(old, young) {
    if (old instanceof Element && old.cloneNode().isEqualNode(young.cloneNode())) match(old, young);
    else old.parentNode?.replaceChild(young, old);
  }

  /**
   * Opens what the reader has opened, where the pages have the same to open.
   * @param {Document} page
   */
  function opened(page) {
    const [old, young] = [document, page].map((each) => [...each.querySelectorAll("details")]);
    if (old.length === young.length) young.forEach((each, place) => (each.open = old[place].open));
  }

  /** @param {Document} page */
  const own = (page) => /** @type {HTMLScriptElement} */ (page.querySelector(OWN));

  /** The markup that was last asked for, whatever scripts have made of it. */
  let sent = "";
  /** @type {EventSource | undefined} */
  let events;

  /** Shows what the page is now. Fails where only a load can. */
  async function renew() {
    const answer = await fetch(location.href, { cache: "no-store" });
    if (!answer.ok || answer.redirected) throw new Error(`${answer.status} ${answer.url}`);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const now = markup(page);
    if (now === sent) return own(document).replaceWith(own(page));
    if (settled(page) !== settled(document)) throw new Error("another head");
    if ([page, document].some((each) => each.querySelector(ONCE))) throw new Error("a script");
    opened(page);
    match(document.documentElement, page.documentElement);
    sent = now;
    // A load looks for what the address points at, and marks it.
    if (location.hash && !document.querySelector(":target")) throw new Error(location.hash);
  }

  // A hidden tab gives its connection back: browsers allow six a host, and a seventh tab would wait for ever.
  function listen() {
    events?.close();
    if (document.hidden) return;
    events = new EventSource(`/__reload${new URL(own(document).src).search}`);
    events.onmessage = ({ currentTarget }) => {
      /** @type {EventSource} */ (currentTarget).close();
      renew().then(listen, () => location.reload());
    };
  }

  document.addEventListener("visibilitychange", listen);
  // Before scripts of the page that wait for its end.
  document.addEventListener("readystatechange", () => ((sent = markup(document)), listen()), { once: true });
}
