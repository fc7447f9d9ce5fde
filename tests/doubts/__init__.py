"""How the weights are fitted that tell how sure a doubt about a word is."""
