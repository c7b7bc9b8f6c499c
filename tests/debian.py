"""Programs that the tests drive: the system's, else Debian's package."""

import os
import shutil
import subprocess


class MissingProgramError(RuntimeError):
    """A program is not here and can't be installed."""


def found(*names: str) -> str | None:
    """The path of the first of these programs that is on the PATH, or None."""
    return next((path for path in map(shutil.which, names) if path), None)


def install(package: str) -> None:
    """Install a package when we may; the caller looks whether it is there then."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update"], ["apt-get", "install", "--yes", "--no-install-recommends", package]):
        subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)


def program(package: str, *names: str) -> str:
    """The path of a program, installed from its package if need be.

    Args:
        package: Debian's name for what holds it.
        names: What the program may be called.

    Raises:
        MissingProgramError: When there is none and none can be installed.
    """
    path = found(*names)
    if path is None:
        install(package)
        path = found(*names)
    if path is None:
        raise MissingProgramError(
            f"no {' or '.join(names)} here, and it could not be installed; "
            f"install Debian’s package “{package}”, or put the program on the PATH"
        )
    return path
