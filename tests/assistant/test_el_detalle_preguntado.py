"""The detail that is asked of: another number of a row, another nation, another signatory, another act are no answer."""

import pytest
from asking import answer

from assistant.pipeline import Assistant

ABSENT = (
    # One of a row by its number, of which another is told.
    "Del Plan Estratégico 2024-2028 de la OIM, ¿qué busca el Objetivo N°3 según la guía?",
    "¿qué dice el objetivo específico N°7 de la Política Nacional de Migración?",
    # Who presides, of a body of which only members are told.
    "¿quién tendría que presidir la mesa comunal de migración?",
    "¿quién preside el Consejo de Política Migratoria?",
    # Names of those of whom only the number is told.
    "Nombre las municipalidades que asistieron a los talleres participativos de la guía.",
    # People of a country beside others that are named.
    "¿qué agrupación de peruanos participa en la mesa intercultural de Temuco?",
    "¿qué agrupación de bolivianos participa en la mesa intercultural de Temuco?",
    # Which item of a whole holds what none holds.
    "en que modulo de los lideres de concepcion ven revalidacion de titulos",
    "¿en qué módulo de Concepción ven primeros auxilios?",
    # By which act something was created.
    "¿Con qué decreto alcaldicio se creó la Oficina de Migrantes y Refugiados de Coquimbo?",
    "¿Qué resolución exenta creó en Quilicura la Oficina de Migrantes y Refugiados?",
    "¿con qué resolución se creó el Sello Migrante?",
    # Who signs for somebody else.
    "¿quién firma el prefacio de la guía por el Centro de Políticas Migratorias?",
    "¿quién firma el prefacio de la guía por ACNUR?",
    # How long a thing of another sort is, or takes; what it costs.
    "duración mínima Plan Regulador Comunal",
    "segun la guia cuantos minutos calculo para un grupo focal",
    "¿cuánto debiera costar como máximo la encuesta que le pasemos a la gente?",
    "¿cuánto tendría que costar un taller de diagnóstico?",
    # Things of a year that are counted in another.
    "los seminarios de Maipú en 2023, ¿cuántos asistentes?",
    # How often, in which languages, with what money, by which act a medida is.
    "mesa emergencias y cambio climático (plan): periodicidad de las sesiones",
    "el material de sensibilización de la medida 66, ¿en qué idiomas sale?",
    "nº de millones del plan que le tocan a Mineduc",
    "la medida 32 del plan, la del protocolo de Palermo, ¿con qué número de resolución quedó formalizada?",
    "medida 20: ¿qué resolución exenta aprobó el convenio?",
    # A thing that no practice gives or makes use of.
    "¿qué comuna trabaja con títeres la movilidad humana con los más chicos del colegio?",
    "¿qué comuna presta bicicletas a los migrantes?",
    # Who paid, where no practice was paid so.
    "¿Qué práctica de las fichas se financió con un fondo concursable de una embajada?",
    "¿qué práctica se financió con fondos del FNDR?",
    # A section that the index has not; what no document defines; medidas that were not met.
    "Según el índice sugerido para la Política Municipal, ¿qué debe contener la sección de marco normativo?",
    "¿cómo define la guía racismo?",
    "¿cómo define la guía la interculturalidad?",
    "¿Cuántas medidas del Plan se incumplieron en el año 2023?",
)

