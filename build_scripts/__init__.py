"""The generator: YAML content and plain Python calculators in, the staged site out.

Four stages, one direction: load, validate, render, write.
"""
