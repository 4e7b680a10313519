"""The Edit menu. Changes of the brief that is open, and the search in it."""

from briefdesk.ui.commands.command import Command, in_menu, tr

EDIT = tr("&Edit")

EDIT_COMMANDS = in_menu(
    EDIT,
    (
        Command(
            "undo",
            tr("&Undo"),
            ("Ctrl+Z",),
            icon="undo-2",
            why_not=tr("nothing was changed yet"),
            also=tr("take back"),
        ),
        Command(
            "redo",
            tr("&Redo"),
            ("Ctrl+Shift+Z", "Ctrl+Y"),
            mac_keys=("Ctrl+Shift+Z",),
            windows_keys=("Ctrl+Y", "Ctrl+Shift+Z"),
            icon="refresh-cw",
            why_not=tr("nothing was taken back"),
            also=tr("do again"),
        ),
    ),
    (
        Command(
            "cut",
            tr("Cu&t"),
            ("Ctrl+X",),
            icon="archive",
            why_not=tr("nothing is selected"),
            also=tr("clipboard"),
            of_text=True,
        ),
        Command(
            "copy",
            tr("Cop&y"),
            ("Ctrl+C",),
            icon="copy",
            why_not=tr("nothing is selected"),
            also=tr("clipboard"),
            of_text=True,
        ),
        Command(
            "paste",
            tr("&Paste"),
            ("Ctrl+V",),
            icon="inbox",
            why_not=tr("no text has the keyboard"),
            also=tr("clipboard insert"),
            of_text=True,
        ),
        Command(
            "paste-as-one",
            tr("Paste as o&ne bullet"),
            ("Ctrl+Shift+V",),
            icon="inbox",
            why_not=tr("no text of the brief has the keyboard"),
            also=tr("clipboard plain line"),
            of_text=True,
        ),
        Command(
            "select-all",
            tr("Se&lect all"),
            ("Ctrl+A",),
            icon="list-checks",
            why_not=tr("no text has the keyboard"),
            also=tr("mark everything"),
            of_text=True,
        ),
    ),
    (
        Command("find", tr("F&ind…"), ("Ctrl+F",), icon="search", also=tr("search words brief")),
        Command("find-next", tr("Find ne&xt"), ("F3",), mac_keys=("Ctrl+G", "F3"), icon="search"),
        Command(
            "find-previous",
            tr("Find previ&ous"),
            ("Shift+F3",),
            mac_keys=("Ctrl+Shift+G", "Shift+F3"),
            icon="search",
        ),
        Command("replace", tr("Find and r&eplace…"), ("Ctrl+Shift+H",), icon="search"),
        Command("replace-everywhere", tr("Find and replace in &all briefs…"), icon="search"),
    ),
    (
        Command(
            "paste-source",
            tr("Source from the &clipboard"),
            ("Ctrl+L",),
            icon="link",
            also=tr("address url paste"),
        ),
        Command("define-term", tr("De&fine as a term"), ("Ctrl+T",), icon="tag", also=tr("glossary jargon")),
        Command("fix-finding", tr("&Quick fix"), ("Ctrl+.",), icon="check", also=tr("mend repair correct")),
    ),
    (
        Command(
            "smart-quotes",
            tr("&Smart quotes"),
            checkable=True,
            icon="quote",
            also=tr("typographic curly apostrophe dash"),
        ),
    ),
    (
        Command(
            "mark-ready",
            tr("Mark rea&dy"),
            ("Ctrl+Return", "Ctrl+Enter"),
            icon="circle-check",
            also=tr("done finished status"),
        ),
        Command("trash", tr("Mo&ve brief to the trash"), icon="trash-2", also=tr("delete remove")),
        Command("put-back", tr("Put bac&k"), icon="undo-2", also=tr("restore trash")),
    ),
)
