"""The browser that shows the drawings."""

from typing import Any

import pytest

from tests.browser import chromium


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Drive the system's Chromium."""
    return {**browser_type_launch_args, "executable_path": chromium.path(), "args": chromium.arguments()}
