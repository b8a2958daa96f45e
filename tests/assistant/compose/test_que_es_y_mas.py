"""What a thing is, asked in a telegram: beside its letters, whose it is, or when it begins."""

from __future__ import annotations

import pytest
from asking import answer

from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("ITA: sigla y qué mide", ("Índice de Cumplimiento en Transparencia Activa", "exigida por ley")),
        ("PLADECO: significado y qué es", ("Plan de Desarrollo Comunal", "instrumento que define")),
        ("OIM: sigla y función", ("Organización Internacional para las Migraciones", "colabora")),
        ("RNA SERMIG: qué es", ("Registro Nacional de Atenciones", "plataforma interna")),
        ("PLADECO municipal, ¿qué es?", ("Plan de Desarrollo Comunal", "instrumento que define")),
        ("qué es mi sermig y para cuándo estaría listo", ("nueva plataforma web", "segundo semestre de 2025")),
        ("¿Qué es la Política Nacional de Migración y cuándo se publicó?", ("hoja de ruta", "2023")),
    ],
)
def test_what_is_asked_beside_a_definition_is_told_with_it(
    real_assistant: Assistant, question: str, said: tuple[str, ...]
) -> None:
    answer = real_assistant.ask(question).answer
    assert not answer.abstained
    assert all(one in answer.text for one in said)
    assert "tiene como plazo" not in answer.text


@pytest.mark.parametrize(
    ("question", "both"),
    [
        (
            "¿en qué se diferencian el Sello Migrante y el Compromiso Migrante?",
            ("140 municipalidades", "sector privado"),
        ),
        ("me enredo entre el COSOC y el Sello Migrante", ("Consejo de la Sociedad Civil", "140 municipalidades")),
    ],
)
def test_two_things_are_told_apart_by_what_each_is(
    real_assistant: Assistant, question: str, both: tuple[str, str]
) -> None:
    told = answer(real_assistant, question)
    assert not told.abstained
    assert all(one in told.text for one in both)
