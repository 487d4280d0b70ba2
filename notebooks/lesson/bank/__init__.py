"""Questions: what an author writes, checked, filled with facts and compiled."""
