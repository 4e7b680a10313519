"""A small dictionary in the user's folder, which is read at once."""

from briefdesk.desk.dictionaries import own_folder

WORDS = "the a model tells lie does doesn't good paper new rule/S humid don't government praise of see colour"


def make(name: str = "en_US", words: str = WORDS) -> None:
    """Put a dictionary of these words into the folder of the user."""
    folder = own_folder()
    folder.mkdir(parents=True, exist_ok=True)
    aff = "SET UTF-8\nTRY esianrtolcdugmphbyfvkwz'\nWORDCHARS '\nSFX S Y 1\nSFX S 0 s .\n"
    (folder / f"{name}.aff").write_text(aff, encoding="utf-8")
    every = words.split()
    (folder / f"{name}.dic").write_text("\n".join([str(len(every)), *every]) + "\n", encoding="utf-8")
