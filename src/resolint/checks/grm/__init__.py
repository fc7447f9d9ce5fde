"""Rules on grammar that rest on weights: which form of a word belongs between its neighbours."""
