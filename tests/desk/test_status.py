"""What an edit does to the status of a brief."""

from dataclasses import replace

import pytest

from briefdesk.brief import moments
from briefdesk.brief.model import Brief, Status
from briefdesk.desk.status import after_edit, reviewed_again

READY = Brief(headline="A", status=Status.READY)


def test_a_ready_brief_goes_back_to_review_when_a_reader_sees_the_change():
    assert after_edit(READY, replace(READY, bullets=("new",))).status is Status.REVIEW


@pytest.mark.parametrize("change", [{"notes": "for us"}, {"slug": "b"}, {"planned_for": "2026-03-01"}, {}])
def test_what_no_reader_sees_leaves_a_brief_ready(change: dict[str, object]):
    assert after_edit(READY, replace(READY, **change)).status is Status.READY


@pytest.mark.parametrize("status", [Status.DRAFT, Status.REVIEW, Status.PUBLISHED])
def test_every_other_status_stays_when_the_text_changes(status: Status):
    before = replace(READY, status=status)
    assert after_edit(before, replace(before, headline="B")).status is status


def test_the_first_time_published_is_the_date_of_publishing():
    after = after_edit(READY, replace(READY, status=Status.PUBLISHED))
    assert moments.read(after.published_at or "").year >= 2026


def test_a_date_of_publishing_that_is_there_stays():
    dated = replace(READY, published_at="2026-01-01T00:00:00Z")
    assert after_edit(dated, replace(dated, status=Status.PUBLISHED)).published_at == "2026-01-01T00:00:00Z"


def test_a_brief_that_was_published_undated_stays_so():
    before = replace(READY, status=Status.PUBLISHED)
    assert after_edit(before, replace(before, headline="B")).published_at is None


def test_a_change_that_makes_a_brief_ready_is_left_alone():
    draft = replace(READY, status=Status.DRAFT)
    assert reviewed_again(draft, replace(READY, headline="B")).status is Status.READY
