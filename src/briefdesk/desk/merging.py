"""Two hands on one brief: what the other changed is taken over wherever ours is untouched."""

from dataclasses import replace

from briefdesk.brief.model import Brief


def merge(base: Brief, ours: Brief, theirs: Brief) -> tuple[Brief, frozenset[str]]:
    """Join two changes of one brief, field by field.

    `base` is the state both began with. A field that we left alone becomes theirs; a field that both
    changed stays ours, and its name is given so that it can be told. Nothing of theirs is lost: the
    library keeps their state as a revision.
    """
    taken: dict[str, object] = {}
    contested: set[str] = set()
    for name in Brief.__dataclass_fields__:
        was, mine, other = getattr(base, name), getattr(ours, name), getattr(theirs, name)
        if other in (was, mine):
            continue
        if mine == was:
            taken[name] = other
        elif name != "updated_at":
            contested.add(name)
    return (replace(ours, **taken) if taken else ours), frozenset(contested)
