"""What the learner can do: a session over ports for store, clock and judge."""
