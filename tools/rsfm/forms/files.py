"""The issue forms as GitHub reads them: YAML files that follow from the questions."""

from __future__ import annotations

import json
from collections.abc import Iterator

from rsfm.forms.both_forms import forms_of
from rsfm.forms.questions import AnswerKind, Form, Question
from rsfm.locales import Localized
from rsfm.model import Taxonomy

_HEAD = "# Written by “rsfm forms” from papers/_taxonomy.yml and the model; edits here are lost.\n"


def form_files(taxonomy: Taxonomy) -> dict[str, str]:
    """Return the files of ``.github/ISSUE_TEMPLATE`` by name."""
    files = {f"{form.name}.yml": "".join(_form(form)) for form in forms_of(taxonomy).values()}
    return {**files, "config.yml": _HEAD + "blank_issues_enabled: true\n"}


def _form(form: Form) -> Iterator[str]:
    yield _HEAD
    yield f"name: {_text(_both(form.title, ' · '))}\n"
    yield f"description: {_text(_both(form.about))}\n"
    yield f"title: {_text('[' + _both(form.title, ' · ') + '] ')}\n"
    yield f"labels: [{_text(form.label)}]\n"
    yield "body:\n"
    yield f"  - type: markdown\n    attributes:\n      value: {_text(_both(form.advice, chr(10)))}\n"
    for question in form.questions:
        yield from _question(question)


def _question(question: Question) -> Iterator[str]:
    kind = AnswerKind.CHOICE if question.kind is AnswerKind.CHOICES else question.kind
    yield f"  - type: {kind}\n    id: {question.id}\n    attributes:\n      label: {_text(question.heading)}\n"
    if about := _both(question.about):
        yield f"      description: {_text(about)}\n"
    if question.example:
        yield f"      placeholder: {_text(question.example)}\n"
    if question.kind is AnswerKind.CHOICES:
        yield "      multiple: true\n"
    if question.options:
        yield "      options:\n"
    for option in question.options:
        if question.kind is AnswerKind.CONSENT:
            yield f"        - label: {_text(option)}\n          required: true\n"
        else:
            yield f"        - {_text(option)}\n"
    if question.required and question.kind is not AnswerKind.CONSENT:
        yield "    validations:\n      required: true\n"


def _both(text: Localized, between: str = " ") -> str:
    return between.join(filter(None, (text.zh, text.en)))


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
