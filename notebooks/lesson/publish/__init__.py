"""What is run and written: the lab, the executed notebooks."""
