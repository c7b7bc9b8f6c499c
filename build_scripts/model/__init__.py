"""The content model: the single description of every field an editor may write."""
