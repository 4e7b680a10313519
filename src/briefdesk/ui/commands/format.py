"""The Format menu. Marks on words of a text."""

from briefdesk.ui.commands.command import Command, in_menu, tr

FORMAT = tr("F&ormat")

FORMAT_COMMANDS = in_menu(
    FORMAT,
    (
        Command("bold", tr("&Bold"), ("Ctrl+B",), icon="pencil", also=tr("strong")),
        Command("italic", tr("&Italic"), ("Ctrl+I",), icon="pencil", also=tr("emphasis")),
        Command(
            "code",
            tr("&Code"),
            ("Ctrl+Shift+C", "Ctrl+`"),
            mac_keys=("Ctrl+Shift+C",),
            icon="pencil",
            also=tr("monospace"),
        ),
    ),
    (Command("link", tr("&Link…"), ("Ctrl+Shift+K",), icon="link", also=tr("address url")),),
)
