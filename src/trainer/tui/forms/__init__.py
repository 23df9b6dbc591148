"""The bodies of the exercise screen: a module a form, each asks for its answer in its own way."""
