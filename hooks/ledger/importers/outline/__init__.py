"""Paragraphs → passages: sentences with their place in the outline and what their section is about.

Belongs here: labels, nesting, sentences, roles. Does not: figures and statements.
"""
