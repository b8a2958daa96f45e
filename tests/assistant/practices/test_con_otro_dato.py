"""What is asked of a practice beside another thing: where it is lodged, a count in a telegram, a decree, another of a year."""

from __future__ import annotations

import pytest

from assistant.pipeline import Assistant

FIRST = 420


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("jornadas títulos La Reina: duración y total beneficiados", ("2 horas", "100 personas")),
        ("Macul red solidaria: inicio y financiamiento", ("2018", "Donaciones")),
        ("Los Andes diagnóstico: total colegios y financiamiento", ("13 establecimientos", "Recursos propios")),
        ("¿Bajo qué unidad municipal está en Coquimbo la oficina que atiende a los extranjeros?", ("Grupos Prioritarios",)),
        ("Coquimbo oficina migrantes: ¿de quién depende?", ("Grupos Prioritarios",)),
        ("¿En qué dos escuelas de Viña se ensayó la educación intercultural y en qué año cada una?", ("Unesco", "Aldo Francia", "2023")),
        ("¿Qué comuna hizo jornadas de revalidación de títulos y cuánta gente se benefició?", ("La Reina", "100 personas")),
    ],
)  # fmt: skip
def test_both_are_told_first(real_assistant: Assistant, question: str, said: tuple[str, ...]) -> None:
    text = real_assistant.ask(question).answer.text
    assert all(one in text[:FIRST] for one in said)


def test_the_decree_is_told_beside_which_one_it_is(real_assistant: Assistant) -> None:
    question = "Entre las redes de cooperación la guía menciona un protocolo de atención. ¿Cuál es y con qué decreto se estableció según su ficha?"
    text = real_assistant.ask(question).answer.text
    assert "Coquimbo" in text
    assert "3.737" in text


@pytest.mark.parametrize(
    ("turns", "said", "other"),
    [
        (("¿Qué municipio hace talleres contra la discriminación en colegios?", "¿Y cuánta gente fue a los dos seminarios de 2024?"), "279", "escolares"),
        (("¿qué municipio hizo un protocolo de atención a migrantes?", "¿y cuál otra práctica lleva funcionando desde el 2018?"), "Red Solidaria Local", "Son **9"),
        (("¿Quién hizo la red solidaria?", "¿y cuál otra práctica partió en 2023?"), "**4 prácticas**", "Macul"),
    ],
)  # fmt: skip
def test_what_goes_on_is_of_the_told_one_or_of_another(
    real_assistant: Assistant, turns: tuple[str, str], said: str, other: str
) -> None:
    first = real_assistant.ask(turns[0])
    text = real_assistant.ask(turns[1], first.conversation_id).answer.text
    assert said in text[:FIRST]
    assert other not in text[:FIRST]


@pytest.mark.parametrize(
    ("message", "alone"),
    [
        ("¿Qué comuna hizo jornadas de títulos y cuánta gente se benefició?", False),
        ("¿Quién hizo talleres de español y cuántas personas asistieron?", False),
        ("¿Quién hizo talleres de español y cuántas personas visitaron el sitio web?", True),
    ],
)
def test_what_only_says_that_people_did_something_says_not_of_what(
    real_assistant: Assistant, message: str, alone: bool
) -> None:
    assert real_assistant.parts.part_reader.parts(message)[1].alone is alone
