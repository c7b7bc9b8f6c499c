"""New things by command: the shortest valid file of each kind, with what each field means beside it."""
