"""Gives losses about standards their titles, reasons and ways out from the catalogue."""

from dataclasses import replace

from trainer.model.standard import Catalogue
from trainer.practice.exercises.assessment import Assessment, Loss


def explained(assessment: Assessment, catalogue: Catalogue) -> Assessment:
    """Return the assessment with every loss about a standard told in full."""
    return replace(assessment, losses=tuple(_loss(loss, catalogue) for loss in assessment.losses))


def _loss(loss: Loss, catalogue: Catalogue) -> Loss:
    standard = catalogue.standards.get(loss.standard)
    if standard is None:
        return loss
    why = loss.why if standard.matters in loss.why else f"{loss.why} {standard.matters}".strip()
    return replace(
        loss,
        title=loss.title or standard.title,
        why=why,
        fix=loss.fix or standard.fix,
        source=loss.source or standard.source,
    )
