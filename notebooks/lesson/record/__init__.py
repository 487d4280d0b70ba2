"""What learners write: one folder each, one line an answer."""
