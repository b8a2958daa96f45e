"""Questions of our own on the real practices: where each answer leads, and what it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from assistant.pipeline import Assistant

LEADS = {
    "¿Cuáles son las diez buenas prácticas?": ["10 prácticas", "La Reina", "Lo Espejo"],
    "¿Cuántas prácticas de la Región Metropolitana hay en las fichas?": ["4 prácticas", "Maipú"],
    "las que marcaron la línea vinculación comunitaria": ["6 prácticas", "Temuco"],
    "¿Qué práctica marcó una sola línea del sello?": ["Macul"],
    "prácticas del Biobío": ["2 prácticas", "Hualqui", "Concepción"],
    "¿Qué prácticas peruanas aparecen en la guía?": ["4 prácticas", "Lima"],
    "prácticas europeas sobre vivienda": ["Bergen"],
    "¿Qué prácticas se ejecutan en enero?": ["Macul"],
    "ejemplos de Canadá": ["Saskatoon", "Toronto"],
    "¿cuántos países aparecen en las buenas prácticas de la guía?": ["20 países"],
    "buenas practicas de integracion civica y legal": ["3 prácticas", "New Haven"],
    "¿qué práctica hay con una orquesta?": ["Orquesta Binacional"],
    "¿alguna ciudad da una tarjeta de identificación a los que no tienen papeles?": ["New Haven"],
    "¿Qué práctica usa manuales en varios idiomas para el sistema de salud?": ["INFORMA"],
    "¿existe alguna iniciativa donde familias de acá y migrantes compartan una comida?": ["La familia de al lado"],
    "¿Qué municipalidad distribuye donaciones en una especie de boutique?": ["Macul"],
    "¿qué comuna chilena de la guía dio cursos de panadería?": ["Arica"],
    "¿Sigue vigente el diagnóstico de Los Andes?": ["Los Andes", "Iniciativa vigente"],
    "¿Qué organizaciones colaboran en la mesa de Temuco?": ["Temuco", "Trama Tejido"],
    "¿cuál ficha recomienda usar whatsapp?": ["Concepción"],
    "¿En qué escuelas se ha ejecutado la escuela intercultural de Viña?": ["Aldo Francia", "Gómez Carreño"],
    "¿Qué resolución creó la UMIS de Quilicura?": ["0516"],
    "¿cuánto duró la consulta de Quilicura?": ["Dos días"],
    "fichas con la Universidad de Concepción": ["Hualqui"],
    "¿Qué fichas marcan estrategias formativas pero no institucionalidad local?": [
        "3 prácticas",
        "Maipú",
        "y sin la línea",
    ],
    "¿cuáles tienen vinculación comunitaria y no acceso a la información?": ["Temuco"],
    "Queremos algo parecido a lo que hizo Hualqui. ¿De dónde salió la plata de ese proyecto?": [
        "Hualqui",
        "Vicerrectoría",
    ],
    "Me gustaría algo similar a lo de Coquimbo: ¿quiénes colaboran en ese protocolo?": ["Coquimbo"],
    "¿cuánto ha durado la Red Solidaria Local de Macul?": ["2018"],
    "¿quién participa en la práctica de Concepción?": ["Oficina de Migrantes"],
    "¿qué hace Viña del Mar para que la práctica se mantenga?": ["tercera versión"],
}


@pytest.mark.parametrize("question", LEADS)
def test_the_practice_stands_in_the_first_lines(real_assistant: Assistant, question: str) -> None:
    answer = real_assistant.ask(question, None).answer
    for text in LEADS[question]:
        assert text in answer.text[:400], answer.text
    assert answer.citations
    assert not answer.withheld


ABSENT = [
    "¿hay prácticas de Punta Arenas?",
    "¿cuánta plata gastó Macul en la red solidaria?",
    "¿cuál es el teléfono de la oficina de migrantes de Maipú?",
]


@pytest.mark.parametrize("question", ABSENT)
def test_what_no_sheet_says_is_not_answered(real_assistant: Assistant, question: str) -> None:
    assert real_assistant.ask(question, None).answer.abstained


def test_the_same_practice_in_two_documents_is_told_with_both(real_assistant: Assistant) -> None:
    answer = real_assistant.ask("¿En qué categoría de la guía está el plan de acogida de Temuco?", None).answer
    assert "Educación" in answer.text
    assert {citation.span.document for citation in answer.citations} >= {"guia", "fichas"}
