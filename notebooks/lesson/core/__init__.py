"""What everything else is written in: items and events, grading and folding, dates, and where the project stands."""
