"""How addresses are answered: what does not exist, what has moved, and the headers of what is there."""

from __future__ import annotations

from playwright.sync_api import Page, Response

from tests.browser.published import ROOT_KIND, Published


def gone_to(page: Page, address: str) -> Response:
    """Go there, and give what came back."""
    response = page.goto(address)
    assert response is not None
    return response


def test_what_is_missing_is_said_in_the_language_of_its_address(portal: Published, page: Page) -> None:
    """404 with a page in that language, which leads on; at the root, in every language."""
    for language in portal.languages:
        for path in (f"/{language}/x", f"/{language}/x/y/"):
            assert 404 == gone_to(page, f"{portal.url}{path}").status
            assert language == page.locator("html").get_attribute("lang")
            assert "not-found" == page.locator("main").get_attribute("data-kind")
            assert page.locator(f'main a[href="/{language}/"]').count() == 1
    assert 404 == gone_to(page, f"{portal.url}/x/").status
    named = page.locator("h1 [lang]").evaluate_all("parts => parts.map(part => part.lang)")
    assert list(portal.languages) == sorted(named)


def test_what_is_missing_can_be_searched_for(portal: Published, page: Page) -> None:
    """Each language's page, and the one at the root in each language, has a form that leads to the search."""
    searched = {each.language: each.path for each in portal.kinds if each.kind == "search"}
    assert searched
    for language, path in searched.items():
        for missing in ("/x/", f"/{language}/x/"):
            gone_to(page, f"{portal.url}{missing}")
            form = page.locator(f'main form[action="{path}"]')
            form.locator("input").fill("x")
            form.locator("button").click()
            page.wait_for_url(f"{portal.url}{path}?q=x")


def test_no_search_engine_keeps_what_is_missing(portal: Published, page: Page) -> None:
    """The pages for what is missing ask not to be indexed."""
    for path in ("/x", *(f"/{language}/x" for language in portal.languages)):
        page.goto(f"{portal.url}{path}")
        assert "noindex" == page.locator('meta[name="robots"]').get_attribute("content"), path


def test_an_old_address_leads_to_the_page(invented: Published, page: Page) -> None:
    """An alias is answered with the page under its present address."""
    assert invented.moved
    for old, new in invented.moved:
        assert 200 == gone_to(page, f"{invented.url}{old}").status
        assert f"{invented.url}{new}" == page.url


def test_pages_carry_the_headers_of_a_strict_policy(portal: Published, page: Page) -> None:
    """Every kind of page, those for what is missing too."""
    for path in ("/x", *(each.path for each in portal.kinds)):
        headers = page.request.get(f"{portal.url}{path}").headers
        policy = dict(part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";"))
        assert ("'none'", "'self'") == (policy["default-src"], policy["style-src"])
        # What the search needs; every other page takes it away again, which the tests of the search hold.
        assert "'self' 'wasm-unsafe-eval'" == policy["script-src"]
        assert ("'none'", "'none'") == (policy["frame-ancestors"], policy["base-uri"])
        assert headers["strict-transport-security"].startswith("max-age=63072000")
        assert "nosniff" == headers["x-content-type-options"]
        assert "same-origin" == headers["referrer-policy"]
        assert "camera=()" in headers["permissions-policy"]
        assert "same-origin" == headers["cross-origin-opener-policy"]
        assert "same-origin" == headers["cross-origin-resource-policy"]


def test_assets_are_kept_for_good_and_pages_are_not(portal: Published, page: Page) -> None:
    """What has a fingerprint in its name never changes; a page is asked for anew."""
    kept: dict[str, str] = {}
    page.on("response", lambda response: kept.update({response.url: response.headers.get("cache-control", "")}))
    for each in (each for each in portal.having("data-chart-button") if each.kind != ROOT_KIND):
        page.goto(f"{portal.url}{each.path}")
    # The browser asks for the icon when it has the time for it.
    icon = page.request.get(page.locator('link[rel="icon"]').first.evaluate("link => link.href"))
    kept[icon.url] = icon.headers["cache-control"]
    assets = {address for address in kept if "/assets/" in address}
    assert {"style", "chart", "icon"} <= {address.rpartition("/")[2].partition(".")[0] for address in assets}
    assert {"public, max-age=31536000, immutable"} == {kept[address] for address in assets}
    assert {"public, max-age=0, must-revalidate"} == {
        caching for address, caching in kept.items() if address.endswith("/")
    }
