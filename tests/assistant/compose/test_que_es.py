"""What a thing is: of all sentences with its name the one that defines it leads; letters are written out."""

from __future__ import annotations

import pytest

from assistant.compose import MESSAGES
from assistant.compose.acronyms import Acronyms
from assistant.compose.defining import Defining
from assistant.pipeline import Assistant
from corpus.cues import Cues
from corpus.records import Documento
from corpus.settings import Settings
from corpus.store import Store


@pytest.fixture(scope="module")
def defining(real_store: Store) -> Defining:
    return Defining(real_store, Cues.load(Settings().lexicon_dir, MESSAGES))


def _documento(text: str) -> Documento:
    return Documento(
        id="d", title="D", publisher="P", year=2025, kind="k", parser="p", file="f", sha256="0" * 64, text=text
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "letters", "name"),
    [
        ("Se creó el Registro Nacional de Extranjeros (RNE) en marzo.", "RNE", "Registro Nacional de Extranjeros"),
        ("como el Consejo de la Sociedad Civil (COSOC).", "COSOC", "Consejo de la Sociedad Civil"),
        ("atiende a Niños, Niñas y Adolescentes (NNA)", "NNA", "Niños, Niñas y Adolescentes"),
    ],
)
def test_letters_are_written_out_where_they_first_stand(text: str, letters: str, name: str) -> None:
    found = Acronyms([_documento(text)]).of(letters)
    assert found is not None
    assert found[:2] == (letters, name)


@pytest.mark.parametrize(
    ("text", "letters", "name"),
    [
        (
            "fin.\n\n II. Registro Nacional de Atenciones. \n\nEl RNA es una plataforma.",
            "RNA",
            "Registro Nacional de Atenciones",
        ),
        ("fin.\n3.2 Mesa de Trabajo Local\nLa MTL se reúne cada mes.", "MTL", "Mesa de Trabajo Local"),
    ],
)
def test_letters_are_written_out_by_the_heading_over_them(text: str, letters: str, name: str) -> None:
    found = Acronyms([_documento(text)]).of(letters)
    assert found is not None
    assert found[:2] == (letters, name)
    assert Acronyms([_documento("Otra Cosa Distinta\n\nEl RNA es una plataforma.")]).of("RNA") is None


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("en mi pega dicen que la empresa tiene el compromiso migrante, que es eso", "empresa"),
        ("el encargado dijo que hay que hacer un árbol de problemas, ¿qué es?", "herramienta"),
        ("la asesora habla todo el rato de la cohesión social ¿y eso qué es?", "visión común"),
        ("¿Qué significan las letras de SMART?", "Specific"),
    ],
)
def test_what_is_named_right_before_it_is_asked_what_that_is(
    real_assistant: Assistant, question: str, says: str
) -> None:
    answer = real_assistant.ask(question).answer
    assert not answer.abstained
    assert says in answer.text[:430]


def test_letters_in_brackets_that_the_words_before_do_not_spell() -> None:
    assert Acronyms([_documento("en la Región de Los Lagos (RNE) y otras")]).of("RNE") is None


@pytest.mark.parametrize(
    ("line", "thing"),
    [
        ("soy nuevo aca. ¿que es compromiso migrante?", "compromiso migrante"),
        ("a que le llaman comunidad de acogida", "comunidad de acogida"),
        ("ita: que mide", "ita"),
        ("que viene siendo la admisibilidad en refugio", "admisibilidad en refugio"),
        ("movilidad humana, significado", "movilidad humana"),
        ("que es la integracion segun la guia", "integracion"),
        ("segun la guia que es la integracion, es de los dos", "integracion"),
        ("en la cuenta que es el rezago", "rezago"),
    ],
)
def test_ways_of_asking_what_a_thing_is(defining: Defining, line: str, thing: str) -> None:
    asked = defining.asked.subject(line)
    assert asked == (thing, False)


