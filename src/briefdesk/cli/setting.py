"""`set`: changes simple fields of a brief."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from briefdesk.brief import moments
from briefdesk.brief.errors import InvalidBrief
from briefdesk.brief.fields import FIELDS, Kind
from briefdesk.brief.json_values import checked_text
from briefdesk.brief.model import Brief, Status
from briefdesk.brief.slug import make_slug
from briefdesk.brief.url import canonical
from briefdesk.cli.errors import Usage
from briefdesk.cli.work import Work
from briefdesk.desk.status import after_edit
from briefdesk.store.library import Conflict, Saved

_TRIES = 5
_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_PARTS = {
    "source": ("url", "publisher", "title", "citation"),
    "image": ("file", "alt", "credit"),
    "layout": ("name",),
}
_NOT_SIMPLE = frozenset({Kind.BULLETS, Kind.TERMS, Kind.RELATED, Kind.SOURCE, Kind.IMAGE, Kind.LAYOUT})

Change = Callable[[Brief], Brief]


def set_(work: Work) -> int:
    """Change simple fields of a brief; all of them, or none when a value is wrong."""
    # The status comes last: who sets it beside a text means it for the text as it is then.
    changes = [change(word) for word in sorted(work.words[1:], key=lambda word: word.startswith("status="))]
    saved = _save(work, work.library.find(work.words[0]), changes)
    work.out.row(
        {"id": saved.brief.id, "action": saved.action}, f"{saved.action:<9}  {saved.brief.id}", done=True
    )
    if saved.slug_changed:
        work.out.remark(f"The slug is taken; it is {saved.brief.slug} now")
    return 0


def _save(work: Work, id: str, changes: Iterable[Change]) -> Saved:
    """Save the changes on top of what is stored; somebody else's change in between is no hindrance."""
    for left in reversed(range(_TRIES)):
        kept = work.library.get(id)
        after = kept.brief
        for each in changes:
            after = after_edit(after, each(after))
        cut = "status" if after.status is not kept.brief.status else "close"  # nobody goes on with it
        try:
            return work.library.save(after, kept.counter, cut=cut)
        except Conflict:
            if not left:
                raise
    raise AssertionError("the last try returns or raises")


def change(word: str) -> Change:
    """The change that a `FIELD=VALUE` asks for.

    Raises:
        Usage: there is no such field, it is not a simple one, or the value is not one of its values.
    """
    name, sign, text = word.partition("=")
    if not sign:
        raise Usage(f"{word!r} is not FIELD=VALUE", todo="Write for instance status=ready")
    field, _, part = name.partition(".")
    declared = next((each for each in FIELDS if each.name == field), None)
    try:
        if declared and not part and declared.kind not in _NOT_SIMPLE:
            return _field(field, declared.kind, text)
        if part in _PARTS.get(field, ()):
            return _part(field, part, text)
    except InvalidBrief as error:
        raise Usage(str(error)) from None
    if declared is None:
        raise Usage(f"There is no field {name!r}", todo=f"The simple ones are {', '.join(_simple())}")
    if field in _PARTS:
        names = ", ".join(f"{field}.{each}" for each in _PARTS[field])
        raise Usage(f"{name!r} is not one text", todo=f"Set one of {names}")
    raise Usage(f"{name!r} is not a simple field", todo="Change it in the window, or import the brief again")


def _field(name: str, kind: Kind, text: str) -> Change:
    text = checked_text(name, text, one_line=kind is not Kind.PARAGRAPH)
    match kind:
        case Kind.STATUS:
            status = _status(text)
            return lambda brief: replace(brief, status=status)
        case Kind.MOMENT:
            moment = _moment(name, text)
            return lambda brief: replace(brief, **{name: moment})
        case Kind.TAGS:
            tags = tuple(dict.fromkeys(tag.strip() for tag in text.split(",") if tag.strip()))
            return lambda brief: replace(brief, tags=tags)
        case Kind.LANGUAGE:
            language = _language(text)
            return lambda brief: replace(brief, language=language)
        case _ if name == "slug":
            return lambda brief: _with_slug(brief, text)
        case _:
            return lambda brief: replace(brief, **{name: text})


def _part(field: str, part: str, text: str) -> Change:
    text = checked_text(f"{field}.{part}", text, one_line=True)
    if (field, part) == ("source", "url") and text:
        address = canonical(text)
        if address is None:
            raise Usage(f"source.url: {text!r} is not a web address", todo="Write it with https://")
        text = address.url
    return lambda brief: replace(brief, **{field: replace(getattr(brief, field), **{part: text})})


def _status(text: str) -> Status:
    try:
        return Status(text.strip().lower())
    except ValueError:
        raise Usage(f"status: {text!r} is none of {', '.join(Status)}") from None


def _moment(name: str, text: str) -> str | None:
    text = text.strip()
    if text.lower() in ("", "none", "null"):
        return None
    if text.lower() == "now":
        return moments.now()
    try:
        if _DATE.fullmatch(text):
            moments.read(text)
            return text
        if re.search(r"[+-]\d\d:?\d\d$|Z$", text, re.IGNORECASE):
            return moments.write(moments.read(text.upper()))
    except (ValueError, OverflowError):
        pass
    raise Usage(
        f"{name}: {text!r} is not a moment",
        todo="Write 2026-03-01, 2026-03-01T09:30Z, 2026-03-01T09:30+01:00 or now",
    )


def _language(text: str) -> str:
    if not re.fullmatch(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*", text):
        raise Usage(f"language: {text!r} is not a language tag", todo="Write for instance en or pt-BR")
    return text


def _with_slug(brief: Brief, text: str) -> Brief:
    slug = make_slug(text)
    if slug == brief.slug:
        return brief
    if brief.published_at:
        raise Usage("slug: it is frozen, since the brief is published", todo="Links to the brief hold it")
    if text and not slug:
        raise Usage(f"slug: nothing of {text!r} can stand in an address", todo="Use letters and digits")
    return replace(brief, slug=slug)


def _simple() -> list[str]:
    plain = [each.name for each in FIELDS if each.kind not in _NOT_SIMPLE]
    return plain + [f"{field}.{part}" for field, parts in _PARTS.items() for part in parts]
