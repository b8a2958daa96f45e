"""The sentence of a practice that holds the very fact asked for: by year, by name, by whom it is of."""

from __future__ import annotations

import pytest

from assistant.practices.claims import Piece
from assistant.practices.counts import CountReader
from assistant.practices.pick import introduced, looks_of, of_years, shape_of, who_acts
from assistant.practices.several import EACH_THING
from assistant.practices.shorten import opening
from assistant.practices.turns import inquiring
from corpus.cues import Cues
from corpus.settings import Settings
from corpus.synonyms import Synonyms


def piece(text: str) -> Piece:
    return Piece("Descripción", text, (), "descripcion")


def test_of_several_years_the_one_that_is_asked_for_counts() -> None:
    pool = [piece("En 2019 hubo 3 ferias."), piece("En 2021 hubo 8 ferias.")]
    assert of_years(pool, "cuantas ferias", "pudahuel 2021: cuantas ferias") == pool[1:]
    assert of_years(pool, "cuantas ferias en 2030") == pool  # none is of that year: nothing to choose by


def test_what_a_thing_is_said_to_be_counts_for_the_sentences_about_it() -> None:
    both = "Hay una Red Norte, integrada por escuelas, y otra Red Sur, donde van los talleres."
    pool = [piece(both), piece("La Red Norte sesiona cada mes."), piece("La Red Sur sesiona cada semana.")]
    told = introduced(pool)
    assert "escuelas" in told[pool[1].text]
    assert "talleres" not in told[pool[1].text]
    assert "talleres" in told[pool[2].text]
    assert pool[0].text not in told


@pytest.mark.parametrize(
    ("question", "answer", "other"),
    [
        ("quienes participaron en el protocolo", "participaron clubes y juntas", "establecido por decreto"),
        ("quienes integran la mesa", "una mesa integrada por el consultorio", "la mesa sesiona los lunes"),
        ("quien reparte la ropa", "son distribuidas por la parroquia", "se reparte ropa"),
    ],
)
def test_who_takes_part_is_told_by_that_verb_and_who_does_something_behind_a_participle(
    question: str, answer: str, other: str
) -> None:
    looks = looks_of(question)
    assert looks is not None
    assert looks.search(answer)
    assert not looks.search(other)


@pytest.mark.parametrize(
    ("line", "each"),
    [
        ("cada cuanto sesiona cada mesa", True),
        ("cuanto dura cada bloque", True),
        ("cada cuanto se junta la mesa", False),
        ("se juntan cada mes", False),
    ],
)
def test_each_thing_of_a_sort_is_no_time(line: str, each: bool) -> None:
    assert bool(EACH_THING.search(line)) is each


def test_a_long_sentence_is_cut_behind_its_opening_clauses() -> None:
    text = "La red sesiona cada mes para ver casos, revisar acuerdos, y preparar las ferias del año siguiente."
    assert opening(text, len, 60) == "La red sesiona cada mes para ver casos, revisar acuerdos …"
    assert opening(text, len, 400) == text


@pytest.mark.parametrize(
    ("question", "roots"),
    [
        ("cuantas personas contestaron la encuesta", {"conte"}),
        ("cuantos migrantes vivian en quilicura segun la encuesta", {"vivia"}),
        ("cuantos vecinos votaron por el plan", {"votar"}),
        ("cuantas personas asistieron a las jornadas", set()),  # told in many words: "984 estudiantes en total"
        ("cuantas escuelas cerraron", set()),  # no people
    ],
)
def test_what_people_are_asked_to_have_done_is_read_behind_them(question: str, roots: set[str]) -> None:
    settings = Settings()
    counts = CountReader(Cues.load(settings.lexicon_dir, "practicas_preguntas.toml"), Synonyms())
    assert counts.what_they_did(question) == roots


def test_what_is_said_before_a_bidding_is_not_asked() -> None:
    assert (
        inquiring("la ficha dice que costo 2 millones, confirmame quien la financia") == "confirmame quien la financia"
    )
    assert inquiring("dice que partio en 2010. ¿en que año partio?") == "¿en que año partio?"
    assert inquiring("quien la financia, quien la reparte") == "quien la financia, quien la reparte"


def test_who_does_something_is_told_before_its_verb_or_behind_a_participle() -> None:
    assert who_acts("quien elaboro el protocolo", "La oficina, con foco en la inclusión, elaboró un protocolo.")
    assert not who_acts("quien elaboro el protocolo", "El protocolo fue elaborado por la oficina, que elaboró otro.")
    assert not who_acts("cuando se elaboro el protocolo", "La oficina elaboró un protocolo.")
    assert shape_of("quien elaboro el protocolo") is None  # "por" alone tells no doer
    assert shape_of("en que ano se elaboro") is not None
