"""Which briefs a channel gets, and when."""

from datetime import UTC, datetime

import pytest

from briefdesk.brief.model import Brief, Status
from briefdesk.channels.channel import Kind
from briefdesk.channels.timing import held_back

NOW = datetime(2026, 5, 14, 12, tzinfo=UTC)
LATER = "2026-05-14T14:30:00+02:00"  # half past twelve in UTC
EARLIER = "2026-05-14T13:30:00+02:00"


def goes(brief: Brief, kind: Kind = "site", *, named: bool = False, include_drafts: bool = False) -> bool:
    return not held_back(brief, kind, NOW, named=named, include_drafts=include_drafts)


@pytest.mark.parametrize("status", Status)
def test_only_finished_briefs_go_to_a_site_unless_named_or_asked_for(status: Status):
    brief = Brief(status=status)
    finished = status in (Status.READY, Status.PUBLISHED)
    assert goes(brief) is finished
    assert goes(brief, named=True)
    assert goes(brief, include_drafts=True)


@pytest.mark.parametrize("kind", ["site", "feed", "server"])
def test_nothing_overrides_an_embargo(kind: Kind):
    brief = Brief(status=Status.READY, embargo_until=LATER)
    assert not goes(brief, kind)
    assert not goes(brief, kind, named=True, include_drafts=True)
    assert goes(Brief(status=Status.READY, embargo_until=EARLIER), kind)


def test_what_is_planned_for_later_waits_unless_it_is_named():
    for brief in (
        Brief(status=Status.READY, publish_at=LATER),
        Brief(status=Status.PUBLISHED, published_at=LATER),
    ):
        assert not goes(brief)
        assert not goes(brief, include_drafts=True)
        assert goes(brief, named=True)


def test_a_published_brief_without_a_date_counts_as_published_now():
    assert goes(Brief(status=Status.PUBLISHED))


def test_a_file_channel_writes_what_it_is_told():
    assert goes(Brief(status=Status.DRAFT, embargo_until=LATER, publish_at=LATER), "file")
