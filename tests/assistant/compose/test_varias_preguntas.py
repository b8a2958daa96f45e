"""Messages that ask several things: where they are parted, what a part takes over, and how the answers are joined."""

from __future__ import annotations

import pytest
from asking import answer

from assistant.compose import MESSAGES, PartReader
from assistant.compose.split import split
from assistant.pipeline import Assistant
from assistant.values import Status
from corpus.cues import Cues
from corpus.lugares import Lugares
from corpus.settings import Settings


@pytest.fixture(scope="module")
def reader() -> PartReader:
    folder = Settings().lexicon_dir
    return PartReader(Cues.load(folder), Cues.load(folder, MESSAGES), Lugares.load(folder))


PARTED = [
    ("¿Qué plazo tiene la medida 9 y cuántos operativos hubo en 2024?", 2),
    ("que plazo tiene la medida 9 y cuantos operativos hubo en 2024", 2),
    ("medida 9 plazo; operativos 2024", 2),
    ("medida 9 plazo + operativos 2024", 2),
    ("¿Qué hizo Arica? ¿Y qué hizo Osorno?", 2),
    ("Quiero el plazo de la medida 9 y además el indicador de la medida 12", 2),
    ("What is the deadline of measure 9 and how many people attended in 2024?", 2),
    ("¿Qué dice la guía y, por otra parte, cuántos eran en 2024?", 2),
    ("Dime qué es un mapa de actores y en qué etapa se usa", 2),
    ("grupo focal: cuántas personas y cuánto dura", 2),
    ("ficha de seguimiento: responsable y cada cuánto", 2),
    ("la guia cada cuanto pide evaluar? y en temuco cada cuanto se junta la mesa", 2),
    ("La 84: ¿para cuándo tenía que estar y qué se entregó a las policías?", 3),
]
WHOLE = [
    "¿Qué medidas vencen en 2024 y 2025?",
    "que medidas vencen en 2025 y que sean de Salud",
    "¿Cuáles son las medidas que vencen en 2025 y que ejecuta el Ministerio de Salud?",
    "¿Cuántas mujeres, como trabajadoras, y cuantos niños que llegaron?".replace(" y cuantos", " y los"),
    "¿Qué dice el art. 12 de la ley N° 21.325 sobre el plazo?",
    "De esas, ¿cuáles son de 2025?",
    "¿Quién y cuándo lo firmó?",
    "Arica: nº de operativos y personas atendidas",
    "Arica: cuántos operativos y personas 2024",
]


@pytest.mark.parametrize(("message", "pieces"), PARTED)
def test_a_message_is_parted_where_another_question_begins(message: str, pieces: int) -> None:
    assert len(split(message)) == pieces


@pytest.mark.parametrize("message", WHOLE)
def test_relative_clauses_lists_and_abbreviations_part_nothing(message: str) -> None:
    assert len(split(message)) == 1


def test_a_part_takes_over_the_subject_that_it_leaves_out(reader: PartReader) -> None:
    first, second = reader.parts("¿Qué plazo tiene la mesa de vivienda colectiva y con qué resolución se aprobó?")
    assert first.alone
    assert not second.alone
    assert "mesa de vivienda colectiva" in second.whole
    _, own = reader.parts("¿Qué plazo tiene la mesa de vivienda y cuántas consultas médicas se hicieron?")
    assert own.alone


def test_a_part_with_a_place_of_its_own_does_not_take_over_another(reader: PartReader) -> None:
    _, second = reader.parts("Quiero hacer un censo de ferias, ¿qué hizo Los Andes y qué hizo Quilicura?")
    assert "ferias" in second.whole
    assert "Los Andes" not in second.whole


def test_what_is_stated_of_another_document_is_a_part_that_asks_nothing(reader: PartReader) -> None:
    stated, asked = reader.parts(
        "La guía destaca la escuela de fútbol de Arica. ¿Quién la financió, según las fichas municipales?"
    )
    assert not stated.asks
    assert asked.asks
    assert len(reader.parts("Soy de una fundación de Arica. ¿Quién financió la escuela de fútbol?")) == 1


def test_what_comuna_does_it_is_asked_of_the_practices(reader: PartReader) -> None:
    stated, asked, more = reader.parts(
        "la guia recomienda hacer redes locales, que comuna junta ropa y quien la reparte?"
    )
    assert (stated.asks, asked.asks, more.asks) == (False, True, True)
    assert asked.text == "que comuna junta ropa"
    stated, asked = reader.parts("medida del registro social de hogares y que municipio orienta a niños en eso")
    assert not stated.asks
    assert "registro social de hogares" in asked.whole


def test_a_question_takes_over_what_it_points_back_to_and_the_year_that_was_named(reader: PartReader) -> None:
    _, asked = reader.parts("hay una medida de charlas sobre la ley 20.609, ¿y qué comuna enseña esa ley?")
    assert asked.carried == "ley 20.609"
    _, asked = reader.parts("¿Cuántos operativos hubo en Arica en 2023 y cuántas charlas del sello se dieron ese año?")
    assert asked.text == "cuántas charlas del sello se dieron en 2023"


