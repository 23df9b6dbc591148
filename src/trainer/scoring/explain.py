"""Why points were taken, in words that a trainee can use."""

from trainer.model.standard import Standard
from trainer.model.verdict import Finding
from trainer.scoring.context import Context

BY_MEANING = "Найдено по смыслу. Похожий пример: «{example}»"


def explain_missed(standard: Standard, context: Context) -> str:
    """Say what was expected here; for facts, name the ones that the client did not learn."""
    if standard.id == "answer-fully" and context.required_open:
        told = "; ".join(fact.text for fact in context.required_open)
        return f"Клиент ещё не узнал: {told}."
    return f"{standard.missed} {standard.matters}".strip()


def explain_violated(standard: Standard, finding: Finding) -> str:
    """Say what is wrong with the words shown and why it matters to the client."""
    by_meaning = BY_MEANING.format(example=finding.example) if finding.example else ""
    return " ".join(filter(None, (finding.why, standard.matters, by_meaning)))
