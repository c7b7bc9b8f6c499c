"""The whole guide as one document: the same content as the pages, typeset for paper."""
