"""What is sent to the page."""

import json

from briefdesk.ui.preview.patches import Patches
from briefdesk.ui.preview.shown import Shown


def test_the_first_patch_holds_every_part_that_has_something():
    patch = json.loads(Patches().next(Shown("a", {"headline": "<h1>x</h1>", "bullets": ""})) or "")
    assert patch["parts"] == {"headline": "<h1>x</h1>"}
    assert (patch["language"], patch["direction"], patch["scroll"]) == ("en", "ltr", 0)


def test_a_later_patch_holds_only_what_changed():
    patches = Patches()
    patches.next(Shown("a", {"headline": "x", "bullets": "y"}))
    patch = json.loads(patches.next(Shown("a", {"headline": "x", "bullets": "z"})) or "")
    assert patch == {"parts": {"bullets": "z"}, "number": 2}


def test_a_part_that_became_empty_is_sent():
    patches = Patches()
    patches.next(Shown("a", {"headline": "x"}))
    assert json.loads(patches.next(Shown("a", {"headline": ""})) or "")["parts"] == {"headline": ""}


def test_where_nothing_changed_nothing_is_sent():
    patches = Patches()
    patches.next(Shown("a", {"headline": "x"}))
    assert patches.next(Shown("a", {"headline": "x"})) is None


def test_another_brief_starts_at_the_top_even_with_the_same_text():
    patches = Patches()
    patches.next(Shown("a", {"headline": "x"}))
    assert json.loads(patches.next(Shown("b", {"headline": "x"})) or "")["scroll"] == 0


def test_a_new_page_is_told_everything_and_where_it_stood():
    patches = Patches()
    patches.next(Shown("a", {"headline": "x"}))
    patches.forget()
    patch = json.loads(patches.next(Shown("a", {"headline": "x"}), 250) or "")
    assert (patch["parts"], patch["scroll"]) == ({"headline": "x"}, 250)


def test_a_patch_is_safe_inside_a_script():
    patch = Patches().next(Shown("a", {"headline": "\u2028</script>`${x}\\"})) or ""
    assert patch.isascii()
    assert json.loads(patch)["parts"]["headline"] == "\u2028</script>`${x}\\"
