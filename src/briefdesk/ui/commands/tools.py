"""The Tools menu. Spelling, the glossary, and what the newsroom has settled."""

from briefdesk.ui.commands.command import Command, in_menu, tr

TOOLS = tr("&Tools")

TOOLS_COMMANDS = in_menu(
    TOOLS,
    (
        Command(
            "check-spelling",
            tr("&Check spelling"),
            checkable=True,
            icon="check",
            also=tr("spellcheck dictionary"),
        ),
        Command("next-misspelling", tr("Next &misspelling"), ("Shift+F7",), icon="check"),
        Command("words", tr("&Words of this library…"), icon="check", also=tr("dictionary personal")),
    ),
    (
        Command("glossary", tr("&Glossary…"), ("F9",), icon="tag", also=tr("terms definitions house")),
        Command("rename-term", tr("Re&name a term everywhere…"), icon="tag"),
    ),
    (
        Command("target", tr("S&et a target…"), icon="clock", also=tr("words seconds goal length")),
        Command("tracking", tr("&Tracking parts of addresses…"), icon="link"),
    ),
)
