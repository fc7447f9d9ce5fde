"""Makes the weights that tell which small word, or which of two words alike, fits, and the limits beyond which it is told."""
