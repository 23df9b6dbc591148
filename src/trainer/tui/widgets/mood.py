"""How the client feels: a face, a word and a scale."""

from textual.content import Content
from textual.widgets import Static

from trainer.model.scenario import Mood
from trainer.practice.texts_ru import MOODS

# Brows, eyes and mouth, five cells each.
_FACES = {
    Mood.FURIOUS: ("\\\\ //", "@   @", "VVVVV"),
    Mood.ANGRY: ("\\   /", "o   o", " ╭─╮ "),
    Mood.UPSET: ("/   \\", "o   o", " ╭─╮ "),
    Mood.NEUTRAL: ("     ", "o   o", " ─── "),
    Mood.PLEASED: ("     ", "^   ^", " ╰─╯ "),
}
COLORS = {
    Mood.FURIOUS: "$error",
    Mood.ANGRY: "$error",
    Mood.UPSET: "$warning",
    Mood.NEUTRAL: "$primary",
    Mood.PLEASED: "$success",
}
_STEPS = len(Mood)


def face(mood: Mood) -> str:
    """Return the drawing, five lines of nine cells."""
    brows, eyes, mouth = _FACES[mood]
    rows = [f"│ {row} │" for row in (brows, eyes, mouth)]
    return "\n".join(["╭───────╮", *rows, "╰───────╯"])


def scale(mood: Mood) -> Content:
    """Return the place of a mood between fury and joy."""
    reached = int(mood) + 1
    return Content.assemble(
        ("━━" * reached, f"bold {COLORS[mood]}"), ("──" * (_STEPS - reached), "$secondary 60%")
    )


class MoodFace(Static):
    """The client's mood, drawn anew whenever it changes."""

    def __init__(self, name: str, mood: Mood) -> None:
        super().__init__(markup=False)
        self._name_shown = name
        self.mood = mood

    def on_mount(self) -> None:
        """Draw it."""
        self.show(self.mood)

    def show(self, mood: Mood) -> None:
        """Draw a mood."""
        self.mood = mood
        color = COLORS[mood]
        parts = [
            Content.styled(self._name_shown, "bold"),
            Content.styled(face(mood), color),
            Content.styled(MOODS[mood], f"bold {color}"),
            scale(mood),
        ]
        self.update(Content("\n").join(parts))
