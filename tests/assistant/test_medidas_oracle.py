"""Thousands of questions about medidas, each against brute force over the table that a second reader typed."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date

import pytest
from medidas_oracle import Condition, Row, Test, both, due, due_on, either, matching, of, table
from medidas_phrases import EJES, NAMES, SERMIG, institutions, when, where, which, who, worded

from assistant.pipeline import Assistant
from assistant.select import select
from assistant.understand import ASKING, Reader
from assistant.values import Kind, Turn
from corpus.cues import Cues
from corpus.english import English
from corpus.lexicon import Instituciones
from corpus.settings import Settings
from corpus.store import Store
from corpus.synonyms import Synonyms

TODAY = date(2025, 8, 15)
ONE = ("¿Qué medidas hay {}?", "medidas {}", "¿Cuántas medidas {} hay?", "lista las medidas {}")
ALIAS = ("¿Qué medidas tiene {}?", "las medidas de {}", "¿cuántas medidas tiene {}?")
SEVERAL = ("¿Qué medidas {}?", "medidas {}", "¿Cuántas medidas {}?", "dame las medidas {}")
COMBINATIONS = 1500
Ask = Callable[[str], tuple[int, ...] | None]


@pytest.fixture(scope="session")
def rows() -> list[Row]:
    return table()


@pytest.fixture(scope="session")
def known(real_settings: Settings) -> Instituciones:
    return Instituciones.load(real_settings.lexicon_dir)


@pytest.fixture(scope="session")
def ask(real_settings: Settings, real_store: Store, known: Instituciones) -> Ask:
    """The numbers of the medidas that a question means; None where it is not read as one about a set."""
    folder = real_settings.lexicon_dir
    reader = Reader(
        real_store,
        known,
        Cues.load(folder),
        Cues.load(folder, ASKING),
        Synonyms.load(folder),
        English.load(folder),
        today=lambda: TODAY,
    )

    def found(question: str) -> tuple[int, ...] | None:
        query = reader.read(question)
        if query.kind in (Kind.MEDIDA_LISTA, Kind.MEDIDA_CONTEO) and query.orden is None:
            return tuple(medida.numero for medida in select(real_store.medidas, query.filtros, known))
        if query.kind is Kind.EJE:
            return tuple(number for eje in query.filtros.ejes for number in real_store.ejes[eje].medidas)
        return query.filtros.numeros if query.kind is Kind.MEDIDA_CAMPO else None

    return found


def single() -> list[tuple[str, Test]]:
    """Each condition in each sort of question."""
    conditions = [*who(), *where(), *when(), *which(), *worded()]
    return [(asking.format(c.phrase), c.test) for c in conditions for asking in ONE]


LEADING_UP = (
    "Estamos armando un informe sobre acceso a la justicia. ¿Cuáles son las medidas {}?",
    "Somos una agrupación que trabaja con mujeres migrantes y con niños. Necesito las medidas {}",
    "¿Cuáles son las medidas {}? Es para una minuta sobre capacitaciones.",
)


def led_up_to() -> list[tuple[str, Test]]:
    """Conditions after, or before, what the question is for, which demands nothing of a row."""
    conditions = [*who(), *where(), *when()]
    return [(asking.format(c.phrase), c.test) for c in conditions for asking in LEADING_UP]


def owed() -> list[tuple[str, Test]]:
    """What had to be ready by a day, without the word "medidas"."""
    days = (
        ("al cierre de 2023", due(date(2023, 12, 1), date(2023, 12, 31))),
        ("antes de 2024", due(None, date(2023, 12, 31))),
        ("el 30 de junio de 2025", due_on(30, 6, 2025)),
        ("a fines de 2025", due(date(2025, 12, 1), date(2025, 12, 31))),
        ("en septiembre de 2024", due(date(2024, 9, 1), date(2024, 9, 30))),
        ("a más tardar en junio de 2024", due(None, date(2024, 6, 30))),
    )
    asking = (
        "¿qué tenía que estar listo {}?",
        "todo lo que debía cumplirse {}",
        "¿cuáles debían estar listas {}?",
        "¿Qué cosas del plan vencían {}?",
        "qué compromisos había que tener terminados {}",
    )
    return [(one.format(phrase), test) for phrase, test in days for one in asking]


def combined() -> list[tuple[str, Test]]:
    """Two or three conditions of different sorts, drawn by a fixed chance."""
    sorts: list[list[Condition]] = [who(), where(), when(), which(), worded()]
    chance = random.Random(20240821)
    cases = []
    for _ in range(COMBINATIONS):
        drawn = [chance.choice(sort) for sort in chance.sample(sorts, chance.choice((2, 2, 3)))]
        test = drawn[0].test
        for condition in drawn[1:]:
            test = both(test, condition.test)
        cases.append((chance.choice(SEVERAL).format(" ".join(c.phrase for c in drawn)), test))
    return cases


def joined() -> list[tuple[str, Test]]:
    """Two institutions that are alternatives, or two of which neither is meant."""
    cases = []
    names = list(NAMES.items())
    for (one, first), (other, second) in zip(names, names[1:] + names[:1], strict=True):
        any_of = either(of(first), of(second))
        none_of = (lambda test: lambda row: not test(row))(any_of)
        for asking in (
            "las medidas de {} y de {}",
            "¿cuántas medidas tienen {} y {}?",
            "¿qué medidas son de {} o de {}?",
        ):
            cases.append((asking.format(one, other).replace("de el ", "del "), any_of))
        for asking in ("las medidas que no son de {} ni de {}", "¿cuántas medidas hay sin contar las de {} y {}?"):
            cases.append((asking.format(one, other).replace("de el ", "del "), none_of))
    return cases


def wrong(cases: Sequence[tuple[str, Test]], ask: Ask, rows: list[Row]) -> list[str]:
    """The questions that are not answered as brute force does, with both answers."""
    found = []
    for question, test in cases:
        expected, got = matching(rows, test), ask(question)
        if got != expected:
            found.append(f"{question} → {got}, esperado {expected}")
    return found


def test_there_are_thousands_of_different_questions(known: Instituciones, rows: list[Row]) -> None:
    responsible = {name for row in rows for name in row.instituciones}
    aliases = [asking.format(form) for form, _ in institutions(known, responsible) for asking in ALIAS]
    questions = {question for question, _ in (*single(), *combined(), *joined())} | set(aliases)
    assert len(questions) >= 2500


def test_every_condition_alone(ask: Ask, rows: list[Row]) -> None:
    assert wrong(single(), ask, rows) == []


def test_what_leads_up_to_a_question_demands_nothing(ask: Ask, rows: list[Row]) -> None:
    assert wrong(led_up_to(), ask, rows) == []


def test_what_was_owed_by_a_day(ask: Ask, rows: list[Row]) -> None:
    assert wrong(owed(), ask, rows) == []


def test_conditions_combined(ask: Ask, rows: list[Row]) -> None:
    assert wrong(combined(), ask, rows) == []


def test_institutions_listed_or_left_out_together(ask: Ask, rows: list[Row]) -> None:
    assert wrong(joined(), ask, rows) == []


def test_every_way_of_writing_every_institution(ask: Ask, rows: list[Row], known: Instituciones) -> None:
    responsible = {name for row in rows for name in row.instituciones}
    cases = [(asking.format(form), of(name)) for form, name in institutions(known, responsible) for asking in ALIAS]
    assert len(cases) > 400
    assert wrong(cases, ask, rows) == []


# What follows goes through whole answers.


def answered(assistant: Assistant, *messages: str) -> tuple[tuple[int, ...], str]:
    """The medidas and the text of the reply to the last of some messages."""
    turns: tuple[Turn, ...] = ()
    for message in messages:
        query, answer = assistant.answer(message, turns)
        assert not answer.withheld, (message, answer.withheld)
        turns += (Turn(question=message, query=query, medidas=answer.medidas, record_ids=answer.record_ids),)
    return answer.medidas, answer.text


def cells(text: str) -> dict[str, int]:
    """The rows of a table of groups: name and number."""
    found = re.findall(r"^\| (.+?) \| (\d+) \|", text, re.MULTILINE)
    return {name: int(number) for name, number in found}


FOLLOWING: tuple[tuple[str, Callable[[Test, Test], Test], Test], ...] = (
    ("¿cuáles de esas vencen en 2024?", both, due(date(2024, 1, 1), date(2024, 12, 31))),
    ("¿y cuáles vencen después de 2024?", both, due(date(2025, 1, 1), None)),
    ("¿cuántas de ellas son del eje 7?", both, lambda row: row.eje == 7),
    ("¿cuáles de esas no son del eje 7?", both, lambda row: row.eje != 7),
    ("¿cuáles comparte con otra institución?", both, lambda row: row.sharing > 1),
    ("¿y cuáles hace sola?", both, lambda row: row.sharing == 1),
    ("¿y en 2025?", both, due(date(2025, 1, 1), date(2025, 12, 31))),
    ("de esas, las que mencionan convenios", both, lambda row: any(re.search(r"\bconvenios?\b", t, re.I) for t in row.texts)),
)  # fmt: skip


@pytest.mark.parametrize(("said", "name"), NAMES.items())
@pytest.mark.parametrize(("following", "combine", "test"), FOLLOWING)
def test_a_follow_up_narrows_the_last_set(
    real_assistant: Assistant,
    rows: list[Row],
    said: str,
    name: str,
    following: str,
    combine: Callable[..., Test],
    test: Test,
) -> None:
    medidas, _ = answered(real_assistant, f"¿qué medidas tiene {said}?", following)
    assert medidas == matching(rows, combine(of(name), test))


@pytest.mark.parametrize(("said", "name"), [item for item in NAMES.items() if item[1] != SERMIG])
def test_a_follow_up_asks_what_is_shared_with_another(
    real_assistant: Assistant, rows: list[Row], said: str, name: str
) -> None:
    medidas, _ = answered(
        real_assistant, f"medidas de {said}".replace("de el ", "del "), "¿cuáles comparte con SERMIG?"
    )
    assert medidas == matching(rows, both(of(name), of(SERMIG)))
    medidas, _ = answered(real_assistant, f"medidas de {said}".replace("de el ", "del "), "¿y sin SERMIG?")
    assert medidas == matching(rows, lambda row: of(name)(row) and not of(SERMIG)(row))


@pytest.mark.parametrize(("said", "name"), NAMES.items())
def test_a_follow_up_puts_another_institution_under_the_same_filters(
    real_assistant: Assistant, rows: list[Row], said: str, name: str
) -> None:
    year = due(date(2024, 1, 1), date(2024, 12, 31))
    medidas, _ = answered(
        real_assistant, "¿cuántas medidas de Economía vencen en 2024?", f"¿y de {said}?".replace("de el ", "del ")
    )
    assert medidas == matching(rows, both(of(name), year))


@pytest.mark.parametrize("eje", EJES)
def test_groups_by_institution_count_as_brute_force(real_assistant: Assistant, rows: list[Row], eje: int) -> None:
    _, text = answered(real_assistant, f"¿Cuántas medidas tiene cada institución en el eje {eje}?")
    assert cells(text) == Counter(name for row in rows if row.eje == eje for name in row.instituciones)


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("¿Cuántas medidas hay por eje?", lambda row: [row.eje]),
        ("medidas por institución", lambda row: row.instituciones),
        ("¿cuántas medidas vencen cada año?", lambda row: {plazo.year for plazo in row.plazos}),
        ("¿cómo se distribuyen las medidas por ministerio?", lambda row: [n for n in row.instituciones if n.startswith("Ministerio")]),
    ],
)  # fmt: skip
def test_groups_of_the_whole_plan(
    real_assistant: Assistant, rows: list[Row], question: str, key: Callable[[Row], Sequence[object]]
) -> None:
    _, text = answered(real_assistant, question)
    expected = Counter(group for row in rows for group in key(row))
    shown = cells(text)
    assert sorted(shown.values()) == sorted(expected.values())
    for name, number in shown.items():
        group = next(g for g in expected if str(g) in re.split(r"[ :]", name) or g == name)
        assert expected[group] == number


def test_rankings_lead_with_the_first(real_assistant: Assistant, rows: list[Row]) -> None:
    by_name = Counter(name for row in rows for name in row.instituciones)
    first, number = by_name.most_common(1)[0]
    _, text = answered(real_assistant, "¿qué institución tiene más medidas?")
    assert text.startswith(f"**{first}**, con **{number}**")
    _, text = answered(real_assistant, "los tres ejes con más medidas")
    for eje, size in Counter(row.eje for row in rows).most_common(3):
        assert re.search(rf"Eje {eje}: [^*]*\*\*, con \*\*{size}\*\*", text)
    _, text = answered(real_assistant, "¿cuál es la fecha de plazo más frecuente?")
    assert text.startswith("**31 de diciembre de 2024**")


@pytest.mark.parametrize(
    ("one", "other"), [("Salud", "Vivienda"), ("Educación", "Justicia"), ("Trabajo", "Salud"), ("SERMIG", "el Mideso")]
)
def test_two_institutions_compared(real_assistant: Assistant, rows: list[Row], one: str, other: str) -> None:
    names = {
        "Salud": "Ministerio de Salud",
        "Vivienda": "Ministerio de Vivienda y Urbanismo",
        "Educación": "Ministerio de Educación",
        "Justicia": "Ministerio de Justicia y Derechos Humanos",
        "Trabajo": "Ministerio del Trabajo y Previsión Social",
        "SERMIG": SERMIG,
        "el Mideso": "Ministerio de Desarrollo Social y Familia",
    }
    first, second = (len(matching(rows, of(names[said]))) for said in (one, other))
    _, text = answered(real_assistant, f"¿Quién tiene más medidas, {one} o {other}?")
    winner = names[one] if first > second else names[other]
    assert text.startswith(f"**{winner}** tiene más")
    assert cells(text) == {names[one]: first, names[other]: second}


@pytest.mark.parametrize(("said", "name"), NAMES.items())
def test_first_and_last_deadline(real_assistant: Assistant, rows: list[Row], said: str, name: str) -> None:
    own = [row for row in rows if of(name)(row)]
    dated = sorted((plazo.last, row.numero) for row in own for plazo in row.plazos)
    for question, edge in (("primero", dated[0][0]), ("último", dated[-1][0])):
        asking = f"¿cuál de las medidas de {said} tiene el {question} plazo en vencer?".replace("de el ", "del ")
        medidas, _ = answered(real_assistant, asking)
        assert medidas == tuple(sorted(number for day, number in dated if day == edge)), asking


def test_the_next_deadline_is_counted_from_today(real_assistant: Assistant, rows: list[Row]) -> None:
    coming = sorted((plazo.last, row.numero) for row in rows for plazo in row.plazos if plazo.last >= TODAY)
    medidas, text = answered(real_assistant, "¿cuáles son las próximas medidas en vencer?")
    assert medidas == tuple(number for day, number in coming if day == coming[0][0])
    assert "Al 15 de agosto de 2025" in text


def test_what_is_asked_is_told_whole(real_assistant: Assistant, rows: list[Row]) -> None:
    """Each medida of a set comes with its text, institutions, deadline and indicator, and the row it is from."""
    for said, name in NAMES.items():
        medidas, text = answered(real_assistant, f"medidas de {said}".replace("de el ", "del "))
        own = [row for row in rows if of(name)(row)]
        assert medidas == tuple(row.numero for row in own)
        told = " ".join(text.split())
        for row in own:
            assert all(" ".join(part.split()) in told for part in row.texts), row.numero
            assert all(institution in told for institution in row.instituciones)
        assert f"{len(own)} de {len(own)}" in text or len(own) == 1
