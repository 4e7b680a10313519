"""What the page has been told already, so that only what changed is told again."""

import json
from collections.abc import Mapping

from briefdesk.ui.preview.shown import Shown


class Patches:
    """Remembers what is on the page, and numbers what is sent to it."""

    def __init__(self) -> None:
        self._parts: Mapping[str, str] = {}
        self._frame: tuple[str, str, str] = ("", "", "")
        self.number = 0

    def forget(self) -> None:
        """The page is new and empty: everything is to be sent again."""
        self._parts, self._frame = {}, ("", "", "")

    def next(self, shown: Shown, scroll: float | None = None) -> str | None:
        """The patch that brings the page up to date, as JSON, or `None` where it is already.

        Another brief starts at the top, or at `scroll` CSS pixels from it where that is given.
        """
        frame = (shown.brief_id, shown.language, shown.direction)
        parts = {part: html for part, html in shown.parts.items() if self._parts.get(part, "") != html}
        if not parts and frame == self._frame and scroll is None:
            return None
        patch: dict[str, object] = {"parts": parts}
        if frame[1:] != self._frame[1:]:
            patch |= {"language": shown.language, "direction": shown.direction}
        if scroll is not None:
            patch["scroll"] = scroll
        elif shown.brief_id != self._frame[0]:
            patch["scroll"] = 0
        self.number += 1
        self._parts, self._frame = shown.parts, frame
        return json.dumps(patch | {"number": self.number})
