"""What the first screen tells of mentors: their news to a trainee, and to a mentor the way to their desk."""

from collections.abc import Iterator

from textual.widgets.option_list import Option

from trainer.tui import mentor_texts_ru as ru
from trainer.tui.home_parts import two_lines
from trainer.tui.offer import Offer

NEWS, MENTOR = "news:", "mentor:"
_MOST = 3


def told_options(offer: Offer) -> Iterator[Option | None]:
    """Yield the rows, and a line below them if there are any."""
    if offer.mentor:
        yield Option(two_lines(ru.DESK, ru.DESK_ABOUT), id=MENTOR)
    for item in offer.news[:_MOST]:
        title = ru.NEWS.format(title=offer.titles.get(item.scenario, item.scenario))
        about = ru.NEWS_ABOUT.format(author=item.author or ru.MENTOR, count=item.count)
        yield Option(two_lines(title, about), id=NEWS + item.session)
    if offer.mentor or offer.news:
        yield None
