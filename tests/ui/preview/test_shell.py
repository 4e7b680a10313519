"""The page that is loaded, and the files it may ask for."""

import pytest

from briefdesk.brief.model import Brief
from briefdesk.layouts.context import PageContext
from briefdesk.layouts.page import page_css, render_page, render_sections
from briefdesk.ui.preview.shell import POLICY, answer, script


def test_the_page_has_a_place_for_every_section():
    page = answer("/", "light")
    assert page is not None
    for part in render_sections(Brief(), PageContext()):
        assert f'data-part="{part}"></' in page.data.decode()


def test_the_page_comes_with_the_policy_and_without_any_script():
    page = answer("/", "dark")
    assert page is not None
    assert page.headers["Content-Security-Policy"] == POLICY
    assert "script-src 'none'" in POLICY
    assert b"<script" not in page.data
    assert b'data-theme="dark"' in page.data


def test_the_layouts_own_style_sheet_is_used():
    sheet = answer("/page.css", "light")
    assert sheet is not None
    assert sheet.data.decode() == page_css()


@pytest.mark.parametrize(
    "path", ["", "/..", "/../../etc/passwd", "/page.js", "/fonts/Inter-Bold.ttf", "/%2e%2e/x"]
)
def test_nothing_else_can_be_had(path: str):
    assert answer(path, "light") is None


def test_skeleton_lines_are_never_part_of_an_export():
    exported = render_page(Brief(id="x"), context=PageContext())
    assert "--bone" not in exported
    sheet = answer("/preview.css", "light")
    assert sheet is not None
    assert b"--bone" in sheet.data


def test_the_script_brings_what_the_engine_calls():
    assert "globalThis.briefdesk" in script()
