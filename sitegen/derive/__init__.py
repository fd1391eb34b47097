"""Facts that nobody typed: findings, changes, counts, totals, contradictions.

It formats nothing and knows no language.
"""
