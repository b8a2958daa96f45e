"""Figures told one by one that a message points at as several: what is worked out of those, and of no others."""

import pytest
from figure_questions import LEAD, ask

from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("messages", "told"),
    [
        # by their place
        (("¿cuántas personas atendieron en Coquimbo en 2024?", "¿y en Maule?", "¿y en Los Ríos?", "¿cuánto suman las dos primeras?"), ("12.431",)),
        (("¿cuántas reconducciones hubo en 2023?", "¿y en 2024?", "¿y en 2025?", "¿cuál es la diferencia entre los dos primeros?"), ("2.308",)),
        (("¿cuántas personas se atendieron en Valparaíso en 2024?", "¿y en la Metropolitana?", "¿y en Biobío?", "¿qué diferencia hay entre la primera y la tercera?"), ("4.280",)),
        # of their whole
        (("¿cuántas personas atendieron en Coquimbo en 2024?", "¿y en Maule?", "¿y en todo el país?", "¿qué porcentaje del total son las dos juntas?"), ("12,8%",)),
        (("¿cuánta gente se atendió en Arica el 2024?", "¿y en Tarapacá?", "¿y a nivel nacional?", "entre las dos primeras ¿qué porcentaje del país es?"), ("12,1%",)),
        (("¿cuántas personas atendieron en Aysén en 2024?", "¿y en Magallanes?", "¿y en todo el país?", "¿qué porcentaje del país es cada una?"), ("1,1%", "3,3%")),
        (("¿cuántas personas atendió en 2024 la oficina de Tarapacá?", "¿y la de Antofagasta?", "¿y la de Arica?", "¿qué porcentaje hacen Tarapacá y Arica del país?"), ("12,1%",)),
        (("¿qué porcentaje de las personas atendidas en 2024 en el país son de Coquimbo y Maule?",), ("12,8%",)),
        # of what they come to together
        (("¿cuántos seguidores tiene SERMIG en Instagram?", "¿y en X?", "¿y en Facebook?", "¿qué porcentaje es Instagram de los tres?"), ("45,8%",)),
        (("¿cuánto se recaudó el 2024 en multas a las aerolíneas?", "¿y por las multas de regularidad migratoria?", "de las dos juntas, ¿qué porcentaje es lo de las aerolíneas?"), ("3,9%",)),
        (("¿cuántas visitas tuvo el portal de trámites en 2024?", "¿y el sitio web?", "de las dos sumadas ¿qué porcentaje se llevó el portal?"), ("57,5%",)),
        # by what they count, over the turns between
        (("cual fue el presupuesto de ley del sermig para 2024", "y el de ley 2025", "y que tanto se ejecuto del 2024?", "volviendo a los dos presupuestos de ley, cuanta plata hay de diferencia"), ("4.250.318",)),
        (("¿cuántas solicitudes de residencia definitiva se pidieron en 2023?", "¿y en 2024?", "¿y cuántas se resolvieron en 2024?", "volviendo a las solicitadas, ¿cuál es la diferencia entre los dos años?"), ("80.853",)),
        (("¿cuántas personas atendieron en Coquimbo en 2024?", "¿y en Maule?", "¿cuántas medidas tiene el plan?", "entre las dos regiones, ¿cuántas personas fueron?"), ("12.431",)),
        # of each
        (("operativos en terreno Tarapacá 2024, cantidad y personas", "ahora Antofagasta", "promedio personas por operativo en cada una"), ("29,7", "64")),
        (("operativos en terreno de Los Lagos y personas atendidas 2024", "ahora Aysén", "¿cuál de los dos atendió más por operativo?"), ("23,6", "2,9")),
        # which is more, and by how much
        (("cuantas expulsiones administrativas hubo en 2022", "y en 2023?", "cual es mas alto y x cuanto"), ("308", "más en 2023")),
        (("¿cuántos reconocidos como refugiados hubo en 2022?", "¿y en 2023?", "¿y en 2024?", "¿en qué año hubo más y cuántos más que el que menos?"), ("142",)),
        (("¿cuántas cartas de nacionalización se dieron en 2022?", "¿y en 2023?", "¿y en 2024?", "¿cuál fue el mayor y por cuánto le gana al siguiente?"), ("868",)),
    ],
)  # fmt: skip
def test_what_is_pointed_at_is_worked_with(
    real_assistant: Assistant, messages: tuple[str, ...], told: tuple[str, ...]
) -> None:
    answer = ask(real_assistant, *messages)
    assert not answer.abstained
    assert all(one in answer.text[:LEAD] for one in told)


@pytest.mark.parametrize(
    "messages",
    [
        ("¿cuántos recursos de protección hubo en 2023?", "¿y en 2024?", "¿qué porcentaje de los dos años juntos es el 2024?"),
        ("¿cuántas medidas tiene el eje 3?", "¿y el eje 8?", "¿cuánto suman los tres?"),
        ("¿cuánto se gastó en remuneraciones en 2024?", "¿y en expulsiones?", "¿cuánto suman las dos cosas?"),
        ("¿cuántas personas atendió en 2024 la oficina de Tarapacá?", "¿y la de Antofagasta?", "¿qué porcentaje del país hacen Coquimbo y Arica?"),
        ("¿cuántas personas atendieron en Coquimbo en 2024?", "¿y en Maule?", "¿qué diferencia hay entre la primera y la tercera?"),
    ],
)  # fmt: skip
def test_what_was_not_told_is_not_worked_with(real_assistant: Assistant, messages: tuple[str, ...]) -> None:
    assert ask(real_assistant, *messages).abstained


@pytest.mark.parametrize(
    ("messages", "told"),
    [
        (("¿cuántas medidas tiene el eje 7 del plan?", "¿y el 10?", "¿y entre los dos qué porcentaje de las 86 se llevan?"), "51,2 %"),
        (("¿cuántas medidas tiene el Ministerio de Salud?", "¿y Educación?", "¿qué porcentaje de las medidas del plan tienen entre las dos?"), "12,8 %"),
    ],
)  # fmt: skip
def test_two_sets_are_a_share_of_the_plan(real_assistant: Assistant, messages: tuple[str, ...], told: str) -> None:
    assert told in ask(real_assistant, *messages).text.split("\n")[0]


def test_that_place_is_the_one_told(real_assistant: Assistant) -> None:
    messages = ("cuantas personas atendieron en biobio el 2024", "y en ñuble?", "y alla cuantas van el 2025")
    assert ask(real_assistant, *messages).text.startswith("**658**")
