"""The preview of `make serve`: what an editor saved is shown in the browser, page by page, or what is wrong with it."""
