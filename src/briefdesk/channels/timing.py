"""Which briefs a channel may have now: what is finished, and neither embargoed nor in the future."""

from datetime import datetime

from briefdesk.brief import moments
from briefdesk.brief.model import Brief, Status
from briefdesk.channels.channel import Kind


def held_back(brief: Brief, kind: Kind, now: datetime, *, named: bool, include_drafts: bool) -> str:
    """Why a channel of this kind does not get a brief now, in words; "" when it does.

    A "file" channel gets whatever it is told. For the others drafts come in when they are named or
    asked for; naming a brief overrides its planned time too; nothing overrides an embargo.
    """
    if kind == "file":
        return ""
    if brief.embargo_until and moments.read(brief.embargo_until) > now:
        return f"under embargo until {brief.embargo_until}"
    if named:
        return ""
    if brief.status in {Status.DRAFT, Status.REVIEW}:
        return "" if include_drafts else f"its status is {brief.status}"
    for planned in (brief.publish_at, brief.published_at):
        if planned and moments.read(planned) > now:
            return f"not due before {planned}"
    return ""
