"""The pages of a guide: one module a kind of page, each with a function from the guide to rendered pages."""
