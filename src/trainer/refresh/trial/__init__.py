"""Evidence: does the plan help? Simulated learners practise by it and by other ways; see ``docs/refreshers.md``."""
