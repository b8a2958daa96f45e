"""What the plan states of no medida: other fields, reasons, agreements with who none names; dates that nothing tells."""

import pytest
from asking import answer

from assistant.pipeline import Assistant
from assistant.values import Status


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("¿Cuál es el medio de verificación de la medida 70, sobre derechos políticos?", "«medio de verificación»"),
        ("¿cuál es la línea base de la medida 59?", "«línea base»"),
        ("¿Cuál es la fecha de inicio de la medida 3?", "«fecha de inicio»"),
    ],
)
def test_a_field_that_the_plan_has_not(real_assistant: Assistant, question: str, named: str) -> None:
    found = answer(real_assistant, question)
    assert found.status is Status.NOT_FOUND
    assert named in found.text
    assert "Indicador:" in found.text


def test_a_row_that_writes_the_field_is_told(real_assistant: Assistant) -> None:
    assert not answer(real_assistant, "¿cuál es la línea base de la medida 58?").abstained


@pytest.mark.parametrize(
    "question",
    [
        "por que motivo se quiso hacer la mesa de retorno humanitario con peru y no con otro pais",
        "¿por qué la medida 12 es de Economía y no de Trabajo?",
        "¿Por qué no quedó la Defensoría de la Niñez a cargo de la medida 16?",
    ],
)
def test_no_document_says_why(real_assistant: Assistant, question: str) -> None:
    found = answer(real_assistant, question)
    assert found.abstained
    assert "por qué es así" in found.text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("¿por qué se hace el convenio con el Registro Civil de la medida 14?", "con el fin de mejorar"),
        ("¿Por qué el plazo de la medida 5 es el 31 de junio?", "no existe"),
        ("¿por qué el plan le encargó a Carabineros la medida 84?", "Servicio Nacional de Migraciones"),
    ],
)
def test_what_a_row_is_for_and_what_is_wrong_in_it_is_told(real_assistant: Assistant, question: str, said: str) -> None:
    found = answer(real_assistant, question)
    assert not found.abstained
    assert said in found.text


@pytest.mark.parametrize(
    "question",
    [
        "¿qué número de medida es el convenio de SERMIG con la CORFO y para cuándo es?",
        "¿qué medida es el convenio de SERMIG con la JUNJI?",
        "¿cuándo vence el convenio de SERMIG con Carabineros?",
        "¿qué medida es el convenio con la Universidad de Chile?",
    ],
)
def test_an_agreement_with_another_party_is_of_no_medida(real_assistant: Assistant, question: str) -> None:
    assert answer(real_assistant, question).abstained


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("¿qué medida es el convenio con la ANID?", 41),
        ("¿para cuándo es el acuerdo con el MINVU?", 53),
        ("convenio con el registro civil, medida y plazo", 14),
        ("¿para cuándo es la mesa con el Ministerio del Deporte?", 2),
    ],
)
def test_an_agreement_with_its_party(real_assistant: Assistant, question: str, number: int) -> None:
    found = answer(real_assistant, question)
    assert not found.abstained
    assert number in found.medidas


@pytest.mark.parametrize(
    "question", ["fecha oficio ordinario N° 17.330", "¿en qué fecha se firmó el convenio con el Poder Judicial?"]
)
def test_a_date_that_is_not_told(real_assistant: Assistant, question: str) -> None:
    assert answer(real_assistant, question).abstained


def test_a_date_that_is_told(real_assistant: Assistant) -> None:
    assert (
        "23 de mayo de 2024" in answer(real_assistant, "¿en qué fecha se publicó la resolución del comité asesor?").text
    )


def test_a_platform_called_mi_is_no_institution(real_assistant: Assistant) -> None:
    found = answer(real_assistant, "cuando sale mi sermig")
    assert "segundo semestre" in found.text
    assert not found.medidas


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("prot. complementaria: medida del plan + resolución que la concretó (nº, mes)", 34),
        ("proy. piloto de defensoría penal: plazo", 65),
    ],
)
def test_a_word_cut_short_by_a_point(real_assistant: Assistant, question: str, number: int) -> None:
    assert answer(real_assistant, question).medidas == (number,)


@pytest.mark.parametrize(
    ("first", "then", "number"),
    [
        ("¿hay alguna medida con la ANID?", "¿y otra que hable de capacitar a los municipios en la ley 21.325?", 79),
        ("¿qué medida habla de la OGUC?", "¿y alguna que trate de títulos universitarios?", 64),
    ],
)
def test_another_on_another_topic(real_assistant: Assistant, first: str, then: str, number: int) -> None:
    assert answer(real_assistant, first, then).medidas == (number,)


@pytest.mark.parametrize(
    "question",
    [
        "Soy chofer y acá no me la reconocen. ¿El plan tiene alguna medida sobre canjear licencias de conducir y para cuándo es?",
        "¿hay alguna medida para reconocer licencias médicas extranjeras?",
    ],
)
def test_no_medida_is_on_what_none_names(real_assistant: Assistant, question: str) -> None:
    found = answer(real_assistant, question)
    assert found.abstained
    assert 64 not in found.medidas[:1]


def test_a_medida_on_what_it_names_in_other_words(real_assistant: Assistant) -> None:
    assert 64 in answer(real_assistant, "¿hay alguna medida sobre títulos universitarios?").medidas


@pytest.mark.parametrize(
    "question",
    [
        "La medida 81 prometía un modelo de atención en las 16 regiones. De acuerdo con la Cuenta Pública, ¿se alcanzó?",
        "a cuántas personas han devuelto por Colchane desde que rige el acuerdo con Bolibia",
        "¿con qué subsecretaría es el convenio de la medida 77, que firman con la NASA?",
    ],
)
def test_an_agreement_that_is_not_asked_about_refuses_nothing(real_assistant: Assistant, question: str) -> None:
    assert not answer(real_assistant, question).abstained


@pytest.mark.parametrize(
    "question",
    ["hay piloto de defensa penal en valparaíso?", "y en magallanes hay oficina de defensa penal para migrantes imputados?"],
)  # fmt: skip
def test_a_place_that_a_medida_of_others_does_not_name_is_told_so(real_assistant: Assistant, question: str) -> None:
    told = real_assistant.ask(question, None).answer
    assert told.abstained
    assert "La medida 65 no nombra" in told.text


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("hay piloto de defensa penal en Iquique?", 65),
        ("vivo en valparaíso, ¿en qué regiones está el piloto de defensa penal?", 65),
        ("¿el modelo de atención directa al público de la medida 81 llega a Aysén?", 81),
    ],
)
def test_a_place_within_those_named_or_where_the_asker_is_is_not_denied(
    real_assistant: Assistant, question: str, number: int
) -> None:
    told = real_assistant.ask(question, None).answer
    assert "no nombra" not in told.text
    assert number in told.medidas
