"""Computation with figures: exact, rounded only where it is shown, and never through a zero."""

from decimal import Decimal

from assistant.figures import compute
from assistant.figures.values import Operand, named, written
from corpus.records import Span

SPAN = Span(document="cuenta", start=0, end=5)


def figure(value: str, period: str = "2024", unit: str = "cartas", place: str | None = None) -> Operand:
    return Operand(
        value=Decimal(value), written=value, unit=unit, concept="Cartas", period=period, actual=None, place=place,
        spans=(SPAN,),
    )  # fmt: skip


def test_change_is_rounded_to_one_decimal_and_says_so() -> None:
    outcome = compute.change(figure("3075", "2023"), figure("2207"))
    assert outcome is not None
    assert (outcome.value, outcome.dicho, outcome.inexact) == (Decimal("-28.2"), "28,2%", True)


def test_an_exact_quotient_is_not_called_rounded() -> None:
    outcome = compute.share(figure("25"), figure("100"))
    assert outcome is not None
    assert (outcome.dicho, outcome.inexact) == ("25%", False)


def test_nothing_is_divided_by_zero() -> None:
    assert compute.change(figure("0"), figure("5")) is None
    assert compute.ratio(figure("5"), figure("0")) is None
    assert compute.times(figure("5"), figure("0")) is None


def test_a_part_is_never_more_than_its_whole() -> None:
    assert compute.share(figure("12901"), figure("11542")) is None


def test_percentages_differ_by_percentage_points() -> None:
    assert compute.difference(figure("64.25", unit="%"), figure("50", unit="%")).unit == "puntos porcentuales"


def test_a_sum_of_many_keeps_every_digit() -> None:
    outcome = compute.total([figure("3692523523"), figure("0.1"), figure("0.2")])
    assert outcome.value == Decimal("3692523523.3")


def test_equal_figures_share_a_place() -> None:
    row = [figure("5", place="A"), figure("5", place="B"), figure("3", place="C")]
    assert [compute.place_in_order(one, row).value for one in row] == [1, 1, 3]


def test_a_computation_names_its_operands_for_the_check_of_claims() -> None:
    done = compute.average([figure("1"), figure("2")]).computation()
    assert (done.value, done.operands) == (Decimal("1.5"), (Decimal(1), Decimal(2)))


def test_operands_are_named_by_what_tells_them_apart() -> None:
    assert [one.nombre for one in named([figure("1", "2023"), figure("2", "2024")])] == ["2023", "2024"]
    assert [one.nombre for one in named([figure("1", place="Maule"), figure("2", place="Ñuble")])] == ["Maule", "Ñuble"]


def test_values_are_written_the_chilean_way() -> None:
    assert written(Decimal("3692523523"), "$") == "$3.692.523.523"
    assert written(Decimal("64.25"), "%") == "64,25%"
    assert written(Decimal("5113"), "personas") == "5.113"
