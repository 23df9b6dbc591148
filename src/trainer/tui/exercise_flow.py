"""Which screen comes next in an exercise: decided by its form and by where the series stands."""

from textual.screen import Screen

from trainer.model.exercise import Exercise, Form
from trainer.practice.exercises.series import Series
from trainer.practice.records import Mode


def open_exercise(exercise: Exercise, mode: Mode, task: str = "") -> Screen[None]:
    """Return the screen that an exercise is opened with; ``task`` is the id of what it is done for."""
    if exercise.form is Form.RECOVER:
        from trainer.tui.screens.recover import RecoverScreen

        return RecoverScreen(exercise)
    from trainer.tui.screens.exercise_brief import ExerciseBriefScreen

    return ExerciseBriefScreen(exercise, mode, task)


def series_screen(series: Series) -> Screen[None]:
    """Return the screen for the present state of a series."""
    if series.item is None:
        from trainer.tui.screens.series_sum import SeriesSumScreen

        return SeriesSumScreen(series)
    from trainer.tui.screens.exercise import ExerciseScreen

    return ExerciseScreen(series)


def screen_of(doing: Series | Exercise) -> Screen[None]:
    """Return the screen to begin with when an exercise was asked for by name."""
    return series_screen(doing) if isinstance(doing, Series) else open_exercise(doing, Mode.TRAINING)
