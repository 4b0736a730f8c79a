"""Issue bodies as GitHub makes them from the forms, with invented answers."""

from rsfm.forms.both_forms import ADD, CORRECT, forms_of
from rsfm.forms.questions import AnswerKind
from rsfm.model import Taxonomy

NEW = {
    "name": "TerraFox",
    "title": "TerraFox: An Invented Model That Hunts for Fields",
    "arxiv": "https://arxiv.org/abs/2501.00011v2",
    "family": "visual",
    "kinds": "model, dataset",
    "year": "2025",
    "code": "https://github.com/terrafox/terrafox",
    "tasks": "object-detection",
    "consent": "yes",
}


def body(taxonomy: Taxonomy, name: str, answers: dict[str, str]) -> str:
    """Return the body of an issue that answers the form ``name``; identifiers of terms become whole options."""
    parts = []
    for question in forms_of(taxonomy)[name].questions:
        text = answers.get(question.id, "_No response_")
        if question.kind is AnswerKind.CONSENT:
            text = f"- [{'x' if question.id in answers else ' '}] {question.options[0]}"
        elif question.kind in (AnswerKind.CHOICE, AnswerKind.CHOICES):
            whole = {option.split(" · ")[0]: option for option in question.options}
            text = ", ".join(whole.get(part, part) for part in text.split(", "))
        parts.append(f"### {question.heading}\n\n{text}")
    return "\n\n".join(parts)


def adding(taxonomy: Taxonomy, **changes: str) -> str:
    """Return a clean answer to the form for new papers, with changes; an empty text leaves a question unanswered."""
    return body(taxonomy, ADD, {name: text for name, text in {**NEW, **changes}.items() if text})


def correcting(taxonomy: Taxonomy, paper: str, **answers: str) -> str:
    """Return an answer to the form for corrections."""
    return body(taxonomy, CORRECT, {"paper": paper, "consent": "yes"} | answers)
