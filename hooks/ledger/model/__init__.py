"""The ledger's value objects: frozen, standard library only, no input or output.

What belongs here: regions, sources, measures, commitments, outcomes and the dictionary they speak in.
What does not: reading files, wording, verdicts. Imports nothing else of the ledger.
"""
