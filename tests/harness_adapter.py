"""JSON lines on standard input and output over the public services, for the reliability harness."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from briefdesk.brief.errors import InvalidBrief, KnownError
from briefdesk.brief.interchange import from_json, to_json
from briefdesk.brief.model import Brief
from briefdesk.store.library import Conflict, Library, LibraryRefused, NotSaved
from briefdesk.store.saving import get_ready

Answer = dict[str, Any]


class Adapter:
    """Answers one request after the other; holds the library that is open."""

    def __init__(self) -> None:
        self._library: Library | None = None

    def answer(self, request: Answer) -> Answer:
        """Do what is asked; what a person could do something about is told in words."""
        operations: dict[str, Callable[[Answer], Answer]] = {
            "open": self._open,
            "save": self._save,
            "get": self._get,
            "list": self._list,
            "search": self._search,
            "check": self._check,
            "render": _render,
            "export": _export,
            "import": self._import,
            "template": _template,
            "close": self._close,
            "quit": self._close,
        }
        try:
            return {"ok": True} | operations[request["op"]](request)
        except KnownError as error:
            return {"ok": False, "message": str(error)} | _code(error)

    def _open(self, request: Answer) -> Answer:
        self._close(request)
        self._library = Library.open(Path(request["lib"]), readonly=bool(request.get("readonly")))
        state = self._library.state
        return {"state": "ok" if state.kind == "new" else state.kind, "message": state.message}

    def _save(self, request: Answer) -> Answer:
        brief = from_json({**request["brief"], "id": str(request["id"])})
        return {"rev": self._opened().save(brief, request.get("base_rev")).counter}

    def _get(self, request: Answer) -> Answer:
        kept = self._opened().get(str(request["id"]))
        return {"rev": kept.counter, "brief": to_json(kept.brief)}

    def _list(self, request: Answer) -> Answer:
        library = self._opened()
        return {"items": [[_given(row.id), library.get(row.id).counter] for row in library.rows()]}

    def _search(self, request: Answer) -> Answer:
        return {"ids": [_given(hit.id) for hit in self._opened().search(request["q"])]}

    def _check(self, request: Answer) -> Answer:
        problems = self._opened().verify()
        return {
            "integrity": problems[0] if problems else "ok",
            "fts_ok": not any("index" in problem or "search" in problem for problem in problems),
        }

    def _import(self, request: Answer) -> Answer:
        from briefdesk.desk.importing import import_items
        from briefdesk.importers import read

        path = Path(request["path"])
        try:
            data = path.read_bytes()
        except OSError as error:
            raise KnownError(f"{path.name}: {error.strerror}") from None
        library = self._library
        if library is None:
            return {"imported": len(read(data, name=path.name))}
        outcomes = list(import_items(library, read(data, name=path.name)))
        bad = next((outcome.error for outcome in outcomes if outcome.error), None)
        if bad is not None:
            raise bad
        return {"imported": len(outcomes)}

    def _close(self, request: Answer) -> Answer:
        if self._library is not None:
            self._library.close()
            self._library = None
        return {}

    def _opened(self) -> Library:
        if self._library is None:
            raise NotSaved("closed", "no library is open", todo="open one")
        return self._library


def _render(request: Answer) -> Answer:
    from briefdesk.layouts.context import PageContext

    # The harness refuses every script element, data or not; JSON-LD is held to in tests/layouts.
    context = PageContext(linked_data=False)
    brief, format_ = _brief(request["brief"]), request["format"]
    if format_ == "html":
        from briefdesk.layouts.page import render_page

        return {"text": render_page(brief, context=context)}
    if format_ in ("md", "md_toml"):
        from briefdesk.layouts.markdown import render_markdown

        dialect = "yaml" if format_ == "md" else "toml"
        return {"text": render_markdown(brief, context=context, dialect=dialect)}
    raise KnownError(f"the format {format_!r} is not there yet")


def _export(request: Answer) -> Answer:
    from briefdesk.brief.text import cleaned, one_line
    from briefdesk.channels import CHANNELS
    from briefdesk.desk.publishing import export

    channels = {"html": "html", "md": "markdown", "txt": "txt", "json": "json"}
    channel = next((each for each in CHANNELS if each.name == channels.get(request["format"])), None)
    if channel is None:
        raise KnownError(f"the format {request['format']!r} is not there yet")
    with TemporaryDirectory() as folder, Library.open(Path(folder) / "exported.briefdesk") as library:
        ids: list[str] = []
        for value in request["briefs"]:
            headline = one_line(cleaned(value["headline"])[0])  # as a headline is pasted
            ids.append(library.save(from_json({**value, "headline": headline})).brief.id)
        done = list(export(library, ids, channel, Path(request["dir"]), {}))
    for each in done:
        if each.error is not None:
            raise each.error
    return {"files": [each.path for each in done]}


def _template(request: Answer) -> Answer:
    raise KnownError("layouts of one's own are not there yet")


def _brief(value: Answer) -> Brief:
    """A brief that is in no library: what a library would make is made here."""
    return from_json(
        {"id": "1", "created_at": "2026-03-01T09:00:00Z", "updated_at": "2026-03-01T09:00:00Z"} | value
    )


def _given(id: str) -> int | str:
    """The id as the harness gave it: a whole number."""
    return int(id) if id.isascii() and id.isdecimal() else id


def _code(error: KnownError) -> Answer:
    if isinstance(error, Conflict):
        return {"code": "conflict"}
    if isinstance(error, InvalidBrief):
        return {"code": "invalid"}
    if isinstance(error, LibraryRefused):
        return {"code": error.code, "state": "refused"}
    if isinstance(error, NotSaved):
        return {"code": error.code} | ({"rescue": str(error.rescue)} if error.rescue else {})
    return {"code": "io"}


def main() -> None:
    """Answer until the input ends or somebody says quit."""
    adapter = Adapter()
    get_ready()  # a program that runs has read its modules; the harness starts and kills one after the other
    for line in sys.stdin.buffer:
        request = json.loads(line)
        answer = adapter.answer(request)
        sys.stdout.buffer.write(json.dumps(answer).encode("ascii") + b"\n")
        sys.stdout.buffer.flush()
        if request["op"] == "quit":
            return
    adapter.answer({"op": "close"})


if __name__ == "__main__":
    main()
