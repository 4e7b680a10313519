"""The View menu. What is seen of the window, and how large and in which colours."""

from briefdesk.ui.commands.command import Command, in_menu, tr

VIEW = tr("&View")

VIEW_COMMANDS = in_menu(
    VIEW,
    (Command("search", tr("&Search the library"), ("Ctrl+Shift+F",), icon="search", also=tr("find")),),
    (
        Command(
            "library",
            tr("&Library"),
            ("Ctrl+\\",),
            checkable=True,
            icon="panel-left",
            also=tr("sidebar list"),
        ),
        Command("preview", tr("&Preview"), checkable=True, icon="panel-right"),
        Command(
            "review",
            tr("&Review"),
            ("Ctrl+Shift+R",),
            checkable=True,
            icon="list-checks",
            also=tr("checks findings problems"),
        ),
        Command(
            "history",
            tr("&History"),
            ("Ctrl+H",),
            checkable=True,
            mac_keys=("Ctrl+Y",),
            icon="history",
            also=tr("revisions versions restore back"),
        ),
    ),
    (
        Command(
            "scan-test", tr("S&can test"), ("F7",), checkable=True, icon="eye", also=tr("skim two words")
        ),
        Command(
            "invisibles", tr("Show &invisibles"), checkable=True, icon="eye", also=tr("hidden spaces marks")
        ),
    ),
    (
        Command(
            "scheme-system", tr("Colours of the s&ystem"), checkable=True, icon="monitor", also=tr("theme")
        ),
        Command("scheme-light", tr("Ligh&t colours"), checkable=True, icon="sun", also=tr("theme day")),
        Command("scheme-dark", tr("&Dark colours"), checkable=True, icon="moon", also=tr("theme night mode")),
    ),
    (
        Command(
            "larger", tr("L&arger text"), ("Ctrl++", "Ctrl+="), icon="plus", also=tr("zoom in bigger font")
        ),
        Command("smaller", tr("S&maller text"), ("Ctrl+-",), icon="pencil", also=tr("zoom out font")),
        Command("normal-size", tr("N&ormal text size"), ("Ctrl+0",), icon="pencil", also=tr("zoom font")),
    ),
    (
        Command(
            "full-screen",
            tr("&Full screen"),
            ("F11",),
            checkable=True,
            mac_keys=("Ctrl+Meta+F",),
            icon="monitor",
        ),
        Command(
            "focus-mode",
            tr("Foc&us mode"),
            ("Shift+F11",),
            checkable=True,
            mac_keys=("Ctrl+Shift+Return",),
            icon="eye",
            also=tr("distraction free"),
        ),
        Command("mute-others", tr("Mute other para&graphs in focus mode"), checkable=True, icon="eye"),
    ),
)
