"""Statements out of the store: to a file, or through a queue to an LRS. The store and the network are loaded late."""
