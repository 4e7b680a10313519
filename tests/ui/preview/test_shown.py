"""What is shown of a brief."""

from dataclasses import replace

import pytest

from briefdesk.brief.model import Brief
from briefdesk.ui.preview import shown as module
from briefdesk.ui.preview.shown import Renderer


def test_only_sections_that_came_out_different_are_cleaned(brief: Brief, monkeypatch: pytest.MonkeyPatch):
    cleaned: list[str] = []
    clean = module.sanitised
    monkeypatch.setattr(module, "sanitised", lambda html: cleaned.append(html) or clean(html))
    renderer = Renderer()
    renderer.render(brief)
    cleaned.clear()
    shown = renderer.render(replace(brief, headline="Another"))
    assert len(cleaned) == 1
    assert "Another" in shown.parts["headline"]
    assert "Bullet 6" in shown.parts["bullets"]


def test_language_and_direction_come_from_the_brief(brief: Brief):
    shown = Renderer().render(replace(brief, language="he"))
    assert (shown.language, shown.direction) == ("he", "rtl")


def test_a_brief_without_text_is_empty(brief: Brief):
    assert Renderer().render(Brief(id="x", notes="for the desk")).is_empty
    assert not Renderer().render(brief).is_empty
