"""The front matter of a Markdown document: YAML or TOML, every value as the text that stands there."""

import datetime
import re
import tomllib
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

import yaml

from briefdesk.brief.errors import InvalidBrief

LARGEST: Final = 64 * 2**10
"""Characters of front matter that are read; YAML takes its time and may refer to itself."""

_DEEPEST: Final = 50
_MOST_VALUES: Final = 5_000
_FENCES = {
    "---": re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE),
    "+++": re.compile(r"^\+\+\+[ \t]*$", re.MULTILINE),
}
_NULL = frozenset({"", "~", "null", "Null", "NULL"})

Value = str | Sequence["Value"] | Mapping[str, "Value"]


class Document(NamedTuple):
    """A document in two: the values of its front matter, and its body."""

    values: Mapping[str, Value]
    body: str


def split(text: str) -> Document:
    """Part a document; one without front matter has no values.

    Raises:
        InvalidBrief: the front matter has no end, or cannot be read.
    """
    fence = text[:3]
    first, feed, rest = text.partition("\n")
    if fence not in _FENCES or first.rstrip(" \t") != fence or not feed:
        return Document({}, text)
    end = _FENCES[fence].search(rest)
    if end is None:
        # Three dashes alone may be a line across the page.
        return Document({}, text)
    head, body = rest[: end.start()], rest[end.end() :].removeprefix("\n")
    if _is_deep(head):
        raise InvalidBrief("front matter", "nested too deeply")
    if len(head) > LARGEST:
        raise InvalidBrief("front matter", f"longer than {LARGEST >> 10} KB")
    return Document(_yaml(head) if fence == "---" else _toml(head), body)


def _is_deep(head: str) -> bool:
    """Whether brackets are nested past what anybody writes; the reader takes ages to find that out."""
    depth = 0
    for mark in re.findall(r"[\[\]{}]", re.sub(r'"(?:[^"\\]|\\.)*"', "", head)):
        depth += 1 if mark in "[{" else -1
        if depth > _DEEPEST:
            return True
    return False


def _yaml(head: str) -> Mapping[str, Value]:
    try:
        node = yaml.compose(head, Loader=yaml.SafeLoader)
        value = _YamlValues().value(node) if node is not None else {}
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        raise InvalidBrief("front matter", f"not YAML: {error.problem} (line {line})") from None
    except yaml.YAMLError as error:
        raise InvalidBrief("front matter", f"not YAML: {str(error).splitlines()[0]}") from None
    except RecursionError:
        raise InvalidBrief("front matter", "nested too deeply") from None
    return value if isinstance(value, Mapping) else {}


class _YamlValues:
    """Reads YAML nodes as texts, lists and mappings: no dates, no yes and no, no numbers, no objects."""

    def __init__(self) -> None:
        self._left = _MOST_VALUES

    def value(self, node: yaml.Node) -> Value:
        """The value of a node. A document that refers to itself over and over is refused."""
        self._left -= 1
        if self._left < 0:
            raise InvalidBrief("front matter", f"more than {_MOST_VALUES} values")
        if isinstance(node, yaml.MappingNode):
            return {str(self.value(key)): self.value(value) for key, value in node.value}
        if isinstance(node, yaml.SequenceNode):
            return [self.value(each) for each in node.value]
        if isinstance(node, yaml.ScalarNode) and node.style is None and node.value in _NULL:
            return ""
        return _with_pairs(str(node.value))


def _with_pairs(text: str) -> str:
    """A text with surrogate pairs as one character again, as JSON means them and YAML does not."""
    if not re.search("[\ud800-\udbff][\udc00-\udfff]", text):
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


def _toml(head: str) -> Mapping[str, Value]:
    try:
        return {key: _text(value) for key, value in tomllib.loads(head).items()}
    except tomllib.TOMLDecodeError as error:
        raise InvalidBrief("front matter", f"not TOML: {error}") from None
    except (RecursionError, ValueError):
        raise InvalidBrief("front matter", "not TOML that can be read") from None


def _text(value: object) -> Value:
    match value:
        case str():
            return value
        case bool():
            return "true" if value else "false"
        case datetime.datetime() | datetime.date() | datetime.time():
            return value.isoformat()
        case dict():
            return {str(key): _text(each) for key, each in value.items()}
        case list():
            return [_text(each) for each in value]
        case _:
            return str(value)
