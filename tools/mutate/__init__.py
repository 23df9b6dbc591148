"""Mutation testing: small changes of the code that judges, each of which a test has to notice. See docs/mutation.md."""