TOLD = (
    ("¿cuántas solicitudes de acceso a la información recibió sermig el 2024?", "25.009"),
    ("lo de tramitar las expulsiones por sistema, ¿desde cuándo está andando a full?", "agosto de 2024"),
    ("Del Plan Estratégico 2024-2028 de la OIM, ¿qué busca el Objetivo N°2 según la guía?", "cohesión social"),
    ("¿qué dice el objetivo específico N°4 de la Política Nacional de Migración?", "municipalidades"),
    ("¿quién tendría que presidir el equipo ejecutivo?", "Desarrollo Comunitario"),
    ("¿qué agrupación de colombianos participa en la mesa intercultural de Temuco?", "Colombianos por Siempre"),
    ("en que modulo de los lideres de concepcion ven salud mental", "salud mental"),
    ("¿en qué módulo de Concepción se habla de irregularidad?", "irregularidad"),
    ("¿Con qué decreto alcaldicio se estableció el protocolo de atención a migrantes de Coquimbo?", "3.737"),
    ("¿Qué resolución exenta creó en Quilicura la Unidad de Migración e Inclusión Social?", "0516"),
    ("¿quién firma el prefacio de la guía por la OIM?", "CUSTODIO"),
    ("¿quién firma el prefacio por el Sermig?", "THAYER"),
    ("duración mínima PLADECO", "cuatro años"),
    ("cuantos minutos maximo deberia durar la encuesta a migrantes para que no la dejen botada", "10-15"),
    ("¿cuánto tiempo hay que calcular para una entrevista semiestructurada?", "20-40"),
    ("¿Cuánto duraban las jornadas sobre títulos extranjeros de La Reina?", "2 horas"),
    ("Escribo el capítulo de salud de un informe. ¿Qué mide el indicador de la medida 58?", "línea de base"),
    ("¿cuántos asistentes tuvieron los talleres de Maipú en 2023?", "984"),
    ("¿cuántos asistentes tuvieron los seminarios de Maipú en 2024?", "279"),
    ("periodicidad de reuniones de la mesa comunal", "trimestralmente"),
    ("la medida 34 del plan, ¿con qué número de resolución quedó formalizada?", "6009"),
    ("El convenio de la medida 6 del Plan (Bolsa Nacional de Empleo), ¿por qué resolución exenta quedó tramitado?", "24.985"),
    ("¿qué ciudad de las buenas prácticas le ofrece viviendas sociales a los migrantes?", "Bergen"),
    ("¿qué municipio atiende a los migrantes con mediadores?", "Quilicura"),
    ("¿Qué práctica de las fichas se financió con un fondo concursable de una universidad?", "MigraUdeC"),
    ("Según el índice sugerido para la Política Municipal, ¿qué debe contener la sección de conclusiones?", "CONCLUSIONES"),
    ("¿cómo define la guía refugiado?", "fundados temores"),
    ("¿cómo define integración la guía?", "Proceso bidireccional"),
)  # fmt: skip


@pytest.mark.parametrize("question", ABSENT)
def test_what_is_told_of_another_thing_is_no_answer(real_assistant: Assistant, question: str) -> None:
    assert answer(real_assistant, question).abstained


@pytest.mark.parametrize(("question", "told"), TOLD)
def test_what_is_told_of_the_very_thing_is_told(real_assistant: Assistant, question: str, told: str) -> None:
    reply = answer(real_assistant, question)

    assert not reply.abstained
    assert told in reply.text


@pytest.mark.parametrize(
    ("question", "lead", "of_another"),
    [
        ("¿cuántas solicitudes recibió el 2022?", "En 2024, recibió un total de 25.009 solicitudes.", True),
        ("sesiones del cosoc en 2021, ¿cuántas?", "Durante 2024 se realizaron 6 sesiones.", True),
        ("¿cuántas solicitudes recibió el 2024?", "En 2024, recibió un total de 25.009 solicitudes.", False),
        ("¿cuántos municipios tenían el sello en 2024?", "Actualmente son 151 municipios.", False),
        ("¿qué pasó con las solicitudes de 2022?", "En 2024 se resolvieron 2.287 pendientes.", False),
    ],
)
def test_what_other_years_count_is_no_count_of_this_one(
    real_assistant: Assistant, question: str, lead: str, of_another: bool
) -> None:
    particulars = real_assistant.parts.asked_for.particulars
    assert particulars.other(question, question, [lead], lambda: [lead]) is of_another


@pytest.mark.parametrize(
    ("question", "duty"),
    [
        ("¿es obligatorio hacer la política?", True),
        ("me dicen que no. ¿Es voluntaria la guía?", True),
        ("yo recuerdo que la ley obliga. ¿Qué artículo es?", False),
    ],
)
def test_a_duty_is_asked_of_where_the_question_says_so(real_assistant: Assistant, question: str, duty: bool) -> None:
    lead = "Se presentó el plan a las municipalidades."
    assert real_assistant.parts.asked_for.particulars.other(question, question, [lead], lambda: [lead]) is duty


@pytest.mark.parametrize(
    ("question", "unknown"),
    [
        ("¿a cuánta gente ayudó la estrategia en Tijuana?", True),
        ("¿para cuándo era el diagnóstico de los afiliados a la achs?", True),
        ("¿a cuánta gente ayudó la estrategia en Mexicali?", False),
        ("¿desde cuándo está andando a full?", False),
        ("¿qué hace la gente de Tijuana?", False),
    ],
)
def test_a_number_or_a_day_of_what_no_document_knows(real_assistant: Assistant, question: str, unknown: bool) -> None:
    assert real_assistant.parts.scope.unheard.of_the_unknown(question) is unknown
