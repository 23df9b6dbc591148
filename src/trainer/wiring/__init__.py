"""The one place where store, clock, packs, judge and screens are joined.

One module a concern; whoever joins the parts from outside imports from here.
"""

from trainer.wiring.desk import HouseDesk
from trainer.wiring.disagreeing import news, object_to, objections_of
from trainer.wiring.judging import SHIPPED, WITHOUT_MEANING, LazyJudge, build_judge, catalogue, renew
from trainer.wiring.keeping import SystemClock, choose_person, database, person_id, store, store_failed
from trainer.wiring.records import HouseRecords
from trainer.wiring.refreshing import HouseRefresher, refresher
from trainer.wiring.screens import run_app, run_desk, run_exercise, run_lesson, run_refresh
from trainer.wiring.series import exercise, open_series, resume_exercise
from trainer.wiring.stamps import stamp
from trainer.wiring.talks import open_passing_session, open_session, resume_session, scenario
from trainer.wiring.team import team

__all__ = [
    "SHIPPED",
    "WITHOUT_MEANING",
    "HouseDesk",
    "HouseRecords",
    "HouseRefresher",
    "LazyJudge",
    "SystemClock",
    "build_judge",
    "catalogue",
    "choose_person",
    "database",
    "exercise",
    "news",
    "object_to",
    "objections_of",
    "open_passing_session",
    "open_series",
    "open_session",
    "person_id",
    "refresher",
    "renew",
    "resume_exercise",
    "resume_session",
    "run_app",
    "run_desk",
    "run_exercise",
    "run_lesson",
    "run_refresh",
    "scenario",
    "stamp",
    "store",
    "store_failed",
    "team",
]
