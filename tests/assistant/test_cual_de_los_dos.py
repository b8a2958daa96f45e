"""Two things told one by one: which has more and by how many, with the name of each."""

import pytest
from asking import answer

from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("turns", "lead", "rest"),
    [
        (
            ("¿cuántas medidas tiene Salud?", "¿y Educación?", "¿cuál tiene más y por cuántas?"),
            "**Ministerio de Salud** tiene más",
            "diferencia: 3",
        ),
        (
            ("¿cuántas medidas tiene el eje 3?", "¿y el eje 5?", "¿cuál de los dos tiene más, y por cuántas?"),
            "**Eje 5",
            "diferencia: 1",
        ),
        (
            ("¿cuántas medidas tiene Salud?", "¿y Educación?", "¿y Vivienda?", "¿quién tiene más?"),
            "**Ministerio de Salud** tiene más",
            "Vivienda",
        ),
        (
            (
                "¿cuántas visitas tuvo el Portal de Trámites en 2024?",
                "¿y el sitio web?",
                "¿cuál tuvo más y por cuánto?",
            ),
            "**889.842**",
            "el Portal de Trámites Digitales tuvo 3.404.073",
        ),
        (
            (
                "¿cuántas interacciones tuvo el Portal de Trámites en 2024?",
                "¿y el sitio web?",
                "diferencia entre ambos",
            ),
            "**1.031.610**",
            "2.686.139",
        ),
        (("presupuesto ley 2024", "¿y ley 2025?", "diferencia en M$ entre esos dos"), "**M$4.250.318**", "19,5%"),
        (("presupuesto ley 2024", "¿y ley 2025?", "¿y en porcentaje?"), "Subió **19,5%**", "4.250.318"),
    ],
)
def test_which_has_more_and_by_how_many(
    real_assistant: Assistant, turns: tuple[str, ...], lead: str, rest: str
) -> None:
    text = answer(real_assistant, *turns).text
    assert text.startswith(lead)
    assert rest in text
