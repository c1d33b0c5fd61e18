"""How problems are told: to people as text, to programs as JSON, to GitHub as annotations and a summary.

Every form is made from the same `Problem`s; none reads content but the lines that it shows.
"""
