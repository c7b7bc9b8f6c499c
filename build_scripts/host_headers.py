"""What a host should send with each file: one table, written as `_headers` and as an nginx example.

`_headers` is read by Netlify, Cloudflare Pages and others. Their rules add up and none takes another's header back, so
each file of the site meets one rule besides that for all. The names in it are this build's; nginx gets patterns.
"""

import re
from collections.abc import Iterable
from string import Template

ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
"""Beside the policy, with every answer. The clipboard stays allowed: calculators copy and paste."""

LASTING = r"assets/(.*[/.-])?[0-9a-f]{8,64}([/.-].*)?"
"""Names that hold their content's hash."""
UNSTEADY = re.compile(r"^(assets/python/snapshot-)[0-9a-f]+.*")
"""The one file whose name differs between two builds of the same content; the rules must not."""
EMBEDDED = r"embed(/.*)?"
"""Pages that other sites may show in a frame."""

CACHING = "Cache-Control"
FOR_EVER, ASK_AGAIN = "public, max-age=31536000, immutable", "no-cache"
FRAMING = "Content-Security-Policy"
BY_ANYBODY, BY_NOBODY = "frame-ancestors *", "frame-ancestors 'none'"


def headers(path: str) -> dict[str, str]:
    """What is sent with one file beside what is sent always; `path` is relative to the site.

    The policy in a page can't say who may frame that page, so this part is a header alone.

    >>> headers("assets/python/stdlib-acb67d05892b.zip")["Cache-Control"]
    'public, max-age=31536000, immutable'
    >>> headers("guide/")
    {'Content-Security-Policy': "frame-ancestors 'none'", 'Cache-Control': 'no-cache'}
    """
    return {
        FRAMING: BY_ANYBODY if re.fullmatch(EMBEDDED, path) else BY_NOBODY,
        CACHING: FOR_EVER if re.fullmatch(LASTING, path) else ASK_AGAIN,
    }


def headers_file(files: Iterable[str], policy: str) -> str:
    """The text of `_headers` for a site of these files."""
    rules = {"/*": ALWAYS | {FRAMING: policy}, "/": headers("")}
    for place in _places(list(files), ""):
        rules["/" + UNSTEADY.sub(r"\1*", place)] = headers(place.removesuffix("*"))
    return "".join(f"{path}\n{_lines(sent)}" for path, sent in rules.items())


def _lines(sent: dict[str, str]) -> str:
    return "".join(f"  {name}: {value}\n" for name, value in sent.items())


def _places(files: list[str], folder: str) -> list[str]:
    """Files, and folders of which everything is treated alike, as `_headers` names them."""
    found: list[str] = []
    for name in sorted({path.removeprefix(folder).partition("/")[0] for path in files}):
        inside = [path for path in files if path.startswith(f"{folder}{name}/")]
        if not inside:
            found.append(f"{folder}{name}")
        elif all(headers(path) == headers(f"{folder}{name}/") for path in inside):
            found.append(f"{folder}{name}/*")
        else:
            found += _places(inside, f"{folder}{name}/")
    return found


def nginx_example(base: str, policy: str) -> str:
    """A server for a site under `base`, such as ``/guide/``, with the same headers."""
    always = "".join(f'  add_header {name} "{value}" always;\n' for name, value in ALWAYS.items())
    return NGINX.substitute(
        base=base,
        base_pattern=re.escape(base),
        always=always.rstrip("\n"),
        policy=policy,
        lasting=LASTING,
        embedded=EMBEDDED,
        for_ever=FOR_EVER,
        ask_again=ASK_AGAIN,
        by_anybody=BY_ANYBODY,
        by_nobody=BY_NOBODY,
    )


NGINX = Template("""\
# An example, made together with site/: take the new one with every release, since the policy names the site's scripts.
# The files of site/ stand in /var/www$base. Include this from the http block.

map $$uri $$guide_caching {
  default "$ask_again";
  "~^$base_pattern$lasting$$" "$for_ever";
}

map $$uri $$guide_framing {
  default "$by_nobody";
  "~^$base_pattern$embedded$$" "$by_anybody";
}

server {
  listen 80; # better: 443 ssl, with certificates
  server_name example.org;
  root /var/www;
  index index.html;
  error_page 404 ${base}404.html;

  # A location with an add_header of its own would lose all of these.
  add_header Content-Security-Policy "$policy; $$guide_framing" always;
  add_header Cache-Control $$guide_caching always;
$always

  gzip on;
  gzip_types text/css text/csv text/javascript text/plain image/svg+xml
    application/javascript application/json application/wasm application/zip;
  # gzip_static on; brotli_static on; # for files compressed beforehand, where nginx has these modules

  location ~ \\.mjs$$ { types { } default_type text/javascript; }
  location ~ \\.wasm$$ { types { } default_type application/wasm; }
}
""")
