"""The few medidas nearest to a topic, each with why; and that none speaks of what the plan has nothing of."""

from __future__ import annotations

import pytest

from assistant.compose.nearest import NearestMedidas
from assistant.pipeline import Assistant
from assistant.values import Kind, Query


def nearest(assistant: Assistant) -> NearestMedidas:
    found = assistant.parts.composer.nearest  # type: ignore[union-attr]
    assert isinstance(found, NearestMedidas)
    return found


def of(text: str) -> Query:
    return Query(pregunta=text, texto=text, resto=text, kind=Kind.PASAJE, medidas=True, plural=True)


def test_a_topic_of_several_parts_is_told_by_parts_each_with_why(real_assistant: Assistant) -> None:
    draft = nearest(real_assistant).draft(of("que hay en el plan para los cabros en el colegio sin rut"))
    assert draft is not None
    assert not draft.abstained
    assert {4, 62} <= set(draft.medidas) <= {4, 14, 15, 16, 17, 18, 19, 20, 21, 61, 62, 63, 64}
    assert all("Por qué" in claim.text for claim in draft.claims if claim.text.startswith("**Medida"))


def test_medidas_that_hold_all_of_a_topic_are_told_alone(real_assistant: Assistant) -> None:
    draft = nearest(real_assistant).draft(of("medidas para que las mujeres aprendan computacion"))
    assert draft is not None
    assert set(draft.medidas) == {39, 40}


@pytest.mark.parametrize(("text", "missing"), [("medidas sobre vacunas", "vacunas"), ("medidas sobre pesca", "pesca")])
def test_that_no_medida_speaks_of_a_thing_is_said(real_assistant: Assistant, text: str, missing: str) -> None:
    draft = nearest(real_assistant).of_topic(of(text))
    assert draft is not None
    assert draft.abstained
    assert f"«{missing}»" in draft.claims[0].text
    assert not draft.medidas


def test_what_is_missing_is_told_before_what_comes_near(real_assistant: Assistant) -> None:
    draft = nearest(real_assistant).draft(of("medidas para escuelas con interpretes"))
    assert draft is not None
    assert draft.abstained
    assert "«interpretes»" in draft.claims[0].text
    assert set(draft.medidas) <= {61, 62, 63, 64}


def test_of_a_story_that_is_pointed_at_only_what_the_plan_has_a_word_for_is_sought(real_assistant: Assistant) -> None:
    story = "a una amiga la trajeron engañada y la hacían trabajar a la fuerza. ¿hay alguna medida del plan para "
    pointed = real_assistant.ask(f"{story}gente en esa situación?").answer
    assert not pointed.abstained
    assert pointed.medidas == (32,)
    named = nearest(real_assistant).draft(of("medidas para amigas engañadas"))
    assert named is None or named.abstained


def test_a_word_that_no_medida_names_is_told_beside_what_they_tell(real_assistant: Assistant) -> None:
    query = of("medidas para la salud mental")
    told = nearest(real_assistant)._unsaid(query)
    assert len(told) == 1
    assert "«mental»" in told[0].text
    assert nearest(real_assistant)._unsaid(of("medidas para la salud")) == []


def test_a_qualified_matter_is_no_institution(real_assistant: Assistant) -> None:
    from asking import answer

    assert "institución" not in answer(real_assistant, "¿qué medidas tocan la salud mental?").understood
    assert "Ministerio de Salud" in answer(real_assistant, "¿qué medidas tocan a Salud?").understood


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (
            (
                "¿Cuántas solicitudes analizaron las jefas de hogar contratadas en teletrabajo mediante el convenio con el "
                "Gobierno Regional Metropolitano?",
            ),
            "186.245",
        ),
        (
            (
                "¿Con qué municipalidades se hizo la implementación piloto de la guía?",
                "¿Y cuántas habían participado antes en los talleres?",
            ),
            "más de veinte municipalidades",
        ),
    ],
)
def test_what_gives_the_number_asked_for_comes_first(
    real_assistant: Assistant, turns: tuple[str, ...], told: str
) -> None:
    conversation = None
    for turn in turns:
        reply = real_assistant.ask(turn, conversation)
        conversation = reply.conversation_id
    assert told in reply.answer.text[:390]
