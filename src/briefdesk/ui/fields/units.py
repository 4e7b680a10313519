"""Between Python's texts, counted in code points, and Qt's, counted in UTF-16 units."""

# Qt starts a paragraph at U+2029 and two of the non-characters and swallows a byte order mark; in the
# widget each is stood in for by a non-character of the same length, which shows as a box.
_SHOWN = {0x2029: 0xFDD2, 0xFDD0: 0xFDD3, 0xFDD1: 0xFDD4, 0xFEFF: 0xFDD5}
_KEPT = {shown: kept for kept, shown in _SHOWN.items()}
_SHOWN_CHARS = tuple(map(chr, _SHOWN))
_KEPT_CHARS = tuple(map(chr, _KEPT))


def shown(text: str) -> str:
    """The text as a widget can hold it, of the same length."""
    return text.translate(_SHOWN) if any(each in text for each in _SHOWN_CHARS) else text


def kept(text: str) -> str:
    """The text as the brief holds it, from the text in a widget."""
    return text.translate(_KEPT) if any(each in text for each in _KEPT_CHARS) else text


def to_units(text: str, place: int) -> int:
    """A place in the text, in code points, as Qt counts it."""
    if text.isascii():
        return min(place, len(text))
    before = text[:place]
    return len(before) + sum(each > "\uffff" for each in before)


def from_units(text: str, units: int) -> int:
    """A place in the text, as Qt counts it, in code points; within a pair it is the place before it."""
    if text.isascii():
        return min(units, len(text))
    return len(text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore"))