def test_what_more_is_asked_is_told_apart(defining: Defining) -> None:
    assert defining.asked.subject("que es la proteccion complementaria y a quienes ampara") == (
        "proteccion complementaria",
        True,
    )
    assert defining.asked.subject("¿que es lo que hizo la muni con las familias?") is None


@pytest.mark.parametrize(
    ("question", "beginning"),
    [
        ("¿qué es la protección complementaria?", "que protege a personas"),
        ("¿qué es Compromiso Migrante?", "La estrategia de vinculación con el sector privado"),
        ("qué es la TVF", "Diferencia y agiliza el control migratorio"),
        ("qué es el Comité Asesor Interministerial", "integrado por 29 subsecretarías"),
        ("¿qué es la PNME?", "Este instrumento tiene por objeto"),
        ("¿qué viene siendo la admisibilidad en refugio?", "permite descartar con mayor rapidez"),
        ("¿qué es el Sello Migrante?", "cuyo objetivo es"),
        ("el pladeco ese que nombran siempre, ¿qué viene siendo?", "es el instrumento que define"),
        ("dicen que va a salir Mi SERMIG y nadie sabe. ¿Qué es eso?", "es una nueva plataforma"),
        ("komo define la guia la integrasion", "Proceso bidireccional"),
        ("que mide el ITA, ese indice de transparencia", "mide el grado en que los organismos"),
        ("que es el PLADECO, ese plan del municipio", "es el instrumento que define"),
        ("¿qué entiende el documento por cohesión social?", "Una visión común"),
    ],
)
def test_the_sentence_that_defines_leads(real_assistant: Assistant, question: str, beginning: str) -> None:
    answer = real_assistant.ask(question).answer
    assert not answer.abstained
    assert not answer.medidas
    assert beginning in answer.text[:500]


@pytest.mark.parametrize("name", ["Consejo de Política Exterior", "Índice de Compromiso Vecinal"])
def test_a_sort_alone_is_no_name(defining: Defining, name: str) -> None:
    found = defining.find(f"que es el {name.lower()}")
    assert not found


@pytest.mark.parametrize("name", ["derechos humanos", "grupo focal"])
def test_what_no_document_defines_is_said_to_be_undefined(real_assistant: Assistant, name: str) -> None:
    answer = real_assistant.ask(f"¿qué es un {name}?").answer
    assert answer.abstained
    assert f"Ningún documento define «{name}»" in answer.text


def test_a_follow_up_asks_of_the_definition(real_assistant: Assistant) -> None:
    first = real_assistant.ask("¿Qué es el Plan de Desarrollo Comunal?")
    answer = real_assistant.ask("¿y cuánto debe durar como mínimo?", first.conversation_id).answer
    assert "al menos cuatro años" in answer.text[:200]


@pytest.mark.parametrize(
    ("line", "thing"),
    [
        ("¿que es esa etapa de admisibilidad que trajo la ley?", "etapa de admisibilidad"),
        ("que es la plataforma mi sermig i pa que sirve", "plataforma mi sermig"),
    ],
)
def test_what_a_clause_or_a_further_question_says_of_a_thing_is_no_part_of_its_name(
    defining: Defining, line: str, thing: str
) -> None:
    asked = defining.asked.subject(line)
    assert asked is not None
    assert asked[0] == thing


@pytest.mark.parametrize(
    ("line", "typed", "name"),
    [
        ("me nombraron contraparte del sello migrante y ni se que es", "Me nombraron contraparte del Sello Migrante y ni sé qué es", "sello migrante"),
        ("hablaron del compromiso migrante y no tengo idea que es", "Hablaron del Compromiso Migrante y no tengo idea qué es", "compromiso migrante"),
    ],
)  # fmt: skip
def test_the_name_before_an_i_do_not_know_what_it_is(defining: Defining, line: str, typed: str, name: str) -> None:
    found = defining.find(line, (), typed)
    assert found is not None
    assert found.name == name


