"""The expected type of an answer: a country, a region, a telephone… that is asked for must be named."""

from pathlib import Path

import pytest

from assistant.act_names import act_namer
from assistant.answer_type import ANSWER_TYPES, AnswerTypes
from assistant.compose import MESSAGES
from corpus.cues import Cues
from corpus.lugares import Lugares

LEXICON = Path(__file__).parents[2] / "corpus" / "lexicon"


@pytest.fixture(scope="module")
def types() -> AnswerTypes:
    usual = {"ministerio": 300, "medida": 300, "plan": 300}
    return AnswerTypes(
        Cues.load(LEXICON, ANSWER_TYPES), Lugares.load(LEXICON), act_namer(Cues.load(LEXICON, MESSAGES)), usual
    )


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("¿en qué regiones no hubo reuniones?", "Se hicieron reuniones en 12 de las 16 Direcciones Regionales."),
        (
            "¿cuáles son los países que piden visa?",
            "Publicar el listado de países que requieren autorización en Chile.",
        ),
        ("¿con qué universidad trabajan?", "En colaboración con una universidad local."),
        ("¿a qué número llamo?", "La plataforma coordinó más de 95 mil atenciones."),
        ("¿cuál es el correo de la oficina?", "Se notifica por correo electrónico."),
        ("¿en qué otras dos ciudades?", "Se capacitará a las federaciones."),
        ("¿cuántos defensores habrá?", "**Medida 65.** Proyecto piloto. Plazo: **31 de diciembre 2024**. [1]"),
        (
            "¿cuántas comunas ya tienen una?",
            "1. Las explícitas están diseñadas para la población migrante (Ley 21.325).",
        ),
        ("¿qué presupuesto tiene el piloto?", "**Medida 65.** Proyecto piloto en las regiones de Arica y Tarapacá."),
        ("¿cuánto cuesta la carta?", "**416** en el primer trimestre de 2025: *cartas*."),
        ("¿cuántas páginas debe tener el resumen?", "Se sugiere un Resumen Ejecutivo de los 10 ejes."),
        ("¿cuántos días tienen para decidir?", "La decisión recae en el Subsecretario, con 3 recomendaciones."),
        ("¿cuál es la página web del aula?", "**Medida 46.** Actualización sitio web de educación previsional."),
        ("¿qué opinan los policías del aplicativo?", "El Servicio ha dispuesto un aplicativo para las policías."),
        ("¿qué dirección tiene la oficina?", "La Oficina de Inclusión Social creó el área de Migrantes."),
        ("¿cuáles son las regionales donde no se juntaron?", "En 12 de las 16 Direcciones Regionales."),
        ("¿qué día exacto sesiona el próximo mes el comité?", "El 23 de mayo de 2024 se creó el Comité."),
        ("¿dónde es el operativo de la próxima semana?", "El operativo se hizo en Arica."),
        ("¿en qué mes fue la encuesta?", "Año de inicio: 2015."),
        ("¿en qué calle entregan la ropa?", "La Red entrega ropa y alimentos en la comuna."),
        ("which city hosts the conference?", "**Conferencia** (Estados Unidos) reúne a líderes locales."),
        ("¿qué tasa de pobreza tienen?", "Publicar el informe sobre población migrante."),
        ("¿a qué hora parte el taller?", "El taller parte con una introducción de 10 minutos."),
        ("¿desde qué edad pueden ir?", "La escuela recibe a familias de la comuna."),
        ("¿cuánta gente trabaja en la unidad?", "La unidad recauda multas impagas."),
        ("sistema para informar el avance: costo", "**Medida 77.** Convenio para un sistema informático."),
        ("¿en qué idiomas está el folleto?", "El municipio tiene un folleto para personas migrantes."),
        ("¿en qué consultorios atienden?", "Ofrece consultas médicas para acortar brechas en salud pública."),
        ("¿en qué liceos hacen los talleres?", "Los talleres se hacen en establecimientos de la comuna."),
        ("¿en qué sede fue la jornada?", "**Medida 72.** Jornada ejecutada durante el 2024."),
        ("¿con qué norma de citas va la bibliografía?", "8. BIBLIOGRAFÍA: documentos y fuentes utilizados."),
        ("¿quién dicta el último módulo?", "Los módulos son: 1. Contexto migratorio; 2. Ley 21.325."),
        ("¿cada cuánto se revisan los indicadores?", "El indicador es: Plan Nacional actualizado."),
        (
            "¿quién preside la mesa comunal?",
            "El equipo ejecutivo: Director/a de Desarrollo Comunitario (Presidente/a).",
        ),
        ("¿qué concluyó el estudio del plan?", "**Medida 47.** Diagnóstico elaborado sobre salud en el trabajo."),
        ("¿cuánto presupuesto tiene el Plan Nacional?", "Presupuesto Ley 2025 del Servicio: $26.041.642 M$."),
        ("¿a cuánta gente entrevisto?", "4. Ejecución de la entrevista (20-40 minutos)"),
        ("¿cuántas preguntas hago?", "- *Participantes*: 3. Definir participantes"),
        ("¿cuántos talleres hay que hacer?", "En la guía, «2.2 Talleres»: véase el apartado 3.1."),
        ("¿cuántas personas van al taller?", "Realizar un taller 1. Participantes: actores de la comuna."),
        ("¿cuántas personas lo aprobaron?", "Se hizo la primera versión del curso, con todas las comunas."),
        ("¿qué cantidad de policías se trasladó?", "Fortalecer la dotación. Plazo: **30 de junio 2024**."),
        ("¿en qué calle está la biblioteca?", "En 2024 se abrió la biblioteca; Macul 2023."),
        ("¿en qué dirección atienden?", "La oficina atiende en la comuna de Los Andes."),
        ("¿qué nota le puso la comunidad al taller?", "El taller fue retroalimentado por la comunidad."),
        (
            "¿quién era la directora del liceo?",
            "El piloto fue en la Escuela Aldo Francia, en el Liceo Gabriela Mistral.",
        ),
        ("indique el nombre y correo del encargado", "**Medida 5.** — *Policía de Investigaciones*."),
        ("¿cómo se llaman los hospitales?", "El operativo se hizo en establecimientos de salud."),
        ("¿qué comisión del Congreso lo discute?", "Aprobar el proyecto de ley, que es un desafío."),
        ("¿cuántos trámites se hicieron en mayo de 2024?", "En 2024 se hicieron 25.009 trámites."),
        ("¿cuánta gente trabaja en la unidad?", "La unidad recauda $300 millones, un 12% más."),
        ("¿cuántos votaron por el comité?", "Se eligieron 16 consejeros de 43 organizaciones."),
        ("¿qué documentos piden para la tarjeta?", "La tarjeta permite abrir cuentas en 3 bancos."),
        ("¿qué empresa desarrolló la plataforma?", "La plataforma está en funcionamiento desde 2024."),
        ("taller de planificación: duración total", "El taller diseña iniciativas específicas."),
        ("¿cómo define la guía el término «gentrificación»?", "CONCEPTO MIGRANTE REFUGIADO/A"),
        ("trámites recibidos, octubre 2024", "En 2024 se recibieron 25.009 trámites."),
        ("¿qué artículo de la ley fija la duración?", "El PLADECO deberá durar al menos cuatro años."),
        ("¿en qué artículo del decreto se exige la firma?", "**Medida 35.** Publicar el decreto. — *Ministerio*."),
        ("¿qué días fueron las sesiones?", "Se realizaron 6 sesiones ordinarias en 2024."),
        ("¿en qué dirección los reciben?", "Los recibe la Corporación en un espacio de la comuna."),
        ("¿qué profesora coordina el curso?", "Unidad: Oficina de la Familia de la Universidad de Concepción."),
        ("charla en el liceo: nombres de los relatores", "Dos seminarios con 279 asistentes."),
        ("¿cuál es el número de la resolución?", "Protocolo aprobado. Plazo: **31 de diciembre 2023**."),
        ("¿quiénes eran los miembros de la comisión?", "Una comisión evaluó las diez mejores prácticas."),
        ("curso de cocina: mujeres que encontraron trabajo", "Capacitó a 275 migrantes en oficios."),
        ("medida 57: qué % lleva su indicador", "Indicador: **Porcentaje de entidades fiscalizadas.**"),
        ("¿qué % de la audiencia de TikTok es joven?", "En Instagram los jóvenes son un 61,5%."),
        ("¿cuántos años dura el Padem?", "La duración del PLADECO es de cuatro años."),
        ("¿cuánto me cobrarían por revalidarlo?", "Publicación del reglamento. — *Ministerio de Educación*."),
        ("medida 50, nombre y correo del profesional encargado", "La institución responsable es el MINVU."),
        ("mail de la oficina de Macul", "La Red de Fortalecimiento Solidario es de Macul."),
        ("¿quién quedó nombrado en Tarapacá?", "Se completó el nombramiento de las 16 autoridades regionales."),
        ("¿a quién designaron en el comité?", "El Comité Asesor quedó constituido."),
        ("¿qué universidad firmó?", "Firmó la Subsecretaría de Educación Superior."),
        ("¿qué junta de vecinos participa?", "Participan juntas de vecinos del sector."),
        ("¿y cómo se llama el ministro?", "**Medida 54.** Plan de acción de la política. — *Ministerio de Salud*."),
    ],
)
def test_what_names_none_of_the_type_is_no_answer(types: AnswerTypes, question: str, text: str) -> None:
    assert types.lacking(question, [text])


