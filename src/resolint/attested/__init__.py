"""Attested language: what adopted texts write, counted by sequences of one to four words, and what departs from it.

``counts`` looks sequences up in a file that ``building`` makes; ``operations`` lists the small changes that slips are made
of, turned round; ``scoring`` weighs how much more often a changed wording was counted; ``search`` goes through paragraphs.
"""
