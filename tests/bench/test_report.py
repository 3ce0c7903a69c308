"""The table, the ratios to plain Pelican, the growth, the numbers for programs and the picture."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.bench import picture, report
from tests.bench.builds import COLD_UP_TO, Run

CASES = ("cold", "nothing changed", "one changed", "theme changed", "plain Pelican")
CPU = (50.0, 1.0, 5.0, 12.0, 20.0)


def run(case: str, articles: int, cpu: float, peak: float = 100.0, **stages: float) -> Run:
    return Run(case, articles, cpu * 2, cpu, peak, articles * 3, stages)


def of_size(articles: int = 1000, times: float = 1.0) -> list[Run]:
    stages = {"cold": {"analyse": 35.0, "search": 5.0}, "one changed": {"analyse": 2.0, "search": 2.0}}
    return [
        run(case, articles, cpu * times, 150.0 if case == "theme changed" else 100.0, **stages.get(case, {}))
        for case, cpu in zip(CASES, CPU, strict=True)
    ]


def test_what_counts_of_a_cold_build_is_all_but_analysis_and_search() -> None:
    found = {ratio.what: ratio.value for ratio in report.ratios(of_size())}
    assert found == {
        "cold, without analysis and search, to plain Pelican": 0.5,
        "nothing changed, to plain Pelican": 0.05,
        "one changed, without analysis, to plain Pelican": 0.15,
        "the same without search": 0.05,
        "KB of memory an article beyond plain Pelican": 51.2,
    }


def test_builds_are_compared_with_as_many_markdown_pages_where_they_were_built() -> None:
    found = {ratio.what: ratio.value for ratio in report.ratios([*of_size(), run("as many pages", 1000, 40.0, 125.0)])}
    assert found["the same to as many Markdown pages in plain Pelican"] == 0.25
    assert found["one changed, without analysis, to as many Markdown pages"] == 0.075
    assert found["KB of memory an article beyond as many Markdown pages"] == 25.6


def test_goals_are_those_of_the_size() -> None:
    goals = [{ratio.what: ratio.goal for ratio in report.ratios(of_size(size))} for size in (100, 1000, 10_000)]
    assert [goal["nothing changed, to plain Pelican"] for goal in goals] == [None, 0.10, 0.06]


def test_without_plain_pelican_there_is_no_ratio() -> None:
    assert report.ratios(of_size()[:-1]) == ()


@pytest.mark.parametrize(("times", "power"), [(10, 1.0), (100, 2.0), (1, 0.0)])
def test_growth_is_the_power_of_the_articles(times: float, power: float) -> None:
    found = report.growth([*of_size(100), *of_size(1000, times)])
    assert found == {case: [power] for case in CASES}


def test_one_size_tells_nothing_of_growth() -> None:
    assert set(map(len, report.growth(of_size()).values())) == {0}


def test_the_table_has_a_line_a_build_as_wide_as_its_head() -> None:
    names = report.head(1000).splitlines()[1]
    lines = [report.line(one) for one in of_size()]
    assert [line.split("  ")[0] for line in lines] == list(CASES)
    assert {line.index("|") for line in lines} == {names.index("|")}
    assert {len(line) for line in lines} == {len(names)}


def test_ratios_stand_beside_their_goals() -> None:
    assert "  nothing changed, to plain Pelican: 0.05  (goal: at most 0.1)" in list(report.compared(of_size()))


@pytest.mark.parametrize(("size", "said"), [(COLD_UP_TO, False), (COLD_UP_TO + 1, True)])
def test_the_table_says_where_analyses_were_prepared(size: int, said: bool) -> None:
    assert ("analyses were prepared" in report.head(size)) is said


def test_the_numbers_can_be_read_by_programs(tmp_path: Path) -> None:
    report.save([*of_size(100), *of_size(1000, 10)], "texts", tmp_path / "new" / "result.json")
    told = json.loads((tmp_path / "new" / "result.json").read_text())
    assert told["growth"]["cold"] == [1.0]
    assert len(told["runs"]) == 10
    assert {ratio["articles"] for ratio in told["ratios"]} == {100, 1000}
    assert told["runs"][0]["stages"]["analyse"] == 35.0


def test_the_picture_is_sound_and_has_a_bar_a_build() -> None:
    svg = ElementTree.fromstring(picture.drawn([*of_size(100), *of_size(1000, 10)]))  # noqa: S314  # our own
    written = [element.text for element in svg.iter("{http://www.w3.org/2000/svg}text")]
    assert [written.count(case) for case in CASES] == [2] * 5
    assert "1,000 articles, CPU milliseconds an article" in written


def test_the_picture_leaves_the_analysis_to_its_number() -> None:
    assert picture.shown(of_size()[0]) == 15.0
    assert "15.0 + 35 analysis" in picture.drawn(of_size())
