"""Small talk is told from questions, also where it names what the documents speak of."""

from __future__ import annotations

import pytest

from assistant.understand.smalltalk import SmallTalk
from corpus.analysis import fold, terms
from corpus.cues import Cues
from corpus.settings import Settings
from corpus.vocabulary import Vocabulary

OF_DOCUMENTS = "oficina migracion comuna medidas salud plan totales sello requisitos macul"


@pytest.fixture(scope="module")
def small_talk() -> SmallTalk:
    known = " ".join(terms(OF_DOCUMENTS))
    return SmallTalk(Cues.load(Settings().lexicon_dir), Vocabulary(stems={"pasaje:1": known}, counts={}))


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("ya, gracias totales, me salvaste la pega", "gracias"),
        ("ya, eso me sirve para el informe", "gracias"),
        ("ya po, mil gracias, me salvaste!!", "gracias"),
        ("muchas gracias por todo lo de las medidas de salud", "gracias"),
        ("Buenos días. Soy nueva en la oficina de migración de mi comuna.", "hola"),
        ("ola como estai, tengo unas dudas", "hola"),
        ("¿cómo te ha ido?", "hola"),
        ("hola, ayuda", "quien"),
        ("q es esto?", "quien"),
        ("oye, ¿me echas una mano?", "quien"),
        ("oye y tu quien eres, ¿un robot?", "quien"),
        ("¿me contesta una persona o esto es automático?", "quien"),
        ("holi, soy nueva aca en la oficina de migracion y me pasaron este chat, pa qué sirve?", "quien"),
        ("trabajo en el COSOC y me dieron este bot, ¿qué puede hacer?", "quien"),
        ("que tenga una buena tarde, muchas gracias", "adios"),
        ("hola, trabajo en la oficina de migración de Macul", "hola"),
        ("chao, que estés bien, gracias por lo del plan", "adios"),
        ("ya, gracias, con eso cierro la minuta", "gracias"),
        ("hola, sobre qué me podís contestar", "quien"),
        ("qué cosas te puedo consultar", "quien"),
        ("listo, con esto termino el informe de salud", "gracias"),
        ("con eso estamos, chao", "adios"),
    ],
)
def test_thanks_and_introductions_ask_nothing(small_talk: SmallTalk, line: str, kind: str) -> None:
    assert small_talk.kind(fold(line)) == kind


@pytest.mark.parametrize(
    "line",
    [
        "gracias, medidas de salud",
        "me sirve la licencia de conducir de colombia para manejar aca",
        "hola, soy de Macul, requisitos sello",
        "gracias sello requisitos",
        "buenos días, trabajo en la oficina de migración y necesito el plan de salud",
        "gracias, ¿y el sello?",
        "con eso cierro el plan, ¿qué más hay de salud?",
        "¿sobre qué me podrían consultar en el COSOC?",
        "ayuda oficina de migración",
    ],
)
def test_what_names_a_topic_is_no_small_talk(small_talk: SmallTalk, line: str) -> None:
    assert small_talk.kind(fold(line)) is None
