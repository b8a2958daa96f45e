"""What the documents do say is told, and not refused for a word that says it otherwise; what is of another is refused still."""

from __future__ import annotations

import pytest
from asking import answer

from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        # A share of what was so done, whatever words call it.
        (("con el trato con Bolivia, ¿qué porcentaje de lo tramitado terminó otorgado?",), "66,0%"),
        (("de todas las personas que controlaron con el aplicativo, ¿qué porcentaje tenía orden de expulsión?",), "2,5%"),
        (("de las atenciones del registro nacional de 2024 unas se respondieron enseguida y otras se derivaron, ¿qué porcentaje del total fueron las derivaciones?",), "23,5%"),
        # All that there is so far, and no backlog.
        (("reconducciones 2023", "¿y el total acumulado?"), "15.406"),
        (("¿cuántas reconducciones van acumuladas?",), "15.406"),
        (("expulsiones administrativas 2023", "¿y el total hasta la fecha?"), "2.708"),
        # A stretch of months is no single one.
        (("visitas al portal de trámites desde Bolivia, enero-marzo 2025",), "66.061"),
        # What the police use, one of them uses.
        (("¿desde cuándo usa carabineros la aplicación de control migratorio?",), "septiembre de 2024"),
        # A number in words, right before what is counted.
        (("cuantos abogados nuevos llegaron al equipo que dicta las sanciones",), "dos abogados"),
        # The time of a number, whoever belongs to what.
        (("El dato de los municipios adscritos al Sello Migrante en la guía, ¿a qué fecha está actualizado?",), "junio del 2024"),
        (("las cartas de nacionalización bajaron en 2024 parece, ¿cuántas menos fueron que en 2023?",), "868"),
        (("¿cuánto le pagó a la reina la u de chile por las charlas?",), "gratuita"),
        (("¿el proyecto misceláneo ya está aprobado o sigue pendiente para 2025?",), "16.072-06"),
        # What is left is not what is counted.
        (("en concepción, ¿cuántos módulos van hechos y cuántos quedan?",), "Falta la ejecución de otros dos"),
        # No number is asked after one that was told.
        (("¿en cuántos colegios fue el diagnóstico de Los Andes?", "¿y entre qué meses lo hicieron?"), "Junio a octubre"),
        # Which of all did it, and not the one that was told.
        (("¿qué municipio ayudó con la revalidación de títulos?", "¿y cuál trabajó con estudiantes de trabajo social?"), "Hualqui"),
        (("¿qué municipio ayudó con la revalidación de títulos?", "¿y cuál tiene dos mesas?"), "Lo Espejo"),
    ],
)  # fmt: skip
def test_what_is_said_otherwise_is_told(real_assistant: Assistant, turns: tuple[str, ...], told: str) -> None:
    reply = answer(real_assistant, *turns)
    assert not reply.abstained, reply.text
    assert told in reply.text


@pytest.mark.parametrize(
    "turns",
    [
        ("¿cuántos controles hizo Carabineros con el aplicativo?",),
        ("¿qué municipio ayudó con la revalidación de títulos?", "¿y cuál instaló un hospital de campaña?"),
        ("visitas al portal de trámites desde Bolivia, marzo 2025",),
    ],
)
def test_what_is_of_another_is_refused(real_assistant: Assistant, turns: tuple[str, ...]) -> None:
    assert answer(real_assistant, *turns).abstained
