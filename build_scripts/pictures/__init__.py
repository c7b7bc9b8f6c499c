"""What leaves the site as a file: pictures of figures, cards for links, the poster, the whole guide as a document."""
