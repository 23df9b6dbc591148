from tests.cli.conftest import Run


def test_a_reply_is_checked_without_a_scenario(run: Run) -> None:
    text = "Здравствуйте, дура"
    (record,) = run("check", "--json", stdin=text).records
    assert record["shown"] == ["greet"]
    assert record["violated"] == ["rude"]
    for finding in record["findings"]:
        assert finding["why"]
        assert finding["source"] == "002: страница"
        for piece in finding["evidence"]:
            assert text[piece["start"] : piece["end"]] == piece["text"]


def test_only_the_standards_that_were_asked_for(run: Run) -> None:
    (record,) = run("check", "--json", "--standards", "rude", stdin="Здравствуйте, дура").records
    assert (record["shown"], record["violated"]) == ([], ["rude"])
    assert [item["standard"] for item in record["findings"]] == ["rude"]


def test_unknown_standard_gets_a_suggestion(run: Run) -> None:
    done = run("check", "--standards", "rude,gret", stdin="да")
    assert done.code == 2
    assert "«greet»" in done.err


def test_standards_that_need_a_scenario_are_refused(run: Run) -> None:
    for name in ("answer-fully", "log-contact"):
        done = run("check", "--standards", name, stdin="да")
        assert done.code == 2
        assert name in done.err


def test_a_person_sees_what_to_mend(run: Run) -> None:
    out = run("check", stdin="Здравствуйте, дура").out
    assert "Поздороваться (greet): «Здравствуйте»" in out
    assert "Не грубить (rude): «дура»" in out
    assert "почему: грубо" in out
    assert "Нарушений не видно." in run("check", stdin="Здравствуйте").out
    assert "Ничего из стандартов не видно." in run("check", stdin="угу").out
