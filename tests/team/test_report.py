"""A report adds up, and nothing that anybody typed gets through any of its forms."""

import csv
import io
import json
import re
from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.team.samples import MADE, report
from trainer.cli.report_lines import lines
from trainer.model.points import mean
from trainer.team.report import Level, Titles, Week, build, level_of, weakest
from trainer.team.report_csv import as_csv, cell
from trainer.team.report_data import About, Selection, Sums, Weekly
from trainer.team.report_html import as_html
from trainer.team.report_json import as_data
from trainer.team.report_svg import line, sparkline, week_text
from trainer.team.report_words import change, number, period, summary

NASTY = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</title></style><script>",
    "'; background: url(https://example.org) '",
    "<!-- -->]]>&lt;&amp;",
    "\x1b[31m\x07\x00красный\x9b2J",
    '=HYPERLINK("http://example.org")',
    "{script} %s {0}",
    "\u202eназад\u2028\r\n\ud800",
    "{{style}}",
)


def test_losses_and_the_mean_add_up_to_a_hundred() -> None:
    found = report()
    anna = found.people[0]
    assert anna.score == 82
    assert sum(loss.each for loss in anna.qualities.values()) == pytest.approx(18)
    assert found.score == pytest.approx(1320 / 20)


def test_people_are_told_by_what_they_did() -> None:
    anna, boris, vera = report().people
    assert (anna.begun, anna.finished, anna.before, anna.after, anna.left) == (3, 2, 60, 90, False)
    assert (anna.hints, anna.seconds) == (0.2, 50)
    assert (boris.left, boris.seconds) == (True, 100)
    assert (vera.answers, vera.score, vera.weeks, vera.last) == (0, None, (), "")
    assert weakest(anna.qualities) == ["initiative", "goodwill"]
    assert weakest(vera.qualities) == []


def test_a_level_has_its_word() -> None:
    anna, boris, vera = report().people
    assert anna.qualities["initiative"].level is Level.WEAK
    assert anna.qualities["goodwill"].level is Level.FAIR
    assert anna.qualities["courtesy"].level is Level.UNSEEN
    assert boris.qualities["courtesy"].level is Level.GOOD
    assert {loss.level for loss in vera.qualities.values()} == {Level.UNSEEN}


def test_weeks_without_answers_are_gaps() -> None:
    weeks = report().people[0].weeks
    assert weeks == (Week("2026-11-02", 4, 70), Week("2026-11-09", 0, None), Week("2026-11-16", 6, 90))
    assert line(weeks).count("<polyline") == 0  # two lone weeks are dots
    assert line(weeks).count("<circle") == 2
    assert sparkline(weeks).count("<polyline") == 1  # too small for gaps


def test_standards_come_by_their_cost_over_everybody() -> None:
    rows = report().standards
    assert [(row.title, row.loss.points, row.loss.lost, row.loss.shown) for row in rows] == [
        ("Обрывочный ответ", 660, 15, 1),
        ("Поздороваться", 20, 2, 8),
        ("rude", 0, 0, 3),
    ]
    assert rows[0].loss.each == 33


def test_changes_are_told_in_words() -> None:
    found = report()
    assert (found.before, found.after) == (55, 65)
    assert change(55, 65) == "Первые попытки в среднем 55, последние 65: стало лучше на 10."
    assert "ниже на 5" in change(50, 45)
    assert "без перемен" in change(50, 50)
    assert change(None, None) == ""
    assert summary(found) == "Ответов: 20. Средний балл: 66 из 100."
    assert period(found.chosen) == "01.11.2026 - по сегодня"
    assert period(Selection()) == "За всё время"
    assert period(Selection(until=date(2026, 1, 2))) == "С начала - 02.01.2026"


def test_a_half_is_rounded_up_as_in_a_debrief() -> None:
    answers = [64, 65]
    sums = Sums(people=(About("a", "Анна"),), weeks=(Weekly("a", "2026-11-02", 2, sum(answers), 0, 0, 0),))
    found = build("Анна", Selection(("a",)), sums, Titles({}, {}, {}, {}), MADE)
    shown = str(mean(answers))
    assert shown == "65"
    assert summary(found) == f"Ответов: 2. Средний балл: {shown} из 100."
    assert f"<td class=number>{shown}</td>" in as_html(found)
    assert shown in week_text(found.people[0].weeks[0])
    assert number(64.5, 0) == shown
    told = [line for line in lines(found) if f"балл {shown}" in line]
    assert told[1:] == ["Анна. Неделя с 02.11.2026: балл 65, ответов 2."]
    assert told[0].startswith("Анна: ответов 2")
    assert change(64.5, 66.5) == "Первые попытки в среднем 65, последние 67: стало лучше на 2."