@pytest.mark.parametrize(
    ("question", "texts"),
    [
        ("¿cuándo conviene invitar si el taller es la próxima semana?", ["Con anticipación."]),
        ("El próximo mes partimos. ¿Cuándo se hace el diagnóstico?", ["En la primera etapa."]),
        ("¿en qué mes parte?", ["Plazo: **30 de junio 2024**."]),
        ("¿qué porcentaje no tiene contrato?", ["Cuatro de cada diez trabajan sin contrato."]),
        ("¿a qué hora atienden?", ["De 9:00 a 14:00."]),
        ("¿desde qué edad?", ["Dirigido a niños, niñas y adolescentes."]),
        ("¿qué porcentaje va para salud?", ["**19 %** de las derivaciones."]),
        ("¿cuántas UTM se recaudaron?", ["**505** UTM en 2024: *recaudación*."]),
        ("¿cuántos minutos dura?", ["Entre 10-15 minutos.", "O media hora."]),
        ("¿cuántos meses duró?", ["Duró un año, hasta junio."]),
        ("¿en qué dirección va la política?", ["Hacia la inclusión."]),
        ("¿cuál es el sitio web?", ["Está en serviciomigraciones.cl."]),
        ("¿cuántos módulos tiene?", ["La iniciativa considera cuatro módulos."]),
        ("¿cuántas medidas lo nombran?", ["Ninguna medida lo nombra."]),
        ("¿cuánto cuesta?", ["El servicio de la universidad es gratuito."]),
        ("¿cómo se llama la encargada?", ["La firma Ana Soto, encargada de la oficina."]),
        ("¿cómo se llama el programa?", ["Formar líderes para el cambio."]),
        ("¿cuántas versiones lleva el curso?", ["Se hizo su segunda versión."]),
        ("¿en cuántas regiones está?", ["Está en todas las regiones."]),
        ("¿cuánta ropa juntaron? ¿cuántos kilos?", ["Se reunieron miles de kilos de ropa."]),
        ("¿cuántas personas van al taller?", ["Taller 1. Participantes: entre 10 y 15 personas."]),
        ("¿cuántos recursos se recaudaron?", ["Se recaudaron $300 millones."]),
        ("de cada cien, ¿cuántos están de acuerdo?", ["El 70% está de acuerdo."]),
        ("¿cuántos pesos paga?", ["Paga 1,61 pesos."]),
        ("¿cómo se define «refugiado»?", ["Refugiado/a: persona que huye."]),
        ("¿qué papeles cumple la ciudad?", ["La ciudad es un espacio de inclusión."]),
        ("¿qué requisitos pide el Sello?", ["Los municipios presentan un plan."]),
        ("¿en qué dirección atienden?", ["Atienden en Balmaceda 455."]),
        ("¿quién es el director?", ["LUIS EDUARDO THAYER CORREA, Director."]),
        ("¿cuántos trámites iban hasta marzo de 2025?", ["En el primer trimestre hubo 4.838 trámites."]),
        ("En marzo de 2025 me lo ofrecieron. ¿Qué es el Sello?", ["Es un reconocimiento."]),
        ("¿qué artículo de la ley lo dice?", ["Según el artículo 41 de la Ley N° 21.325."]),
        ("¿qué artículos de aseo entregan?", ["Jabón y pasta de dientes."]),
        ("¿qué días atienden?", ["Atienden los lunes y miércoles."]),
        ("¿qué día se publicó?", ["El 23 de mayo de 2024 se publicó."]),
        ("¿en qué dirección los reciben?", ["Los reciben en Balmaceda 455."]),
        ("¿en qué dirección municipal está la oficina?", ["En la Dirección de Desarrollo Comunitario."]),
        ("¿qué profesora coordina el curso?", ["Coordina Ana Soto, de la escuela."]),
        ("¿cuál es el número del decreto?", ["Quedó en el Decreto Alcaldicio N°3.737."]),
        ("¿quiénes son los miembros del comité?", ["Lo integran 29 subsecretarías."]),
        ("¿qué porcentaje va para salud?", ["Para salud, un 19%."]),
        ("¿qué % de los cesantes se capacitó?", ["El 12% de las personas desempleadas se capacitó."]),
        ("si estoy cesante, ¿dónde me orientan?", ["La Oficina Municipal de Intermediación Laboral orienta."]),
        ("¿qué % de la audiencia de TikTok es joven?", ["En Instagram es un 61,5%, y en TikTok un 70%."]),
        ("¿cuántos años dura el Padem?", ["El Padem dura un año, y el PLADECO cuatro años."]),
        ("¿en qué región partió?", ["Un piloto.", "Comenzó en la Región de Arica y Parinacota."]),
        ("¿de qué países vienen?", ["Son venezolanos y haitianos."]),
        ("¿con qué universidad trabajan?", ["Con la Universidad de Concepción."]),
        ("¿qué ciudad tiene un carnet propio?", ["Tarjeta municipal de New Haven."]),
        ("¿la política es lo que la muni hace, o también lo que deja de hacer?", ["Es acción y omisión."]),
        ("¿en qué idiomas está?", ["Hay folletos en español y creole."]),
        ("¿en qué colegios?", ["Partió en la Escuela República de Haití."]),
        ("¿en qué lugar se hizo?", ["En la biblioteca municipal."]),
        ("¿cada cuánto se reúnen?", ["De manera periódica, por ejemplo trimestralmente."]),
        ("equipo ejecutivo: quién preside y quién es secretario", ["Director/a de Desarrollo (Presidente/a)."]),
        ("¿quién preside el equipo?", ["El equipo: Director/a de Desarrollo (Presidente/a)."]),
        ("¿cuánta plata es el Plan Rezago del plan nacional?", ["Se pagaron $10 millones."]),
        ("¿se puede notificar por correo?", ["Sí, por ese medio."]),
    ],
)
def test_what_names_one_or_is_asked_for_none_passes(types: AnswerTypes, question: str, texts: list[str]) -> None:
    assert not types.lacking(question, texts)


