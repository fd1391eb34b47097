"""The portal that is measured: invented records with texts, the same for every generator and on every day.

In: how many records. Out: records, half of them projects and half indicators, in two languages each. It must not
know in which form a generator wants them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random

Texts = dict[str, str]
"""By language."""
LANGUAGES = ("sv", "fi")
STATUSES = ("planned", "ongoing", "done")
GOALS = tuple("abcdefgh")
YEARS = tuple(range(2016, 2024))
UNITS = {"sv": ("procent", "ton", "antal"), "fi": ("prosenttia", "tonnia", "kappaletta")}
TABLE = {"sv": "| Skede | Ansvar | Andel |", "fi": "| Vaihe | Vastuu | Osuus |"}
HEADINGS = {"sv": ("Bakgrund", "Genomförande", "Resultat"), "fi": ("Tausta", "Toteutus", "Tulokset")}
MORE = {"sv": ("Läs mer om", "grannprojektet", "källan"), "fi": ("Lue lisää", "naapurihanke", "lähde")}
WORDS: Mapping[str, tuple[str, ...]] = {
    code: tuple(words.split(" "))
    for code, words in {
        "sv": (
            "och i att det som en på är av för med till den har de inte om ett han men var sig från vi så kan när år "
            "under också efter eller nu sin där vid mot ska skulle kommun skola vatten energi miljö plan mål arbete "
            "hållbar utveckling stad region näring trafik väg skog åker ö hav klimat utsläpp bostad vård äldre unga "
            "kultur idrott bibliotek resurs budget åtgärd uppföljning samarbete förening företag invånare område"
        ),
        "fi": (
            "ja on ei että se joka kun niin mutta myös tai vain kuin jos ovat sen hän oli nyt vuonna kunta koulu vesi "
            "energia ympäristö suunnitelma tavoite työ kestävä kehitys kaupunki alue elinkeino liikenne tie metsä "
            "saari meri ilmasto päästö asunto hoito vanhus nuori lapsi kulttuuri liikunta kirjasto resurssi budjetti "
            "toimenpide seuranta yhteistyö yhdistys yritys asukas kävijä tuki palvelu digitaalinen avoin yhteinen"
        ),
    }.items()
}


@dataclass(frozen=True)
class Project:
    """A project. goal: of GOALS. cost: in euros. bodies: Markdown, in which `{}` stands for the neighbour's link."""

    id: str
    title: Texts
    summary: Texts
    responsible: Texts
    status: str
    goal: str
    year: int
    cost: int
    neighbour: str
    bodies: Texts


@dataclass(frozen=True)
class Indicator:
    """An indicator with a value for each of YEARS. bodies: as in Project."""

    id: str
    title: Texts
    summary: Texts
    unit: Texts
    target: float
    values: tuple[float, ...]
    neighbour: str
    bodies: Texts


def projects(count: int) -> Iterator[Project]:
    """Those of a portal of `count` records."""
    total = count - count // 2
    for number in range(1, total + 1):
        facts, texts = Random(f"p{number}"), _randoms("p", number)
        yield Project(
            _id("p", number),
            {code: _title(each, code, number) for code, each in texts.items()},
            {code: _plain(each, code) for code, each in texts.items()},
            {code: " ".join(_some(each, code, 2)).capitalize() for code, each in texts.items()},
            facts.choice(STATUSES),
            facts.choice(GOALS),
            facts.randint(2015, 2030),
            facts.randrange(5, 2500) * 1000,
            _id("p", facts.randint(1, total)),
            {code: _body(each, code, number, (55, 60, 45)) for code, each in texts.items()},
        )


def indicators(count: int) -> Iterator[Indicator]:
    """Those of a portal of `count` records."""
    total = count // 2
    for number in range(1, total + 1):
        facts, texts = Random(f"i{number}"), _randoms("i", number)
        base, unit = facts.uniform(20, 400), facts.randrange(3)
        yield Indicator(
            _id("i", number),
            {code: _title(each, code, number) for code, each in texts.items()},
            {code: _plain(each, code) for code, each in texts.items()},
            {code: UNITS[code][unit] for code in LANGUAGES},
            round(base * facts.uniform(0.6, 1.4), 1),
            tuple(round(base * facts.uniform(0.6, 1.3), 1) for _ in YEARS),
            _id("i", facts.randint(1, total)),
            {code: _body(each, code, number, (45, 40, 0)) for code, each in texts.items()},
        )


def _id(letter: str, number: int) -> str:
    return f"{letter}-{number:05}"


def _randoms(letter: str, number: int) -> dict[str, Random]:
    return {code: Random(f"{letter}{number}{code}") for code in LANGUAGES}


def _some(random: Random, code: str, count: int) -> list[str]:
    return [random.choice(WORDS[code]) for _ in range(count)]


def _title(random: Random, code: str, number: int) -> str:
    return f"{' '.join(_some(random, code, 4)).capitalize()} {number}"


def _plain(random: Random, code: str) -> str:
    return f"{' '.join(_some(random, code, 12)).capitalize()}."


def _sentence(random: Random, code: str, length: int) -> str:
    words = _some(random, code, length)
    words[length // 2] += ","
    if random.random() < 0.3:  # noqa: PLR2004 - of sentences
        words[2] = f"**{words[2]}**"
    if random.random() < 0.2:  # noqa: PLR2004 - likewise
        words[4] = f"*{words[4]}*"
    return f"{' '.join(words)}."


def _paragraph(random: Random, code: str, words: int) -> str:
    sentences = []
    while words > 0:
        length = max(6, min(words, random.randint(8, 15)))
        sentences.append(_sentence(random, code, length))
        words -= length
    return " ".join(sentences)


def _body(random: Random, code: str, number: int, words: tuple[int, int, int]) -> str:
    """Headings, paragraphs, two links, a list and a table; where `words` has a third part, a last section."""
    first, second, third = HEADINGS[code]
    more, neighbour, source = MORE[code]
    length = 4 if words[2] else 3
    parts = [
        f"## {first}",
        _paragraph(random, code, words[0]),
        f"{more} [{neighbour}]({{}}) {random.choice(WORDS[code])} [{source}](https://example.org/src/{number}).",
        f"## {second}",
        _paragraph(random, code, words[1]),
        "\n".join(f"- {_sentence(random, code, 8)}" for _ in range(length)),
        "\n".join([TABLE[code], "|---|---|---:|", *(_row(random, code) for _ in range(length))]),
    ]
    if words[2]:
        parts += [f"### {third}", _paragraph(random, code, words[2])]
    return "\n\n".join(parts) + "\n"


def _row(random: Random, code: str) -> str:
    first, second, third = _some(random, code, 3)
    return f"| {first} | {second} {third} | {random.randrange(100)} % |"