def test_where_something_is_said_to_be_is_not_pointed_to(reader: PartReader) -> None:
    assert not reader.points("¿En qué va y dónde está el convenio de salud?")
    assert reader.points("¿Quién firmó esta resolución?")


def test_things_asked_of_one_subject_stay_together(reader: PartReader) -> None:
    assert len(reader.parts("¿Cuántas escuelas y cuántos liceos participan en la red intercultural?")) == 1


def test_one_question_of_two_sources_is_asked_of_each(reader: PartReader) -> None:
    first, second = reader.parts("¿Cuántos municipios tienen el sello según la guía y según la cuenta pública?")
    assert reader.documents(first.text) == {"guia"}
    assert reader.documents(second.text) == {"cuenta"}
    assert "municipios" in second.text


JOINT = [
    ("¿Qué plazo tiene la medida 46 y cuántas sesiones ordinarias tuvo el COSOC en 2024?", (46,), {"plan", "cuenta"}),
    ("¿De qué trata la medida 3? ¿Con qué decreto hizo Coquimbo su protocolo de atención?", (3,), {"plan", "fichas"}),
    ("¿Qué hizo Quilicura con los mediadores y qué hizo Macul con la red solidaria?", (), {"gobernanza", "fichas"}),
]


@pytest.mark.parametrize(("message", "medidas", "documents"), JOINT)
def test_each_part_is_answered_from_its_own_document(
    real_assistant: Assistant, message: str, medidas: tuple[int, ...], documents: set[str]
) -> None:
    _, answer = real_assistant.answer(message)
    assert answer.medidas == medidas
    assert documents <= {citation.span.document for citation in answer.citations}


OF_COMUNA = [
    ("la guía propone hacer redes locales. ¿qué comuna armó una red para juntar ropa, y quién la distribuye?", (), "Macul", "El Arca"),
    ("hay una medida de mediación intercultural en el plan, ¿y qué municipio forma mediadores?", (42,), "Quilicura", "Henry Dunant"),
    ("medida que capacita a gobiernos locales y que municipio capacita a lideres comunitarios", (79,), "Concepción", "líderes"),
    ("la guía dice que uno puede aprovechar mesas que ya existen. ¿hay una comuna que use su mesa de niñez en las escuelas? ¿en cuántas lo hizo?", (), "Viña del Mar", "dos escuelas"),
    ("La guía propone formalizar la política por decreto alcaldicio. ¿Qué municipio de las fichas formalizó así su instrumento y en qué año?", (), "Coquimbo", "2022"),
]  # fmt: skip


@pytest.mark.parametrize(("message", "medidas", "comuna", "more"), OF_COMUNA)
def test_what_a_document_asks_for_stands_beside_the_comuna_that_does_it(
    real_assistant: Assistant, message: str, medidas: tuple[int, ...], comuna: str, more: str
) -> None:
    _, answer = real_assistant.answer(message)
    assert answer.medidas == medidas
    assert comuna in answer.text.split("\n")[0]
    assert more in answer.text
    assert {"plan" if medidas else "guia"} <= {citation.span.document for citation in answer.citations}


@pytest.mark.parametrize(
    "message",
    [
        "la guía recomienda cursos de idioma, ¿qué comuna enseña mapudungun a migrantes?",
        "la guía pide capacitar al personal docente, ¿qué comuna hizo talleres de robótica?",
        "La guía recomienda cobrar un arancel a los migrantes. ¿qué comuna lo hace?",
    ],
)
def test_no_comuna_is_told_for_what_none_does(real_assistant: Assistant, message: str) -> None:
    assert real_assistant.ask(message).answer.status is Status.NOT_FOUND


def test_what_the_plan_commits_to_stands_beside_what_the_account_tells(real_assistant: Assistant) -> None:
    _, answer = real_assistant.answer(
        "El Plan compromete sistemas de interoperabilidad. ¿En qué etapa está el convenio de intercambio con la PDI?"
    )
    assert answer.medidas == (83,)
    assert "etapa final de revisión" in answer.text


def test_two_documents_are_asked_how_often(real_assistant: Assistant) -> None:
    _, answer = real_assistant.answer(
        "la guia cada cuanto sugiere q se reuna la mesa comunal? y en lo espejo cada cuanto se juntan las dos mesas"
    )
    assert "p.ej. trimestralmente" in answer.text
    assert "reuniones mensuales" in answer.text


def test_the_part_that_the_documents_do_not_hold_is_told(real_assistant: Assistant) -> None:
    _, answer = real_assistant.answer("¿Qué plazo tiene la medida 46? ¿Cuánto cuesta la visa de turista en Perú?")
    assert answer.status is Status.PARTIAL
    assert answer.medidas == (46,)
    assert "visa de turista en Perú" in answer.text


