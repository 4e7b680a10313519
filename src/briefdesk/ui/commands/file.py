"""The File menu. Briefs and libraries as documents: begin, bring in, send out, leave."""

from briefdesk.ui.commands.command import Command, in_menu, tr

FILE = tr("&File")

FILE_COMMANDS = in_menu(
    FILE,
    (
        Command("new-brief", tr("&New brief"), ("Ctrl+N",), icon="file-plus"),
        Command("import", tr("&Import…"), ("Ctrl+O",), icon="inbox", also=tr("open file")),
    ),
    (
        Command("publish", tr("&Publish…"), ("Ctrl+E",), icon="send", also=tr("export send")),
        Command("publish-again", tr("Publish &again"), ("Ctrl+Shift+E",), icon="refresh-cw"),
        Command("print", tr("Prin&t…"), ("Ctrl+Shift+P",), icon="printer", also=tr("paper pdf")),
    ),
    (
        Command("new-library", tr("New &library…"), icon="hard-drive"),
        Command("open-library", tr("&Open library…"), icon="folder-open"),
    ),
    (Command("quit", tr("&Quit"), ("Ctrl+Q",), icon="x", also=tr("exit close")),),
)
