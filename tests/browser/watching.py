"""What happens in a browser beside the page itself: words on the console, requests, failures."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, Request, Response

# A request that was under way when the page was left: no fault of the page.
LEFT = "net::ERR_ABORTED"
# For a window from its beginning: `shifted` is how far what was seen has moved by itself, as browsers score it.
SHIFTS = """window.shifted = 0; new PerformanceObserver((list) => {
  for (const each of list.getEntries()) window.shifted += each.value;
}).observe({ type: "layout-shift", buffered: true })"""


def hearing(selector: str) -> str:
    """A script that gathers what a live region tells from now on in `heard`, even the same words again."""
    return f"""() => {{
  const place = document.querySelector({selector!r});
  window.heard = [];
  new MutationObserver(() => window.heard.push(place.textContent)).observe(place, {{ childList: true }});
}}"""


class Watch:
    """Listens to a profile from now on.

    said: messages of the console and errors of scripts. asked: addresses. failed: addresses with the reason.
    """

    def __init__(self, context: BrowserContext) -> None:
        self.said: list[str] = []
        self.asked: list[str] = []
        self.failed: list[str] = []
        context.on("console", lambda message: self.said.append(message.text))
        context.on("weberror", lambda error: self.said.append(str(error.error)))
        context.on("request", lambda request: self.asked.append(request.url))
        context.on("requestfailed", self._failed)
        context.on("response", self._answered)

    def _failed(self, request: Request) -> None:
        if request.failure != LEFT:
            self.failed.append(f"{request.url} {request.failure}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400:
            self.failed.append(f"{response.url} {response.status}")

    def beyond(self, url: str) -> list[str]:
        """What was asked of any other host than that of `url`."""
        return [asked for asked in self.asked if not asked.startswith((f"{url}/", "data:"))]

    def forget(self) -> None:
        """Begin anew."""
        for heard in (self.said, self.asked, self.failed):
            heard.clear()
