"""Bytes on disk become documents whose every key has a position, or problems."""
