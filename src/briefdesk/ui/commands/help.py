"""The Help menu. The manual, the keys, and which program this is."""

from briefdesk.ui.commands.command import Command, in_menu, tr

HELP = tr("&Help")

HELP_COMMANDS = in_menu(
    HELP,
    (
        Command(
            "manual", tr("&Manual"), ("F1",), mac_keys=("Ctrl+?", "F1"), icon="quote", also=tr("help guide")
        ),
        Command(
            "key-sheet", tr("&Keys at a glance"), ("Ctrl+/",), also=tr("help shortcuts keyboard cheat sheet")
        ),
        Command(
            "shortcuts", tr("Keyboard &shortcuts…"), icon="settings", also=tr("settings preferences keys")
        ),
    ),
    (Command("about", tr("&About BriefDesk"), icon="info", also=tr("version licence")),),
)
