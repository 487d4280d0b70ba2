"""What this lesson shows beside what every course can show."""

from lesson import tables
from lesson.screen import cited
from lesson.screen.registries import Drawn, look
from lesson.screen.table import Cell, Table


@look("sundays")
def sundays() -> Drawn:
    """Each counted Sunday, with where sources differ."""
    rows = [
        [
            Cell(row["date"]),
            Cell(str(row["visitors"]), cited.disputed("counts", row["count_id"])),
            Cell("", links=cited.sources("counts", row["count_id"])),
        ]
        for row in tables.rows("counts")
    ]
    return Table("The trial Sundays.", ("Day", "Visitors", "Sources"), rows)
