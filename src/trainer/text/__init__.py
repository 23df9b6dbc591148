"""Russian text as tokens with offsets, lemmas, quantities and meaning; the only home of language libraries."""

import os

# The network's matrices are small: one thread is as fast as several, and leaves the other cores to others.
# NumPy reads this when it is first imported, which happens below this package only.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
