"""The forms that people fill in on GitHub: as GitHub reads them, in Chinese, asking what an editor needs."""

import re
from pathlib import Path

import pytest
import yaml

FOLDER = Path(__file__).parents[1] / ".github"
FORMS = sorted(set((FOLDER / "ISSUE_TEMPLATE").glob("*.yml")) - {FOLDER / "ISSUE_TEMPLATE/config.yml"})
HAN = re.compile(r"[\u3400-\u9fff]")
# What GitHub calls the kinds of questions, with what each of them must say.
QUESTIONS = {
    "markdown": {"value"},
    "input": {"label"},
    "textarea": {"label"},
    "dropdown": {"label", "options"},
    "checkboxes": {"label", "options"},
}


def read(form):
    return yaml.safe_load(form.read_text(encoding="utf-8"))


def test_there_is_a_form_for_a_wrong_figure_and_one_for_a_new_document():
    names = [read(form)["name"] for form in FORMS]

    assert names == ["报错：更正一个数据", "新增一份文件"]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.stem)
def test_form_is_one_that_github_shows(form):
    """GitHub leaves a form with a mistake out without a word."""
    found = read(form)

    assert {"name", "description", "body"} <= set(found) <= {"name", "description", "title", "labels", "body"}
    for question in found["body"]:
        assert set(question) <= {"type", "id", "attributes", "validations"}
        assert QUESTIONS[question["type"]] <= set(question["attributes"])
    ids = [question["id"] for question in found["body"] if question["type"] != "markdown"]
    assert sorted(set(ids)) == sorted(ids)
    labels = [question["attributes"].get("label") for question in found["body"]]
    assert all(HAN.search(label) for label in labels if label)


def test_a_correction_asks_for_page_wrong_words_and_right_words():
    questions = {
        question.get("id"): question for question in read(FOLDER / "ISSUE_TEMPLATE/correction.yml")["body"]
    }
    required = {
        id_ for id_, question in questions.items() if (question.get("validations") or {}).get("required")
    }

    assert {"page", "shown", "expected"} == required


def test_options_of_a_choice_are_all_different():
    for form in FORMS:
        for question in read(form)["body"]:
            options = question["attributes"].get("options", [])
            texts = [option["label"] if isinstance(option, dict) else option for option in options]
            assert sorted(set(texts)) == sorted(texts)


def test_proposed_change_asks_that_every_draft_was_confirmed():
    text = (FOLDER / "PULL_REQUEST_TEMPLATE.md").read_text(encoding="utf-8")

    assert "## 更正一个数据" in text
    assert "## 新增一份文件" in text
    assert "draft: true" in text
