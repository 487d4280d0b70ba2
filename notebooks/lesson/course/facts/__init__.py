"""Every number that prose, a figure or a key states, computed from data/.

Text names a fact as `{{departures()}}` in an item and as `22<!-- fact:departures() -->` in a lesson; see `value`.
Each function is small, public, and returns an int, a float or a short str. `general` holds what several lessons state.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from lesson.course.facts import analogy, counting, family, forced, general, readings
from lesson.course.facts.analogy import *  # noqa: F403
from lesson.course.facts.counting import *  # noqa: F403
from lesson.course.facts.family import *  # noqa: F403
from lesson.course.facts.forced import *  # noqa: F403
from lesson.course.facts.general import *  # noqa: F403
from lesson.course.facts.readings import *  # noqa: F403

CALL = re.compile(r"([a-z_][a-z0-9_]*)\(([^()]*)\)")
FACTS: dict[str, Callable[..., object]] = {
    fact.__name__: fact for module in (general, forced, counting, family, analogy, readings) for fact in module.NAMED
}


def value(call: str) -> str:
    """Return what `call`, such as "known_departures(2020-08-18)", says, as text.

    Raises KeyError when there is no such fact, TypeError when its arguments do not fit.
    """
    match = CALL.fullmatch(call.strip())
    if not match or match[1] not in FACTS:
        raise KeyError(call)
    arguments = [part.strip() for part in match[2].split(",") if part.strip()]
    return str(FACTS[match[1]](*arguments))
