"""The sentence of a passage that says what is asked leads the reply: a reason, a place, a length, one item, a means."""

import pytest
from asking import answer

from assistant.pipeline import Assistant

FIRST = 400


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("¿por qué no se concretaron nuevas habilitaciones de oficinas en 2024?", ("restricciones presupuestarias",)),
        ("¿por qué no hubo nuevas habilitaciones de oficinas en 2024, qué explicación dan?", ("presupuestarias",)),
        ("¿con qué entidad de universidades firmará convenio el SERMIG en 2025?", ("4. Convenio con la Corporación",)),
        ("para el registro de servicios municipales, ¿qué herramienta recomiendan?", ("formulario online",)),
        (
            "¿Por qué localidad se han materializado las devoluciones a territorio boliviano desde que rige el acuerdo "
            "de reconducción, y qué porcentaje corresponde a ciudadanos de otros países?",
            ("Colchane", "65%"),
        ),
        (
            "las mujeres jefas de hogar contratadas en teletrabajo, ¿cuántas eran y por cuántos meses?",
            ("30 mujeres", "12 meses"),
        ),
        ("en los talleres de Maipú, ¿hasta qué curso trabajan con cuentos?", ("2° básicos",)),
        ("¿en qué nivel están los estudiantes del encuentro de Maipú?", ("enseñanza media",)),
    ],
)
def test_what_says_what_is_asked_comes_first(real_assistant: Assistant, asked: str, says: tuple[str, ...]) -> None:
    assert all(one in answer(real_assistant, asked).text[:FIRST] for one in says)
