"""What the web engine must find in the process environment when it starts, and what it says there."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager

_FLAGS = (
    # An interceptor alone let one connection out (a preconnect link): no name is ever resolved.
    '--host-resolver-rules="MAP * ~NOTFOUND"',
    "--disable-gpu",
    "--log-level=3",
    # A second render process stands by otherwise: 25 MB for a page that is never left.
    "--disable-features=SpareRendererForSitePerProcess",
)
_WANTED = {
    # The page is drawn by the processor anyway. With Qt's own software renderer no OpenGL is loaded, the
    # window keeps its native id, and a key in the form is echoed as fast as without a web view.
    "QT_QUICK_BACKEND": "software",
    "QT_XCB_GL_INTEGRATION": "none",
}

ENGINE_NOISE: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern)
    for pattern in (
        r"^Sandboxing disabled by user\.$",
        r"^QXcbIntegration: Cannot create platform (OpenGL context|offscreen surface), neither GLX nor EGL",
        r"^QRhiGles2: Failed to create (temporary )?context",
        r"^Failed to create RHI for backend: OpenGL",
        r"^Failed to load vulkan: ",
        r"^initInstance: No Vulkan library available",
        r"^Failed to create platform Vulkan instance",
        r"^QVulkanInstance: Failed to initialize Vulkan",
        r"^This plugin does not support (createPlatformVulkanInstance|propagateSizeHints)",
        r"^Unable to detect GPU vendor",
        r"^GPUInfo not initialized on GpuInfoUpdate",
        r"^GBM is not supported with the current configuration",
        r"^Path override failed for key .*/qtwebengine_dictionaries",
    )
)
"""Messages of the engine that say nothing about this program; the message handler files them away."""


@contextmanager
def engine_environment() -> Iterator[None]:
    """Hold the engine's settings in the environment until its page is there, and take them out again.

    It reads them once. Left in, a browser that is opened from here would inherit them, and a Qt based
    one would neither resolve a name nor draw with the graphics card.
    """
    wanted = _WANTED | {
        "QTWEBENGINE_CHROMIUM_FLAGS": _flags(os.environ.get("QTWEBENGINE_CHROMIUM_FLAGS", ""))
    }
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        wanted["QTWEBENGINE_DISABLE_SANDBOX"] = "1"  # as root the engine ends the program without it
    before = {name: os.environ.get(name) for name in wanted}
    os.environ.update(wanted)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def _flags(given: str) -> str:
    return " ".join((*_FLAGS, given)).strip()
