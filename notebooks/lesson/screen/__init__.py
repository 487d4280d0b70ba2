"""What is drawn. Nothing here decides anything about an answer or a fact."""
