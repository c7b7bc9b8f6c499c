"""One page-side smoke script in three browser engines: ``make test-browsers``; ``make test`` leaves this folder out."""
