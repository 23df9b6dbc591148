"""Checks of exercises: what no judge is needed for, and whether the author's own wordings pass."""

from trainer.authoring.exercises.judged import judged_exercise
from trainer.authoring.exercises.shape import checked_exercise

__all__ = ["checked_exercise", "judged_exercise"]
