"""The command line: build, check, serve, new, format, schema, explain and verify.

In: arguments. Out: files, words on the terminal in the caller's language, and an exit code: 0 done, 1 faults
in content or surroundings, 2 wrong usage.
"""

from sitegen.cli.main import main

__all__ = ["main"]
