"""Makes the weights of the network from the catalogue's exemplars (needs the extra ``train``; never loaded otherwise)."""
