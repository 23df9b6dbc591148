"""Makes the stores of earlier versions: the real file of the first one, brought on step by step by the migrations.

At each step rows come in as that version wrote them, in plain SQL, never by the code of today. Say here what a new migration
brings and run ``python -m tests.data.stores.make``. A file that is there is left as it is.
"""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from trainer.storage.db.versions import MIGRATIONS

HERE = Path(__file__).parent
SESSION = "20261122-082343-547336-courier-pickup"
AT = "2026-11-22T09:00:00Z"
STATEMENT = '{"id": "5f1a", "verb": {"id": "http://adlnet.gov/expapi/verbs/answered"}}'
# What each version added, by the version.
ROWS: dict[str, tuple[str, ...]] = {
    "0002": (
        "INSERT INTO rescores (session_id, number, at, score, grade, verdict, hash_pack, hash_catalogue, engine_version) "
        f"VALUES ('{SESSION}', 1, '{AT}', 51, 3, '{{\"score\": 51}}', 'p', 'c', '0.1')",
    ),
    "0003": (
        "INSERT INTO outbox (target, person_id, session_id, verb, number, statement, queued_at, sent_at) VALUES "
        f"('https://lrs.example.ru/statements', 'local', '{SESSION}', 'answered', 1, NULL, '{AT}', '{AT}'), "
        f"('https://lrs.example.ru/statements', 'local', '{SESSION}', 'answered', 2, '{STATEMENT}', '{AT}', NULL)",
    ),
    "0004": (
        f"INSERT INTO people (id, name, role, created_at, pin_wrong) VALUES ('p1', 'Анна', 'trainee', '{AT}', 2), "
        f"('m1', 'Ольга', 'mentor', '{AT}', 0)",
        "INSERT INTO groups (id, name) VALUES ('g1', 'Ноябрь')",
        "INSERT INTO members (group_id, person_id) VALUES ('g1', 'p1')",
        "INSERT INTO assignments (id, title, mode, counts, created_at, pass_mark, attempts) "
        f"VALUES ('a1', 'День 1', 'training', 'best', '{AT}', 70, 3)",
        "INSERT INTO assignment_items (assignment_id, number, item) VALUES ('a1', 0, 'courier-pickup')",
        "INSERT INTO assignment_groups (assignment_id, group_id) VALUES ('a1', 'g1')",
        "INSERT INTO assignment_people (assignment_id, person_id) VALUES ('a1', 'local')",
    ),
    "0005": (
        "INSERT INTO comments (session_id, number, author_id, kind, text, at) "
        f"VALUES ('{SESSION}', 1, 'm1', 'actionable', 'Назовите срок', '{AT}')",
    ),
    "0006": (
        "INSERT INTO objections (answer_id, deduction, standard, points, text, at) "
        f"VALUES (1, 1, 'curt', 10, 'Вопрос был короткий', '{AT}')",
        "INSERT INTO decisions (objection_id, withdrawn, reason, mentor_id, at, score_before, score_after) "
        f"VALUES (1, 1, 'Согласна', 'm1', '{AT}', 46, 56)",
        "INSERT INTO labelled (text, scenario, turn, standard, label, person_id, mentor_id, at, origin, origin_id) "
        f"VALUES ('Да.', 'courier-pickup', 'question', 'curt', 0, 'local', 'm1', '{AT}', 'decision', '1')",
        f"INSERT INTO notices (person_id, at, kind, data) VALUES ('local', '{AT}', 'decided', '{{\"before\": 46}}')",
        f"INSERT INTO calibrations (id, at) VALUES ('nov', '{AT}')",
        "INSERT INTO calibration_answers (calibration_id, number, text, scenario, turn, person_id) "
        "VALUES ('nov', 1, 'Да.', 'courier-pickup', 'question', 'local')",
        "INSERT INTO calibration_marks (calibration_id, number, person_id, standards, at) "
        f"VALUES ('nov', 1, 'm1', '[\"curt\"]', '{AT}')",
    ),
    "0007": (
        "INSERT INTO outbox (target, person_id, session_id, verb, number, statement, queued_at, revision) VALUES "
        f"('https://lrs.example.ru/statements', 'local', '{SESSION}', 'voided answered', 1, '{STATEMENT}', '{AT}', 0), "
        f"('https://lrs.example.ru/statements', 'local', '{SESSION}', 'answered', 1, '{STATEMENT}', '{AT}', 1)",
    ),
    "0008": (
        "INSERT INTO links (id, person_id, secret_hash, created_at, expires_at) "
        f"VALUES ('l1', 'p1', 'ab', '{AT}', '2027-01-01T00:00:00Z')",
        f"INSERT INTO visits (id, link_id, secret_hash, at) VALUES ('v1', 'l1', 'cd', '{AT}')",
    ),
}


def main() -> None:
    """Make what is missing."""
    before = "0001"
    for version, statements in ROWS.items():
        path = HERE / version / "trainer.db"
        if not path.exists():
            path.parent.mkdir(exist_ok=True)
            shutil.copyfile(HERE / before / "trainer.db", path)
            upgrade(path, version)
            with closing(sqlite3.connect(path)) as connection:
                connection.execute("PRAGMA foreign_keys=ON")
                for statement in statements:
                    connection.execute(statement)
                connection.commit()
                connection.execute("PRAGMA journal_mode=DELETE")
                connection.execute("VACUUM")
        before = version


def upgrade(path: Path, version: str) -> None:
    """Bring a file to a version, no further."""
    from alembic import command
    from alembic.config import Config
    from sqlalchemy import create_engine

    engine = create_engine(f"sqlite:///{path}")
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, version)
    engine.dispose()


if __name__ == "__main__":
    main()
