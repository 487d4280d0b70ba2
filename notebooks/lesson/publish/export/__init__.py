"""Questions for systems that schools have: one module a format, one function a kind of question."""