def test_an_adjective_may_stand_within_a_name_and_the_rest_of_it_behind(defining: Defining) -> None:
    stage = defining.find("¿que es la etapa de admisibilidad?")
    assert stage is not None
    assert any("admisibilidad" in sentence.heading for sentence, _ in stage.sentences)
    policy = defining.find("¿que es la politica nacional de migracion?", ("cuenta",))
    assert policy is not None
    assert "hoja de ruta" in policy.sentences[0][0].text


@pytest.mark.parametrize(
    ("line", "thing"),
    [
        ("cuando la guia habla de integracion, ¿es que ellos se adapten?", "integracion"),
        ("cuando el plan dice refugiados, ¿son los que ya tienen visa?", "refugiados"),
    ],
)
def test_what_a_document_is_said_to_speak_of_is_judged(defining: Defining, line: str, thing: str) -> None:
    assert defining.asked.judged(line) == thing


@pytest.mark.parametrize(
    ("first", "then", "said"),
    [
        ("¿qué es un desplazado?", "¿y un refugiado?", "**Refugiado/a**"),
        ("que es el foda", "y el arbol de problemas", "**Árbol de problemas**"),
    ],
)
def test_a_follow_up_that_names_another_thing_asks_what_that_is(
    real_assistant: Assistant, first: str, then: str, said: str
) -> None:
    reply = real_assistant.ask(first)
    assert said in real_assistant.ask(then, reply.conversation_id).answer.text


@pytest.mark.parametrize(
    ("line", "thing"),
    [
        ("me hablaron de la proteccion complementaria, ¿a quien ampara eso?", "proteccion complementaria"),
        ("me contaron del programa niñez migrante, ¿a quien beneficia eso?", "programa niñez migrante"),
    ],
)
def test_whom_a_thing_that_was_spoken_of_is_for_is_told_by_what_it_is(
    defining: Defining, line: str, thing: str
) -> None:
    asked = defining.asked.subject(line)
    assert asked is not None
    assert asked[0] == thing


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("a mi prima le ofrecieron proteccion complementaria en vez de refugio, ¿eso que es?", "corren grave riesgo"),
        (
            "existe algo llamado proteccion complementaria. soy jubilado. ¿me explica en que consiste y a quienes ampara?",
            "riesgo",
        ),
        ("postulamos a sello migrante este ano, ¿eso que es?", "buenas practicas"),
        ("hay cohesion social en juego con esto, ¿que es eso?", "vision comun"),
    ],
)
def test_what_is_named_without_article_anywhere_before_is_asked_what_it_is(
    defining: Defining, line: str, said: str
) -> None:
    found = defining.find(line, typed=line)
    assert found is not None
    assert any(said in sentence.folded for sentence, _ in found.sentences)


def test_what_nothing_defines_is_not_made_up_of_words_before(defining: Defining) -> None:
    found = defining.find("mi vecino tiene problemas con la luz, ¿que es eso?")
    assert found is None or not found.sentences


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("¿en qué consiste la protección complementaria esa nueva?", "que protege a personas"),
        ("¿qué es la nueva protección complementaria?", "que protege a personas"),
        ("¿qué es el Compromiso Migrante ese?", "promueve la inclusión laboral"),
    ],
)
def test_what_points_at_a_thing_is_no_part_of_its_name(real_assistant: Assistant, question: str, told: str) -> None:
    assert told in real_assistant.ask(question).answer.text.split("\n\n")[0]


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("qué es el IPE que sale en la medida 62", "Identificador Provisorio Escolar"),
        ("que es OGUC en la medida 52", "Ordenanza General de Urbanismo y Construcciones"),
    ],
)
def test_letters_of_a_medida_are_spelled_before_it(real_assistant: Assistant, question: str, name: str) -> None:
    told = real_assistant.ask(question, None).answer
    assert name in told.text.split("\n\n")[0]
    assert "Medida" in told.text
