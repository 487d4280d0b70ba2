"""Our intervals agree with statsmodels, an independent published implementation, to six digits."""

import warnings

import pytest

from lesson.core.rates import Range, exposure, poisson_interval

COUNTS = [(0, 1.0), (0, 5000.0), (1, 1.0), (1, 860.0), (2, 17.5), (3, 1000.0), (4, 215.0), (5, 502.0), (8, 2150.0), (10, 10.0),
          (12, 5020.0), (17, 3.0), (20, 251.0), (22, 7000.0), (31, 31.0), (46, 1506.0), (59, 100.0), (100, 12345.6), (188, 27.0), (1000, 10.0)]  # fmt: skip


@pytest.fixture(scope="module")
def statsmodels():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from statsmodels.stats import rates
    return rates


@pytest.mark.parametrize(("events", "years"), COUNTS)
@pytest.mark.parametrize("level", [0.95, 0.8])
def test_a_rate_has_the_exact_interval(statsmodels, events, years, level):
    ours = poisson_interval(events, years, level)
    low, high = statsmodels.confint_poisson(events, years, method="exact-c", alpha=1 - level)
    assert ours.low == pytest.approx(0 if events == 0 else float(low), rel=1e-6, abs=1e-12)
    assert ours.high == pytest.approx(float(high), rel=1e-6)


def test_exposure_multiplies_low_with_low_and_high_with_high():
    assert exposure(Range(43, 55), Range(5, 9), 10) == Range(2150, 4950)


@pytest.mark.parametrize("call", [lambda: poisson_interval(-1, 1), lambda: poisson_interval(1, 0), lambda: exposure(Range(-1, 1), Range(1, 1), 1), lambda: exposure(Range(1, 1), Range(1, 1), 0), lambda: poisson_interval(1, 1, 1.0)])  # fmt: skip
def test_what_cannot_be_is_refused(call):
    with pytest.raises(ValueError, match="more than 0"):
        call()
