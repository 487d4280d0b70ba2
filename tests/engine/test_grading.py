import pytest
from support import vectors

from lesson.bank.grade import grade
from lesson.core.item import Verdict

VECTORS = vectors()


@pytest.mark.parametrize("case", VECTORS["grading"], ids=lambda case: case["name"])
def test_an_answer_gets_its_verdict(case):
    verdict = grade(VECTORS["sheets"][case["sheet"]], case["answer"])
    assert verdict == Verdict(case["outcome"], tuple(case["options"]))
