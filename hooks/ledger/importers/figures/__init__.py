"""Passages → figures: number, unit, name, target, baseline, change, parts.

Belongs here: everything that reads numbers in sentences and rows. Does not: promises and results.
"""
