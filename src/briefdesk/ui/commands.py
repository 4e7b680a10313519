"""Every command of the window, declared once: all that shows, runs or explains commands reads this list."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication

from briefdesk.brief.fields import QT_TRANSLATE_NOOP
from briefdesk.ui.platforms import Platform


def _tr(text: str) -> str:
    return QT_TRANSLATE_NOOP("Command", text)


@dataclass(frozen=True, slots=True)
class Command:
    """One command: its id, its words, its keys, and the menu in which it stands.

    `keys` are the first ones on every system; `mac_keys` and `windows_keys` take their place there, where
    they are not `None`. `icon` is the name of one of our icons. `why_not` says in a few words why it
    cannot be done now, for when it is greyed; `also` has other words by which one may look for it.

    `of_text` says that whatever text has the keyboard takes these keys itself: the command shows them, and
    nobody can change them.
    """

    id: str
    text: str
    keys: tuple[str, ...] = ()
    menu: str = ""
    checkable: bool = False
    starts_group: bool = False
    mac_keys: tuple[str, ...] | None = None
    windows_keys: tuple[str, ...] | None = None
    icon: str = "command"
    why_not: str = ""
    also: str = ""
    of_text: bool = False

    def keys_on(self, platform: Platform) -> tuple[str, ...]:
        """The keys on a system, the one to show first; Ctrl means Cmd on macOS, as in Qt."""
        own = {Platform.MAC: self.mac_keys, Platform.WINDOWS: self.windows_keys}.get(platform)
        return self.keys if own is None else own

    @property
    def words(self) -> str:
        """What it is called, in the user's language, without the mark of its letter."""
        return plain(QApplication.translate("Command", self.text))

    @property
    def other_words(self) -> str:
        """Other words for it, in the user's language."""
        return QApplication.translate("Command", self.also) if self.also else ""


FILE, EDIT, FORMAT, GO = _tr("&File"), _tr("&Edit"), _tr("F&ormat"), _tr("&Go")
VIEW, TOOLS, HELP = _tr("&View"), _tr("&Tools"), _tr("&Help")
MENUS = (FILE, EDIT, FORMAT, GO, VIEW, TOOLS, HELP)
"""The menus, as they stand beside each other."""

