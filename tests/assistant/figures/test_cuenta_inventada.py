"""An account of another year, with other tables, regions and footnotes, answered without a line of code for it."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from corpus.settings import Settings

if TYPE_CHECKING:
    from assistant.pipeline import Assistant

TEXT = """Cuenta Pública Participativa 2026

Eje 1. Permisos y documentos

I. Resultados

a. Visas de estudio

Durante 2026 se entregaron visas de estudio a estudiantes de universidades e institutos de todo el país. La mayoría de las
personas beneficiadas estudia carreras técnicas.

Tabla 1. Visas de estudio 2024 - 2027*

Año 2024 2025 2026 2027* Total
Solicitudes 3.200 4.150 5.020 2.610 14.980
Otorgamientos 2.900 3.700 4.400 1.900 12.900
*a junio de 2027.

b. Atención móvil

Los buses recorren las localidades apartadas y llevan la atención a quienes no pueden viajar a la capital regional.

Tabla 2. Salidas de buses de atención móvil

DR 2026 2027*
Tarapacá 12 8
Los Ríos 5 2
Maule 9 7
Total 26 18
*Primer semestre de 2027.

c. Capacitación

Durante 2026 se presentaron 4.000 reclamos por atrasos, de los cuales el 35% se acogió y el 65% se rechazó. Además, se
realizaron 12 talleres de lengua creole con 480 personas inscritas y 5 ferias informativas.

Tabla 3. Cursos para intérpretes

Año Cursos dictados Intérpretes formados
2025 10 230
2026 16 400
"""

MANIFEST = """[[document]]
id = "otra"
title = "Cuenta Pública 2026"
publisher = "Servicio"
year = 2027
kind = "cuenta"
parser = "cuenta"
file = "otra.txt"
sha256 = "{digest}"
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """An assistant over the invented account alone, without any question written for it."""
    from assistant.pipeline import Assistant
    from ingest.index import ingest

    folder: Path = tmp_path_factory.mktemp("inventada")
    documents, keys = folder / "documentos", folder / "claves"
    documents.mkdir()
    keys.mkdir()
    (documents / "otra.txt").write_text(TEXT, encoding="utf-8")
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    (documents / "manifest.toml").write_text(MANIFEST.format(digest=digest), encoding="utf-8")
    settings = Settings(data_dir=folder / "datos", documents_dir=documents, keys_dir=keys, dense=False)
    ingest(settings, say=lambda line: None)
    return Assistant(settings)


ANSWERS = {
    "¿cuántos de los reclamos por atrasos de 2026 se acogieron, en número?": ["**1.400**", "35%", "4.000"],
    "¿qué porcentaje de los reclamos por atrasos se rechazó en 2026?": ["**65%**"],
    "¿cuántos talleres de creole hubo en 2026 y cuántas ferias informativas?": ["**12**", "**5**"],
    "¿cuántas personas hubo en promedio por taller de creole en 2026?": ["**40**", "480", "12"],
    "¿cuántas visas de estudio se otorgaron en 2025?": ["**3.700**", "en 2025"],
    "¿cuántas visas de estudio se pidieron hasta junio de 2027?": ["**2.610**", "hasta junio de 2027"],
    "total de visas de estudio otorgadas": ["**12.900**", "a junio de 2027"],
    "¿en cuánto crecieron las solicitudes de visas de estudio entre 2024 y 2026?": ["**1.820**", "+56,9%"],
    "¿qué porcentaje de las visas de estudio pedidas en 2026 se otorgó?": ["**87,6%**", "4.400", "5.020"],
    "¿qué región tuvo más salidas de buses en 2026?": ["**Tarapacá**", "**12**"],
    "salidas de buses en Maule en 2027": ["**7**", "primer semestre de 2027", "Maule"],
    "¿cuánto suman las filas de salidas de buses en 2027?": ["**18**", "**17**", "no coinciden"],
    "intérpretes formados por curso en 2026": ["**25**", "400", "16"],
    "¿cuánto bajaron los otorgamientos de visas de estudio entre 2026 y 2027?": ["No se pueden comparar", "4.400"],
}


@pytest.mark.parametrize("question", ANSWERS)
def test_figures_of_an_unseen_account_are_answered(assistant: Assistant, question: str) -> None:
    _, answer = assistant.answer(question)
    assert not answer.abstained
    assert not answer.withheld
    assert all(text in answer.text for text in ANSWERS[question])


def test_a_series_of_an_unseen_account_has_every_period(assistant: Assistant) -> None:
    _, answer = assistant.answer("solicitudes de visas de estudio por año")
    assert all(value in answer.text for value in ("3.200", "4.150", "5.020", "2.610"))


@pytest.mark.parametrize(
    "question",
    [
        "visas de estudio otorgadas en 2020",
        "¿cuántas salidas de buses hubo en Atacama en 2026?",
        "¿cuántas mujeres intérpretes se formaron en 2026?",
    ],
)
def test_what_an_unseen_account_lacks_is_not_answered(assistant: Assistant, question: str) -> None:
    _, answer = assistant.answer(question)
    assert answer.abstained
