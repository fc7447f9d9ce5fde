"""Makes the weights that tell which form of a word fits, and the limits beyond which a doubt is told."""
