"""Questions of our own on the guide: complete answers, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpus.records import Etapa

if TYPE_CHECKING:
    from assistant.pipeline import Assistant

HOLDS = {
    "¿cómo parto con una política municipal de migración?": [
        "**5 etapas**", "1. Preparación", "5. Implementación y", "Carta de compromiso firmada por alcalde",
    ],
    "¿basta con la firma del alcalde?": ["**Mínimo**: Carta de compromiso", "**Ideal**: Carta de compromiso firmado"],
    "¿quiénes van en el equipo ejecutivo?": [
        "Director/a de Desarrollo Comunitario (Presidente/a)", "Encargado/a de programas sociales", "Secplan",
    ],
    "¿quiénes deberían estar en la mesa comunal de migración?": ["Alcalde o alcaldesa", "rubros o empresas"],
    "¿Cuáles son los pasos para hacer una encuesta?": ["1. **Definir el objetivo**", "Análisis de datos", "Codificación"],
    "¿cómo se hace el taller de diagnóstico?": ["**90 minutos**", "Presentación (10 minutos)", "Cierre (10 minutos)"],
    "dame el índice de una política municipal": ["1. INTRODUCCIÓN", "7. ANEXOS", "/api/guia/borrador.docx"],
    "¿qué campos lleva la planilla de seguimiento?": ["Nombre de la iniciativa", "Ajustes sugeridos", "seguimiento.xlsx"],
    "¿qué columnas tiene la matriz de iniciativas?": ["Eje estratégico", "Periodo de ejecución"],
    "¿qué se hace en la etapa 2?": ["2.1 Pre-diagnóstico", "2.4 Sistematización"],
    "¿qué se hace en la etapa de validación?": ["4.1 Equipo municipal ampliado", "4.4 Difusión", "Votación en concejo"],
    "¿qué diferencia hay entre migrante y refugiado?": ["| Migrante | Refugiado/a |", "fundados temores"],
    "diferencia entre migrante regular e irregular": ["no ha sido autorizada", "| Migrante en situación regular |"],
    "diferencia entre seguimiento y evaluación": ["recopilación sistemática", "valoración sistemática"],
    "¿qué es el PLADECO?": ["**Plan de Desarrollo Comunal**: El PLADECO es el instrumento"],
    "¿cuáles son las ocho dimensiones?": ["Son **8**", "Acceso a la salud", "Participación política"],
    "¿qué abarca la dimensión 7?": ["**Acceso a la educación**"],
    "¿qué tiene que traer el informe de diagnóstico?": ["Principales cifras", "Mapa de las organizaciones", "iniciativas existentes"],
    "¿qué debe reportar el equipo ejecutivo en la evaluación anual?": ["Principales logros", "Desafíos y aprendizajes"],
    "¿qué debe incluir el registro de servicios municipales?": ["Nombre del departamento", "Nombre y contacto"],
    "¿con qué herramienta se levanta el registro de servicios?": ["formulario online"],
    "¿en qué partes del proceso invitan a las asociaciones?": ["2.3 Taller", "4.2 Mesa comunal", "colectivos migrantes"],
    "¿en qué momentos del proceso participa el concejo?": ["1.1 Compromiso", "4.2 Mesa comunal", "4.3 Validación ante el Concejo"],
    "¿hay que hacer un taller de diagnóstico o dos?": ["uno o más talleres", "al menos dos"],
    "¿qué diferencia hay entre una oportunidad y una fortaleza en el FODA?": ["Condiciones externas", "Factores internos"],
}  # fmt: skip


@pytest.mark.parametrize("question", HOLDS)
def test_an_answer_is_whole(real_assistant: Assistant, question: str) -> None:
    answer = real_assistant.ask(question, None).answer
    for text in HOLDS[question]:
        assert text in answer.text, answer.text
    assert not answer.withheld


def test_the_stages_come_in_their_order(real_assistant: Assistant) -> None:
    text = real_assistant.ask("¿cuáles son las etapas para elaborar una política municipal?", None).answer.text
    stages = [e for e in real_assistant.store.of(Etapa) if "." not in e.numero]
    places = [text.find(f"{stage.numero}. {stage.nombre.texto}") for stage in stages]
    assert len(places) == 5
    assert places == sorted(places)
    assert min(places) > 0


@pytest.mark.parametrize(
    "question", ["¿qué es Compromiso Migrante?", "¿cuál es el mínimo de puntos para una visa de Canadá?"]
)
def test_a_longer_name_or_another_minimum_is_not_taken_for_the_guides(real_assistant: Assistant, question: str) -> None:
    answer = real_assistant.ask(question, None).answer
    assert not answer.text.startswith(("**Migrante**", "**Mínimo**"))


def test_a_piece_of_a_section_brings_the_rest_of_it(real_assistant: Assistant) -> None:
    answer = real_assistant.ask("¿para qué se registran los servicios municipales que atienden migrantes?", None).answer
    assert "flujograma" in answer.text


LEADS = {
    ("¿Cuánto rato calculo por entrevista y la puedo grabar?",): ["20-40 minutos", "consentimiento"],
    ("¿Cuánto debe durar la encuesta y de qué formas se puede aplicar?",): ["10-15 minutos", "Presencial"],
    ("¿por qué vías se puede aplicar la encuesta?",): ["Presencial", "Online", "Mixto"],
    ("¿cuántos grupos se arman en el taller de planificación y cuántas iniciativas por categoría?",): ["tres grupos", "mínimo 2"],
    ("¿A quiénes se invita a la mesa comunal de migración?", "¿Y cada cuánto tiempo debería sesionar?"): ["trimestral"],
    ("a quién de afuera le pedimos ayuda para evaluar la política",): ["OIM", "ACNUR", "SERMIG"],
    ("¿qué se hace en los 25 minutos de identificar desafíos del taller de diagnóstico?",): ["Dinámica grupal", "post it"],
    ("¿Qué abarca la dimensión de gobernanza migratoria local?",): ["diseño", "monitoreo"],
    ("¿cómo echamos a andar la política?",): ["plan de acción operativo"],
    ("¿cuáles dimensiones debería cubrir la política de un municipio?",): ["gobernanza", "salud", "educación", "Participación"],
}  # fmt: skip


@pytest.mark.parametrize("turns", LEADS)
def test_what_is_asked_stands_at_the_beginning(real_assistant: Assistant, turns: tuple[str, ...]) -> None:
    conversation = None
    for turn in turns:
        reply = real_assistant.ask(turn, conversation)
        conversation = reply.conversation_id
    for text in LEADS[turns]:
        assert text in reply.answer.text[:700], reply.answer.text
    assert not reply.answer.withheld


@pytest.mark.parametrize(
    "question", ["¿Cuánto gana el encargado de migración?", "¿cuánto cuesta la consultora que apoya?"]
)
def test_an_amount_that_the_guide_does_not_give_is_not_answered(real_assistant: Assistant, question: str) -> None:
    assert real_assistant.ask(question, None).answer.abstained


def test_a_definition_and_a_figure_of_one_message_are_both_told(real_assistant: Assistant) -> None:
    answer = real_assistant.ask("¿Qué es un refugiado y a cuántas personas reconocieron en 2024?", None).answer
    assert "fundados temores" in answer.text
    assert "105" in answer.text
