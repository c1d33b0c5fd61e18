"""The preview: a site that is made page by page as it is looked at, always from the files as they are.

What belongs here: noticing changes, answering requests, what only a preview shows. Imports site and pages.
"""
