"""What is taught and learned. Nothing here imports a widget, pandas or matplotlib."""