@pytest.mark.parametrize(
    ("question", "texts"),
    [
        ("¿cuántas visitas de 18 a 24 años?", ["El grupo de 25 a 34 años tuvo más visitas."]),
        ("niños entre 6 y 8 años: cupos", ["Hay 20 cupos para niños entre 4 y 5 años."]),
        ("¿qué porcentaje de avance lleva el plan de trabajo?", ["Inclusión: 34,5 %.", "62 medidas han sido implementadas."]),
        ("nivel de ejecución del convenio", ["El convenio es con la PDI."]),
        ("¿y cuántos migrantes viven en esa región?", ["**11.800** personas atendidas en 2024, Valparaíso."]),
        ("¿de cuánto es el financiamiento?", ["Fondo concursable de la universidad."]),
    ],
)  # fmt: skip
def test_another_stretch_degree_or_amount_is_none_that_was_asked_for(
    types: AnswerTypes, question: str, texts: list[str]
) -> None:
    assert types.lacking(question, texts)


@pytest.mark.parametrize(
    ("question", "texts"),
    [
        ("¿cuántas visitas de 25 a 34 años?", ["El grupo de 25 a 34 años tuvo 342.993 visitas."]),
        ("¿cuánto dura, de 3 a 4 años?", ["Se sugiere una duración de entre 3 y 4 años."]),
        ("¿qué porcentaje de avance lleva el plan?", ["62 medidas han sido implementadas, un 72 %."]),
        ("¿qué lugar ocupó y qué nivel de ejecución tuvo?", ["El lugar 85.", "**87,72 %** de ejecución."]),
        ("¿cuántos extranjeros residen en Chile?", ["La población extranjera residente es de 1,6 millones."]),
        ("¿cuántos recursos de amparo hubo?", ["**2.210** recursos en 2024."]),
    ],
)
def test_the_stretch_and_the_degree_asked_for_pass(types: AnswerTypes, question: str, texts: list[str]) -> None:
    assert not types.lacking(question, texts)


