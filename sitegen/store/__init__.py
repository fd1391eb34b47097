"""The floor: bytes and digests, without knowledge of what they mean."""
