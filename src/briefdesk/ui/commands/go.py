"""The Go menu. The keyboard to another place: a brief, a field, a pane, a problem."""

from briefdesk.ui.commands.command import Command, in_menu, tr

GO = tr("&Go")

GO_COMMANDS = in_menu(
    GO,
    (
        Command("palette", tr("&Command palette…"), ("Ctrl+K",)),
        Command("open-brief", tr("&Open a brief…"), ("Ctrl+P",), icon="file-text", also=tr("find headline")),
    ),
    (
        Command("go-headline", tr("Go to &headline"), ("Ctrl+1",), icon="pencil"),
        Command(
            "headline-cuts",
            tr("&Where the headline is cut"),
            ("Ctrl+Shift+1",),
            icon="pencil",
            also=tr("ruler truncation"),
        ),
        Command("go-short_headline", tr("Go to short hea&dline"), icon="pencil", also=tr("phone inbox")),
        Command("go-bullets", tr("Go to &bullets"), ("Ctrl+2",), icon="pencil"),
        Command("go-terms", tr("Go to &terms"), ("Ctrl+3",), icon="tag", also=tr("glossary definition")),
        Command("go-source", tr("Go to &source"), ("Ctrl+4",), icon="link", also=tr("address url publisher")),
        Command(
            "go-related",
            tr("Go to &more briefs"),
            ("Ctrl+5", "Ctrl+R"),
            icon="layers",
            also=tr("related add suggestions"),
        ),
    ),
    (
        Command("go-summary", tr("Go to summar&y"), ("Ctrl+6",), icon="pencil", also=tr("dek standfirst")),
        Command("go-language", tr("Go to &language"), icon="pencil", also=tr("english spelling")),
    ),
    (
        Command("next-pane", tr("Next p&ane"), ("F6",), icon="panel-right", also=tr("switch focus")),
        Command("previous-pane", tr("Previous pan&e"), ("Shift+F6",), icon="panel-left"),
    ),
    (
        Command(
            "next-problem",
            tr("&Next problem"),
            ("F8",),
            icon="triangle-alert",
            also=tr("finding error warning"),
        ),
        Command(
            "previous-problem",
            tr("&Previous problem"),
            ("Shift+F8",),
            icon="triangle-alert",
            also=tr("finding error warning"),
        ),
    ),
)
