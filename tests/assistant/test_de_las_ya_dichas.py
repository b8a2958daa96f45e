"""Of the medidas just told: those of one eje, whether one is among those done; a day exactly; what a field itself answers."""

import pytest
from asking import answer, medidas

from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("asked", "narrowed", "numbers"),
    [
        (
            "¿Qué medidas tiene a su cargo el Ministerio del Trabajo y Previsión Social?",
            "De ellas, ¿cuáles pertenecen al eje de integración e inclusión?",
            (45, 46, 47),
        ),
        ("medidas de Justicia", "de esas, ¿cuáles pertenecen a reunificación familiar?", (14,)),
        ("¿Qué medidas vencen en 2023?", "De todas ellas, ¿cuántas pertenecen a gobernanza?", (74,)),
        ("¿Qué medidas vencen en 2023?", "De las mencionadas, ¿cuáles corresponden a SERMIG?", (26, 71, 73, 74)),
    ],
)
def test_of_those_told_only_those_of_the_eje(
    real_assistant: Assistant, asked: str, narrowed: str, numbers: tuple[int, ...]
) -> None:
    assert medidas(real_assistant, asked, narrowed) == numbers


def test_how_many_there_are_is_still_of_all(real_assistant: Assistant) -> None:
    assert len(medidas(real_assistant, "medidas de Justicia", "¿cuántas son en total?")) == 6


@pytest.mark.parametrize(
    ("asked", "then", "number"),
    [
        ("¿Cuántas medidas del plan estaban implementadas a agosto de 2024?", "¿Y la 59 se encuentra entre esas?", 59),
        ("¿Cuántas medidas del plan están en desarrollo?", "¿y la de la OGUC está entre ellas?", 52),
    ],
)
def test_no_document_says_which_are_done(real_assistant: Assistant, asked: str, then: str, number: int) -> None:
    found = answer(real_assistant, asked, then)
    assert found.text.startswith(f"Ningún documento dice si la medida {number} está cumplida.")
    assert found.abstained


def test_so_many_are_no_number_of_one(real_assistant: Assistant) -> None:
    assert medidas(real_assistant, "¿la medida 59 es parte de las 24 en desarrollo?") == (59,)


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("dime cuáles se cumplían a más tardar el 30 de junio del 2025, justo esa fecha", (47, 50, 64)),
        ("medidas con plazo hasta el 30 de septiembre de 2024, ni antes ni después", (48, 51)),
    ],
)
def test_the_day_itself_whatever_leads_up_to_it(
    real_assistant: Assistant, question: str, numbers: tuple[int, ...]
) -> None:
    assert medidas(real_assistant, question) == numbers


@pytest.mark.parametrize(
    ("question", "number", "said"),
    [
        ("¿Qué publicación debe acreditar el cumplimiento de la medida 85?", 85, "CASEN 2022"),
        ("¿Qué reglamento debe demostrar el cumplimiento de la medida 64?", 64, "Diario Oficial"),
        (
            "¿Con qué indicador se verifica el programa de formación sobre interseccionalidad para funcionarios dedicados al "
            "acceso a la justicia, y a qué programa se refiere?",
            67,
            "El indicador de la medida 67 es: **Porcentaje de funcionarios/as participantes en el Programa Mi Abogado",
        ),
        (
            "La medida que compromete un convenio con el Registro Civil para el enrolamiento de niños, niñas y adolescentes, "
            "¿se da por cumplida con el convenio firmado o con qué producto?",
            14,
            "Borrador convenio",
        ),
        (
            "La medida que promete un acuerdo con el MINVU para intercambiar información, ¿se da por cumplida con el acuerdo "
            "firmado o con otra cosa?",
            53,
            "Convenio de colaboración entre SERMIG y Ministerio de Vivienda",
        ),
    ],
)
def test_what_proves_a_medida(real_assistant: Assistant, question: str, number: int, said: str) -> None:
    found = answer(real_assistant, question)
    assert found.medidas == (number,)
    assert said in found.text.replace("**. ", ". ")


@pytest.mark.parametrize("question", ["ppto asignado medida 69, $", "medida 12 $", "presup medida 45"])
def test_the_plan_gives_no_money(real_assistant: Assistant, question: str) -> None:
    assert answer(real_assistant, question).abstained