COMMANDS: tuple[Command, ...] = (
    Command("new-brief", _tr("&New brief"), ("Ctrl+N",), FILE, icon="file-plus"),
    Command("import", _tr("&Import…"), ("Ctrl+O",), FILE, icon="inbox", also=_tr("open file")),
    Command(
        "publish",
        _tr("&Publish…"),
        ("Ctrl+E",),
        FILE,
        starts_group=True,
        icon="send",
        also=_tr("export send"),
    ),
    Command("publish-again", _tr("Publish &again"), ("Ctrl+Shift+E",), FILE, icon="refresh-cw"),
    Command("print", _tr("Prin&t…"), ("Ctrl+Shift+P",), FILE, icon="printer", also=_tr("paper pdf")),
    Command("new-library", _tr("New &library…"), (), FILE, starts_group=True, icon="hard-drive"),
    Command("open-library", _tr("&Open library…"), (), FILE, icon="folder-open"),
    Command("quit", _tr("&Quit"), ("Ctrl+Q",), FILE, starts_group=True, icon="x", also=_tr("exit close")),
    Command(
        "undo",
        _tr("&Undo"),
        ("Ctrl+Z",),
        EDIT,
        icon="undo-2",
        why_not=_tr("nothing was changed yet"),
        also=_tr("take back"),
    ),
    Command(
        "redo",
        _tr("&Redo"),
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        EDIT,
        mac_keys=("Ctrl+Shift+Z",),
        windows_keys=("Ctrl+Y", "Ctrl+Shift+Z"),
        icon="refresh-cw",
        why_not=_tr("nothing was taken back"),
        also=_tr("do again"),
    ),
    Command(
        "cut",
        _tr("Cu&t"),
        ("Ctrl+X",),
        EDIT,
        starts_group=True,
        icon="archive",
        why_not=_tr("nothing is selected"),
        also=_tr("clipboard"),
        of_text=True,
    ),
    Command(
        "copy",
        _tr("Cop&y"),
        ("Ctrl+C",),
        EDIT,
        icon="copy",
        why_not=_tr("nothing is selected"),
        also=_tr("clipboard"),
        of_text=True,
    ),
    Command(
        "paste",
        _tr("&Paste"),
        ("Ctrl+V",),
        EDIT,
        icon="inbox",
        why_not=_tr("no text has the keyboard"),
        also=_tr("clipboard insert"),
        of_text=True,
    ),
    Command(
        "paste-as-one",
        _tr("Paste as o&ne bullet"),
        ("Ctrl+Shift+V",),
        EDIT,
        icon="inbox",
        why_not=_tr("no text of the brief has the keyboard"),
        also=_tr("clipboard plain line"),
        of_text=True,
    ),
    Command(
        "select-all",
        _tr("Se&lect all"),
        ("Ctrl+A",),
        EDIT,
        icon="list-checks",
        why_not=_tr("no text has the keyboard"),
        also=_tr("mark everything"),
        of_text=True,
    ),
    Command(
        "find",
        _tr("F&ind…"),
        ("Ctrl+F",),
        EDIT,
        starts_group=True,
        icon="search",
        also=_tr("search words brief"),
    ),
    Command("find-next", _tr("Find ne&xt"), ("F3",), EDIT, mac_keys=("Ctrl+G", "F3"), icon="search"),
    Command(
        "find-previous",
        _tr("Find previ&ous"),
        ("Shift+F3",),
        EDIT,
        mac_keys=("Ctrl+Shift+G", "Shift+F3"),
        icon="search",
    ),
    Command("replace", _tr("Find and r&eplace…"), ("Ctrl+Shift+H",), EDIT, icon="search"),
    Command("replace-everywhere", _tr("Find and replace in &all briefs…"), (), EDIT, icon="search"),
    Command(
        "paste-source",
        _tr("Source from the &clipboard"),
        ("Ctrl+L",),
        EDIT,
        starts_group=True,
        icon="link",
        also=_tr("address url paste"),
    ),
    Command(
        "define-term",
        _tr("De&fine as a term"),
        ("Ctrl+T",),
        EDIT,
        icon="tag",
        also=_tr("glossary jargon"),
    ),
    Command(
        "fix-finding",
        _tr("&Quick fix"),
        ("Ctrl+.",),
        EDIT,
        icon="check",
        also=_tr("mend repair correct"),
    ),
    Command(
        "smart-quotes",
        _tr("&Smart quotes"),
        (),
        EDIT,
        starts_group=True,
        checkable=True,
        icon="quote",
        also=_tr("typographic curly apostrophe dash"),
    ),
    Command(
        "mark-ready",
        _tr("Mark rea&dy"),
        ("Ctrl+Return", "Ctrl+Enter"),
        EDIT,
        starts_group=True,
        icon="circle-check",
        also=_tr("done finished status"),
    ),
    Command("trash", _tr("Mo&ve brief to the trash"), (), EDIT, icon="trash-2", also=_tr("delete remove")),
    Command("put-back", _tr("Put bac&k"), (), EDIT, icon="undo-2", also=_tr("restore trash")),
    Command("bold", _tr("&Bold"), ("Ctrl+B",), FORMAT, icon="pencil", also=_tr("strong")),
    Command("italic", _tr("&Italic"), ("Ctrl+I",), FORMAT, icon="pencil", also=_tr("emphasis")),
    Command(
        "code",
        _tr("&Code"),
        ("Ctrl+Shift+C", "Ctrl+`"),
        FORMAT,
        mac_keys=("Ctrl+Shift+C",),
        icon="pencil",
        also=_tr("monospace"),
    ),
    Command(
        "link",
        _tr("&Link…"),
        ("Ctrl+Shift+K",),
        FORMAT,
        starts_group=True,
        icon="link",
        also=_tr("address url"),
    ),
    Command("palette", _tr("&Command palette…"), ("Ctrl+K",), GO),
    Command(
        "open-brief", _tr("&Open a brief…"), ("Ctrl+P",), GO, icon="file-text", also=_tr("find headline")
    ),
    Command("go-headline", _tr("Go to &headline"), ("Ctrl+1",), GO, starts_group=True, icon="pencil"),
    Command(
        "headline-cuts",
        _tr("&Where the headline is cut"),
        ("Ctrl+Shift+1",),
        GO,
        icon="pencil",
        also=_tr("ruler truncation"),
    ),
    Command(
        "go-short_headline", _tr("Go to short hea&dline"), (), GO, icon="pencil", also=_tr("phone inbox")
    ),
    Command("go-bullets", _tr("Go to &bullets"), ("Ctrl+2",), GO, icon="pencil"),
    Command("go-terms", _tr("Go to &terms"), ("Ctrl+3",), GO, icon="tag", also=_tr("glossary definition")),
    Command(
        "go-source", _tr("Go to &source"), ("Ctrl+4",), GO, icon="link", also=_tr("address url publisher")
    ),
    Command(
        "go-related",
        _tr("Go to &more briefs"),
        ("Ctrl+5", "Ctrl+R"),
        GO,
        icon="layers",
        also=_tr("related add suggestions"),
    ),
    Command(
        "go-language",
        _tr("Go to &language"),
        (),
        GO,
        starts_group=True,
        icon="pencil",
        also=_tr("english spelling"),
    ),
    Command(
        "next-pane",
        _tr("Next p&ane"),
        ("F6",),
        GO,
        starts_group=True,
        icon="panel-right",
        also=_tr("switch focus"),
    ),
    Command("previous-pane", _tr("Previous pan&e"), ("Shift+F6",), GO, icon="panel-left"),
    Command(
        "next-problem",
        _tr("&Next problem"),
        ("F8",),
        GO,
        starts_group=True,
        icon="triangle-alert",
        also=_tr("finding error warning"),
    ),
    Command(
        "previous-problem",
        _tr("&Previous problem"),
        ("Shift+F8",),
        GO,
        icon="triangle-alert",
        also=_tr("finding error warning"),
    ),
    Command(
        "search",
        _tr("&Search the library"),
        ("Ctrl+Shift+F",),
        VIEW,
        icon="search",
        also=_tr("find"),
    ),
    Command(
        "library",
        _tr("&Library"),
        ("Ctrl+\\",),
        VIEW,
        checkable=True,
        starts_group=True,
        icon="panel-left",
        also=_tr("sidebar list"),
    ),
    Command("preview", _tr("&Preview"), (), VIEW, checkable=True, icon="panel-right"),
    Command(
        "review",
        _tr("&Review"),
        ("Ctrl+Shift+R",),
        VIEW,
        checkable=True,
        icon="list-checks",
        also=_tr("checks findings problems"),
    ),
    Command(
        "history",
        _tr("&History"),
        ("Ctrl+H",),
        VIEW,
        checkable=True,
        mac_keys=("Ctrl+Y",),
        icon="history",
        also=_tr("revisions versions restore back"),
    ),
    Command(
        "scan-test",
        _tr("S&can test"),
        ("F7",),
        VIEW,
        checkable=True,
        starts_group=True,
        icon="eye",
        also=_tr("skim two words"),
    ),
    Command(
        "invisibles",
        _tr("Show &invisibles"),
        (),
        VIEW,
        checkable=True,
        icon="eye",
        also=_tr("hidden spaces marks"),
    ),
    Command(
        "scheme-system",
        _tr("Colours of the s&ystem"),
        (),
        VIEW,
        checkable=True,
        starts_group=True,
        icon="monitor",
        also=_tr("theme"),
    ),
    Command(
        "scheme-light", _tr("Ligh&t colours"), (), VIEW, checkable=True, icon="sun", also=_tr("theme day")
    ),
    Command(
        "scheme-dark",
        _tr("&Dark colours"),
        (),
        VIEW,
        checkable=True,
        icon="moon",
        also=_tr("theme night mode"),
    ),
    Command(
        "larger",
        _tr("L&arger text"),
        ("Ctrl++", "Ctrl+="),
        VIEW,
        starts_group=True,
        icon="plus",
        also=_tr("zoom in bigger font"),
    ),
    Command("smaller", _tr("S&maller text"), ("Ctrl+-",), VIEW, icon="pencil", also=_tr("zoom out font")),
    Command("normal-size", _tr("N&ormal text size"), ("Ctrl+0",), VIEW, icon="pencil", also=_tr("zoom font")),
    Command(
        "full-screen",
        _tr("&Full screen"),
        ("F11",),
        VIEW,
        checkable=True,
        starts_group=True,
        mac_keys=("Ctrl+Meta+F",),
        icon="monitor",
    ),
    Command(
        "focus-mode",
        _tr("Foc&us mode"),
        ("Shift+F11",),
        VIEW,
        checkable=True,
        mac_keys=("Ctrl+Shift+Return",),
        icon="eye",
        also=_tr("distraction free"),
    ),
    Command("mute-others", _tr("Mute other para&graphs in focus mode"), (), VIEW, checkable=True, icon="eye"),
    Command(
        "check-spelling",
        _tr("&Check spelling"),
        (),
        TOOLS,
        checkable=True,
        icon="check",
        also=_tr("spellcheck dictionary"),
    ),
    Command("next-misspelling", _tr("Next &misspelling"), ("Shift+F7",), TOOLS, icon="check"),
    Command(
        "words", _tr("&Words of this library…"), (), TOOLS, icon="check", also=_tr("dictionary personal")
    ),
    Command(
        "glossary",
        _tr("&Glossary…"),
        ("F9",),
        TOOLS,
        starts_group=True,
        icon="tag",
        also=_tr("terms definitions house"),
    ),
    Command("rename-term", _tr("Re&name a term everywhere…"), (), TOOLS, icon="tag"),
    Command(
        "target",
        _tr("S&et a target…"),
        (),
        TOOLS,
        starts_group=True,
        icon="clock",
        also=_tr("words seconds goal length"),
    ),
    Command("tracking", _tr("&Tracking parts of addresses…"), (), TOOLS, icon="link"),
    Command(
        "manual",
        _tr("&Manual"),
        ("F1",),
        HELP,
        mac_keys=("Ctrl+?", "F1"),
        icon="quote",
        also=_tr("help guide"),
    ),
    Command(
        "key-sheet",
        _tr("&Keys at a glance"),
        ("Ctrl+/",),
        HELP,
        also=_tr("help shortcuts keyboard cheat sheet"),
    ),
    Command(
        "shortcuts",
        _tr("Keyboard &shortcuts…"),
        (),
        HELP,
        icon="settings",
        also=_tr("settings preferences keys"),
    ),
    Command(
        "about",
        _tr("&About BriefDesk"),
        (),
        HELP,
        starts_group=True,
        icon="info",
        also=_tr("version licence"),
    ),
)


def plain(text: str) -> str:
    """The words of a menu entry without the mark of its letter."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def make_actions(
    parent: QObject, handlers: Mapping[str, Callable[..., object]], commands: Iterable[Command] = COMMANDS
) -> dict[str, QAction]:
    """Make one action a command, wired to its handler.

    Raises:
        KeyError: a command has no handler: every command that is shown works.
    """
    made: dict[str, QAction] = {}
    for command in commands:
        action = QAction(QApplication.translate("Command", command.text), parent)
        action.setObjectName(f"action-{command.id}")
        action.setShortcuts([QKeySequence(keys) for keys in command.keys_on(Platform.here())])
        if command.of_text:
            # Shown beside it and no more: the text has the key before any command, a list has it for itself.
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setCheckable(command.checkable)
        action.triggered.connect(handlers[command.id])
        made[command.id] = action
    return made
