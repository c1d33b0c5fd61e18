"""The preview: a site that is made page by page as it is looked at, and is always that of the files as they are.

What belongs here: noticing changes, answering requests, and what only a preview shows. Imports site and publishing.
"""
