"""Take every sentence of course/shared/absolutes.py as looked at: `PYTHONPATH=notebooks:tests python tests/absolutes.py`."""

from lesson.core import home

if __name__ == "__main__":
    absolutes = home.module(home.SHARED, "absolutes")
    absolutes.REVIEWED.write_text("\n".join(sorted(absolutes.found())) + "\n", encoding="utf-8")
