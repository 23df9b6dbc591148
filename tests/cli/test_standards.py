from tests.cli.conftest import Run


def test_all_standards_by_quality(run: Run) -> None:
    out = run("standards").out
    assert out.startswith("Доброжелательность")
    assert "greet         ожидается     Поздороваться" in out
    assert "rude          так нельзя" in out


def test_one_standard_whole(run: Run) -> None:
    out = run("standards", "greet").out
    for text in ("просит greet", "зачем greet", "как greet", "002: страница", "Баллы: 10"):
        assert text in out
    assert "- Добрый день!  [«Добрый день»]" in out
    assert "- День добрый выдался" in out


def test_unknown_standard_gets_a_suggestion(run: Run) -> None:
    done = run("standards", "gret")
    assert done.code == 2
    assert "«greet»" in done.err


def test_records(run: Run) -> None:
    records = run("standards", "--json").records
    assert [record["id"] for record in records] == ["greet", "answer-fully", "rude", "log-contact"]
    assert records[0]["hits"] == [{"text": "Добрый день!", "words": ["Добрый день"]}]