def test_a_quality_that_no_catalogue_knows_has_its_column() -> None:
    found = report()
    assert [name for name, _ in found.qualities] == ["goodwill", "initiative", "courtesy"]
    titles = Titles({}, {}, {}, {})
    bare = build("x", Selection(), Sums(people=(About("a", "Анна"),)), titles, MADE)
    assert bare.qualities == ()
    assert as_html(bare).count("ответов за это время нет") == 1


def test_plain_data_is_what_the_docs_say() -> None:
    data = json.loads(json.dumps(as_data(report())))
    assert data["people"][0]["qualities"]["initiative"] == {
        "points": 16.0,
        "lost": 6,
        "shown": 0,
        "level": "weak",
    }
    assert data["people"][0]["weeks"][0] == {"week": "2026-11-02", "answers": 4, "score": 70.0}
    assert data["standards"][0]["points"] == 33.0
    assert (data["from"], data["to"], data["score"]) == ("2026-11-01", None, 66.0)
    assert data["changes"][0] == {
        "person": "a", "scenario": "parcel", "title": "Посылка", "count": 2, "first": 60, "last": 90,
    }  # fmt: skip


class Page(HTMLParser):
    """Reads a page as a browser would: its tags, attributes and texts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


ALLOWED = {
    "html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "div", "table", "thead", "tbody", "tr", "th",
    "td", "svg", "g", "rect", "text", "line", "polyline", "circle",
}  # fmt: skip


def check_page(text: str) -> Page:
    page = Page(text)
    assert {tag for tag, _ in page.tags} <= ALLOWED
    for tag, attrs in page.tags:
        assert not [
            name for name in attrs if name.startswith("on") or name in ("href", "src", "style", "xlink:href")
        ]
        if tag == "meta" and attrs.get("http-equiv"):
            assert attrs["http-equiv"] == "Content-Security-Policy"
    style = "".join(re.findall(r"<style>(.*?)</style>", text, re.DOTALL))
    assert not re.search(r"https?:|url\(|@import", style)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)
    return page


@pytest.mark.parametrize("nasty", NASTY)
def test_nothing_typed_becomes_part_of_the_page(nasty: str) -> None:
    clean = check_page(as_html(report()))
    found = report(nasty, title=nasty, standard=nasty, pack=nasty, scenario=nasty)
    page = check_page(as_html(found))
    # The same elements as with harmless names, and the policy as it was.
    assert [tag for tag, _ in page.tags] == [tag for tag, _ in clean.tags]
    assert page.tags[3] == clean.tags[3]


@given(st.text(max_size=60))
def test_any_name_leaves_the_page_whole(name: str) -> None:
    # The way from the name to the line of the table, without what else is on the page.
    page = Page(as_html(report(name, title=name)))
    assert {tag for tag, _ in page.tags} <= ALLOWED


def test_the_page_forbids_everything_but_its_own_look() -> None:
    text = as_html(report())
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
    assert policy
    assert policy[1].startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in text
    import base64
    import hashlib

    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"'sha256-{digest}'" in policy[1]
    assert "@media print" in style[1]


def test_a_word_stands_beside_every_colour() -> None:
    page = as_html(report())
    for name in ("good", "fair", "weak", "unseen"):
        cells = re.findall(rf'<rect class="{name}".*?</g>', page)
        words = {"good": "хорошо", "fair": "бывает", "weak": "слабое место", "unseen": "не встречалось"}
        assert all(words[name] in cell for cell in cells)
        assert cells or name == "good"


@pytest.mark.parametrize("nasty", [*NASTY, "=1+1", "+1", "-1", "@x", " =1", "\t=1", "＝1", "\u200b=1", "'=1"])
def test_no_cell_is_a_formula(nasty: str) -> None:
    rows = list(csv.reader(io.StringIO(as_csv(report(nasty))), delimiter=";"))
    assert len({len(row) for row in rows}) == 1
    assert len(rows) == 4
    for row in rows:
        for value in row:
            assert not re.match(r"[\s\ufeff]*[=+\-@\t\r＝＋－＠]", value)
            assert not re.search("[\x00-\x1f\x7f]", value)


def test_a_cell_of_plain_words_stays_as_it_is() -> None:
    assert cell("Анна-Мария") == "Анна-Мария"
    assert cell("=1") == "'=1"


def test_a_table_has_a_row_a_person_and_russian_numbers() -> None:
    rows = list(csv.DictReader(io.StringIO(as_csv(report()).lstrip("\ufeff")), delimiter=";"))
    assert [row["Ученик"] for row in rows] == ["Анна", "Борис", "Вера"]
    assert (rows[0]["Балл"], rows[0]["Теряет: Активность"], rows[2]["Теряет: Активность"]) == (
        "82,0",
        "16,0",
        "",
    )


@pytest.mark.parametrize(
    ("each", "level"),
    [(1.44, Level.GOOD), (1.46, Level.FAIR), (1.5, Level.FAIR), (4.94, Level.FAIR), (4.96, Level.WEAK)],
)
def test_the_word_fits_the_number_that_is_shown(each: float, level: Level) -> None:
    assert level_of(each) is level