def test_a_single_question_is_answered_as_it_is(real_assistant: Assistant) -> None:
    _, whole = real_assistant.answer("¿Qué plazo tiene la medida 46?")
    _, other = real_assistant.answer("¿Qué plazo tiene la medida 46 y quién la ejecuta?")
    assert whole.medidas == other.medidas == (46,)
    assert whole.status is other.status is Status.ANSWERED


@pytest.mark.parametrize(
    ("question", "number"),
    [
        (
            "El Plan compromete proveer información sobre la política migratoria a las organizaciones sociales. Indique "
            "la medida y ante qué instancias de la sociedad civil se presentó la Política, según la Cuenta Pública.",
            80,
        ),
        (
            "El Plan compromete un aplicativo móvil para verificar la situación migratoria. Indique la medida y qué "
            "dispositivos se entregaron a las policías según la Cuenta Pública.",
            84,
        ),
    ],
)
def test_the_medida_that_a_message_states_is_the_only_one(
    real_assistant: Assistant, question: str, number: int
) -> None:
    assert real_assistant.ask(question).answer.medidas == (number,)


@pytest.mark.parametrize(
    ("note", "both"),
    [
        ("encuesta: minutos máximo y con qué programa analizar", ("10-15 minutos", "SPSS")),
        ("taller de planificación: cuánto dura y en cuántos grupos", ("90 minutos", "tres grupos")),
    ],
)
def test_two_things_noted_of_one_are_both_told(real_assistant: Assistant, note: str, both: tuple[str, str]) -> None:
    text = real_assistant.ask(note).answer.text
    assert all(one in text for one in both)


@pytest.mark.parametrize(
    ("message", "first", "then"),
    [
        ("cuantas medidas tiene el minvu y cuantas vencen en 2025", "**6 medidas**", "**4 medidas**"),
        ("cuantas medidas tiene justicia y cuantas de ellas vencen en 2026", "**6 medidas**", "**2 medidas**"),
        ("cuántas medidas son de educación y cuáles vencen en 2025", "**4 medidas**", "**2 medidas**"),
        ("cuántas medidas tiene el eje 10 y cuáles son de desarrollo social", "**13** medidas", "**1 medida**"),
    ],
)
def test_a_set_and_some_of_it_are_both_told(real_assistant: Assistant, message: str, first: str, then: str) -> None:
    one, other = real_assistant.ask(message, None).answer.text.split("\n\n")[:2]
    assert first in one
    assert then in other


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("que comuna ayuda con la revalidación de titulos y qué medida del plan trata lo mismo", ("La Reina", "Medida 64")),
        ("qué municipio hizo un protocolo de atención y que medida del plan habla de atencion al publico", ("Coquimbo", "Medida 81")),
        ("cuántas medidas del plan hablan de municipios y que dice la guia del financiamiento", ("Medida 74", "financiamiento")),
    ],
)  # fmt: skip
def test_que_before_a_thing_asks_whether_accents_are_written_or_not(
    real_assistant: Assistant, message: str, said: tuple[str, ...]
) -> None:
    text = real_assistant.ask(message, None).answer.text
    assert all(one in text for one in said)


@pytest.mark.parametrize(
    ("question", "whose"),
    [
        (
            "¿cuándo tenía que estar armada la mesa por las emergencias y el cambio climático, y qué servicio la lleva junto con"
            " migraciones?",
            "Desastres",
        ),
        (
            "¿qué plazo tiene la plataforma de conectividad con la Bolsa Nacional de Empleo y qué ministerio la lleva junto con"
            " migraciones?",
            "Ministerio del Trabajo",
        ),
    ],
)
def test_who_has_it_is_asked_of_what_was_named_before(real_assistant: Assistant, question: str, whose: str) -> None:
    assert whose in answer(real_assistant, question).text.split("\n\n")[1]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("hay alguna comuna con clinica juridica para migrantes? y otra que haya hecho cursos de oficios", "Arica"),
        ("¿qué comuna tiene mesas migrantes separadas? y otra que tenga clases de español", "español"),
    ],
)
def test_one_more_is_sought_without_a_mark(real_assistant: Assistant, question: str, told: str) -> None:
    assert told in answer(real_assistant, question).text.split("\n\n")[1]


@pytest.mark.parametrize(
    ("message", "figures"),
    [
        ("¿cuántas expulsiones se materializaron en 2024 y cuántas de ellas fueron judiciales?", ("1.100", "410")),
        ("¿cuántas residencias temporales se solicitaron en 2023 y cuántas se resolvieron?", ("187.294", "115.423")),
    ],
)
def test_two_rows_of_one_table_are_not_one_another(
    real_assistant: Assistant, message: str, figures: tuple[str, ...]
) -> None:
    lead = answer(real_assistant, message).text[:400]
    assert all(f"**{figure}**" in lead for figure in figures), lead


def test_what_works_out_another_thing_of_the_same_two_is_no_other_part(real_assistant: Assistant) -> None:
    message = "recursos de amparo 2024: regiones vs RM, cuántas veces"
    assert "**1,7 veces**" in answer(real_assistant, message).text[:200]
