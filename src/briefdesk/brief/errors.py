"""The one kind of error that is shown to people in words; anything else is a bug."""


class KnownError(Exception):
    """Something went wrong that a person can do something about.

    Attributes:
        what: what happened, one plain line.
        safe: what is safe, in the same words a person would use; may be empty.
        todo: what to do about it; may be empty.
    """

    def __init__(self, what: str, *, safe: str = "", todo: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.safe = safe
        self.todo = todo

    @property
    def more(self) -> str:
        """What is safe and what to do on one line, for a place that has said what happened; may be empty."""
        return f"{self.safe} {self.todo}".strip()

    def __str__(self) -> str:
        """The whole message on one line: what, what is safe, what to do."""
        parts = (part.strip().rstrip(".") for part in (self.what, self.safe, self.todo))
        return ". ".join(" ".join(part.split()) for part in parts if part)


class InvalidBrief(KnownError):
    """A document is not a brief: names the field (`bullets[2]`) and what is wrong with it.

    Attributes:
        field: the path of the field within the brief, such as `terms[0].definition`; may be empty.
    """

    def __init__(self, field: str, message: str, *, todo: str = "") -> None:
        super().__init__(f"{field}: {message}" if field else message, todo=todo)
        self.field = field