@pytest.mark.parametrize(
    ("question", "texts", "of_another"),
    [
        ("duración en minutos, taller FODA", ["Taller: presentación (10 minutos).", "Realizar un taller FODA."], True),
        ("duración en minutos, taller FODA", ["Realizar un taller FODA (90 minutos).", "Para qué sirve."], False),
        ("taller de mapeo: duración total", ["Grupos (20 minutos).", "El taller de mapeo reúne a actores."], True),
        ("taller FODA: participantes", ["Taller: presentación (10 minutos).", "Realizar un taller FODA."], False),
    ],
)
def test_the_time_that_another_thing_takes_is_not_told(
    types: AnswerTypes, question: str, texts: list[str], of_another: bool
) -> None:
    rare = {"FODA", "mapeo"}
    assert (
        types.told_of_another(
            question, texts, lambda one, more: sum(5.1 for word in rare if word in more and word not in one)
        )
        is of_another
    )


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (
            "¿Cuáles son las 16 organizaciones?",
            "Se eligió a 16 consejeros: 10 de organizaciones, 4 de ONG y 2 académicos.",
        ),
        ("¿Cuáles son los trece colegios?", "Participaron los 13 establecimientos municipales de la comuna."),
        (
            "¿En qué escuela se hizo el 2024?",
            "El pilotaje fue en la Escuela Unesco (2022) y en la Escuela Aldo Francia (2023).",
        ),
        ("¿Dónde se hizo el encuentro?", "El encuentro congregó a representantes de gobiernos locales."),
        ("¿Dónde fueron los talleres de Maipú?", "La Municipalidad de Maipú hizo talleres."),
        ("¿Cuál es la meta de seguidores para 2025?", "En Instagram se llegó a 280 mil cuentas."),
        (
            "¿Quiénes integran el subcomité?",
            "Se canalizó en la conformación de 4 subcomités: inclusión e integración; desarrollo económico.",
        ),
        ("¿Cuándo fue el seminario?", "Seminario Internacional sobre derechos humanos."),
        ("¿En qué fechas fueron las sesiones?", "Hubo 6 sesiones ordinarias y 4 extraordinarias."),
        ("¿En cuánto va a aumentar la dotación?", "**Medida 36.** Aumentar la dotación. Plazo: **30 de junio 2024**."),
        ("¿Qué aerolíneas fueron multadas?", "Las multas aplicadas a aerolíneas alcanzaron $549.300.934."),
        ("¿Qué juntas de vecinos participan?", "Las Juntas de Vecinos recolectan las donaciones."),
        ("¿Qué facultad los asesoró?", "Se trabajó con la Universidad de Chile, en dos salas."),
        ("¿Qué premio recibieron?", "La comisión evaluó diez prácticas."),
        ("¿Qué profesiones tenían los asistentes?", "Se beneficiaron 100 personas con títulos extranjeros."),
        (
            "¿Cuántos computadores se cambiaron?",
            "Se renovó el 35% de los equipos con más de cuatro años de antigüedad.",
        ),
        ("¿Cuánta gente fue?", "El 2do Encuentro congregó a representantes."),
        ("¿De cuánto fue el capital?", "Apoya a 50 proyectos seleccionados."),
    ],
)
def test_what_is_near_and_names_none_tells_nothing(types: AnswerTypes, question: str, text: str) -> None:
    assert types.lacking(question, [text])


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("¿Cuáles son los 5 subcomités?", "Son inclusión, desarrollo económico, seguridad, fronteras y protección."),
        ("¿En qué escuela se hizo el 2023?", "Se hizo en la Escuela Aldo Francia el 2023."),
        ("¿Dónde se hizo el encuentro?", "El encuentro fue en Santiago."),
        ("¿Dónde fueron los talleres de Maipú?", "Fueron en los establecimientos educacionales de Maipú."),
        ("¿Cuál es la meta de encuentros para 2025?", "Es un desafío hacer dos encuentros al año."),
        ("¿Cuál es la meta de la medida 12?", "Indicador: porcentaje de asesores capacitados."),
        ("¿Quiénes integran el subcomité?", "Integran el subcomité Salud, Trabajo y Educación."),
        ("¿Cuándo fue la sesión?", "El 31 de marzo de 2025 se llevó a cabo la sesión."),
        ("¿En cuánto aumentaron los usuarios?", "Hubo un incremento del 123% de usuarios activos."),
        ("¿Qué premio ganaron?", "Ganaron el “Mayors Challenge”."),
        ("¿Qué facultad los asesoró?", "Los asesoró la Facultad de Derecho."),
    ],
)
def test_what_names_it_tells(types: AnswerTypes, question: str, text: str) -> None:
    assert not types.lacking(question, [text])
