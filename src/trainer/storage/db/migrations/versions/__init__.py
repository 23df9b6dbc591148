"""One module a version of the store: ``vNNNN_what_it_brings.py``, numbered without gaps."""
