"""What a query looks for, part by part, as people read it."""

import re

_PART = re.compile(r'-?(?:\w+:)?"[^"]*"?|\S+')


def parts_of(query: str) -> list[str]:
    """The words, phrases and filters of a query in the search language, as they were typed."""
    return _PART.findall(query)
