"""The questions that one message asks: what parts them, and what only looks as if it did."""

import pytest

from assistant.clauses import clauses
from corpus.analysis import fold


@pytest.mark.parametrize(
    ("message", "found"),
    [
        ("red solidaria macul: quién reparte ropa + desde cuándo", ["quien reparte ropa", "desde cuando"]),
        ("¿Cuánto rato calculo y la puedo grabar?", ["cuanto rato calculo", "la puedo grabar"]),
        ("costo u. de chile? beneficiarios?", ["costo u. de chile", "beneficiarios"]),
        ("¿Sigue vigente? ¿y con qué plata?", ["sigue vigente", "y con que plata"]),
        ("¿A qué hora parte, quién lo dicta y cuánto dura?", ["a que hora parte", "quien lo dicta", "cuanto dura"]),
    ],
)
def test_a_message_that_asks_several_things_is_parted(message: str, found: list[str]) -> None:
    assert clauses(fold(message)) == found


@pytest.mark.parametrize(
    "message",
    [
        "con los más chicos, ¿qué usan?",
        "¿Quiénes integran la mesa de salud y educación?",
        "¿Por dónde le aviso a la gente los cambios y le mando las presentaciones?",
        "si no tenemos plata, cómo lo hacemos",
    ],
)
def test_a_message_that_asks_one_thing_stays_whole(message: str) -> None:
    assert len(clauses(fold(message))) == 1


def test_two_names_joined_are_two_questions_only_where_each_asks_for_another_thing() -> None:
    fields = {"financiamiento": 1, "fechas": 2}
    telling = lambda piece: fields.get(piece.split()[-1])  # noqa: E731
    assert clauses("financiamiento y fechas", telling) == ["financiamiento", "fechas"]
    assert clauses("financiamiento y vecinos", telling) == ["financiamiento y vecinos"]
