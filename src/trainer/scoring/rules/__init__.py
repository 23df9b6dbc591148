"""The kinds of rules, one file each: a kind reads its options and returns spans of an answer."""
