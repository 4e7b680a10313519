"""What BriefDesk needs from the system: what is missing, and how it gets there."""

import ctypes
import importlib.util
import os
import shutil
import ssl
import subprocess
import sys
from pathlib import Path

LIST = Path(__file__).resolve().parent / "system-libraries.txt"


class Missing(Exception):
    """Something is missing that we may not or cannot install; the message says what to do."""


def ensure(*, packaging: bool = False) -> None:
    """Install what is missing when we may, else say in one line how to do it.

    `packaging` asks for what `make package` needs as well.
    """
    packages = missing(packaging=packaging)
    if not packages:
        return
    if shutil.which("apt-get") is None:
        raise Missing(f"these are missing, by their Debian names; please install them: {' '.join(packages)}")
    if os.geteuid() != 0:
        raise Missing(
            f"system libraries are missing; run this, then the same command again:\n{line(packages)}"
        )
    print(f"Installing {len(packages)} system packages: {' '.join(packages)}", flush=True)
    _apt("update", "-qq")
    _apt("install", "-qq", "-y", "--no-install-recommends", *packages)
    still = missing(packaging=packaging)
    if still:
        raise Missing(f"apt-get brought no usable {' '.join(still)}")


def line(packages: list[str]) -> str:
    """The one command that a person without root's rights has to run."""
    return f"sudo apt-get install -y --no-install-recommends {' '.join(packages)}"


def missing(*, packaging: bool = False) -> list[str]:
    """The Debian packages of all that was looked for and not found, in the order of the list."""
    return [package for name, package in needed(packaging=packaging) if not _found(name)]


def needed(*, packaging: bool = False) -> list[tuple[str, str]]:
    """What is looked for, each with the Debian package that brings it."""
    text = LIST.read_text(encoding="utf-8").replace(
        "{python}", f"{sys.version_info[0]}.{sys.version_info[1]}"
    )
    if not packaging:
        text = text.partition("\n[package]\n")[0]
    rows = (row.split("#")[0].split() for row in text.splitlines())
    return [(row[0], row[1]) for row in rows if len(row) == 2]


def _found(name: str) -> bool:
    if name == "ensurepip":  # Debian's python3 comes without it, and makes no virtual environment
        return importlib.util.find_spec("ensurepip") is not None
    if name == "certificates":
        places = ssl.get_default_verify_paths()
        return bool(places.cafile or (places.capath and any(Path(places.capath).iterdir())))
    if ".so" not in name:
        return shutil.which(name) is not None
    try:
        # Loading tells more than a look at the package list: names of packages change between
        # releases, and a library may lack one of its own.
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _apt(*arguments: str) -> None:
    """Run apt-get without questions, waiting for another one that is at work."""
    done = subprocess.run(
        ["apt-get", "-o", "DPkg::Lock::Timeout=300", *arguments],
        check=False,
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    if done.returncode:
        raise Missing(f"{done.stdout.strip()}\n`apt-get {arguments[0]}` failed with {done.returncode}")
