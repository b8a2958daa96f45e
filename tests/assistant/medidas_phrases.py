"""Phrases by which users say which medidas they mean, each with what it demands of a row."""

from __future__ import annotations

from datetime import date

from medidas_oracle import Condition, Test, both, due, due_on, negated, numbered, of, says

from corpus.lexicon import Instituciones

SERMIG = "Servicio Nacional de Migraciones"
NAMES = {
    "Minsal": "Ministerio de Salud",
    "el Ministerio de Educación": "Ministerio de Educación",
    "la cartera de vivienda": "Ministerio de Vivienda y Urbanismo",
    "el Ministerio del Trabajo": "Ministerio del Trabajo y Previsión Social",
    "SERMIG": SERMIG,
    "el Ministerio de la Mujer": "Ministerio de la Mujer y la Equidad de Género",
    "Justicia": "Ministerio de Justicia y Derechos Humanos",
    "el Mideso": "Ministerio de Desarrollo Social y Familia",
    "cancillería": "Ministerio de Relaciones Exteriores",
    "la Subsecretaría del Interior": "Subsecretaría del Interior",
    "el Registro Civil": "Registro Civil",
    "el observatorio": "Observatorio de Participación Ciudadana y No Discriminación",
}
EJES = {
    1: ("el eje 1", "el eje de regularidad migratoria", "el primer eje", "el eje uno"),
    2: ("el eje 2", "el eje de desarrollo económico", "el segundo eje", "el eje II"),
    3: ("el eje 3", "el eje de reunificación familiar", "el tercer eje", "el eje n° 3"),
    4: (
        "el eje 4",
        "el eje de protección internacional",
        "el cuarto eje",
        "el eje de sujetos de protección internacional",
    ),
    5: ("el eje 5", "el eje de seguridad y fronteras", "el quinto eje", "el eje de crimen organizado"),
    6: ("el eje 6", "el eje de emergencias y cambio climático", "el sexto eje", "el eje de catástrofes"),
    7: ("el eje 7", "el eje de integración e inclusión", "el séptimo eje", "el eje de inclusión"),
    8: ("el eje 8", "el eje de chilenos en el exterior", "el octavo eje", "el eje número 8"),
    9: ("el eje 9", "el eje de multilateralismo", "el noveno eje", "el eje de cooperación internacional"),
    10: ("el eje 10", "el eje de gobernanza", "el décimo eje", "el eje de gestión migratoria"),
}
# What "hoy" is in these tests is 15 August 2025.
DUE = (
    ("que vencen en 2023", due(date(2023, 1, 1), date(2023, 12, 31))),
    ("con plazo 2024", due(date(2024, 1, 1), date(2024, 12, 31))),
    ("con plazo en el año 2025", due(date(2025, 1, 1), date(2025, 12, 31))),
    ("que vencen el 2026", due(date(2026, 1, 1), date(2026, 12, 31))),
    ("con plazo en junio de 2024", due(date(2024, 6, 1), date(2024, 6, 30))),
    ("que vencen en diciembre del 2024", due(date(2024, 12, 1), date(2024, 12, 31))),
    ("con plazo en noviembre de 2024", due(date(2024, 11, 1), date(2024, 11, 30))),
    ("con plazo al 31 de diciembre de 2024", due_on(31, 12, 2024)),
    ("con plazo 30 de junio de 2025", due_on(30, 6, 2025)),
    ("que vencen el 30/06/2024", due_on(30, 6, 2024)),
    ("con plazo 2024-09-30", due_on(30, 9, 2024)),
    ("con plazo 31 de junio de 2024", due_on(31, 6, 2024)),
    ("que vencen a fin de 2025", due(date(2025, 12, 1), date(2025, 12, 31))),
    ("con plazo a fines de 2024", due(date(2024, 12, 1), date(2024, 12, 31))),
    ("del primer semestre 2024", due(date(2024, 1, 1), date(2024, 6, 30))),
    ("que vencen en el segundo semestre de 2024", due(date(2024, 7, 1), date(2024, 12, 31))),
    ("con plazo en el tercer trimestre de 2024", due(date(2024, 7, 1), date(2024, 9, 30))),
    ("con plazo en la primera mitad de 2025", due(date(2025, 1, 1), date(2025, 6, 30))),
    ("que vencen antes de julio de 2024", due(None, date(2024, 6, 30))),
    ("que vencen antes de 2024", due(None, date(2023, 12, 31))),
    ("con plazo anterior a 2025", due(None, date(2024, 12, 31))),
    ("con plazo hasta el 30 de septiembre de 2024", due(None, date(2024, 9, 30))),
    ("que vencen a más tardar en junio de 2024", due(None, date(2024, 6, 30))),
    ("que vencen después de 2024", due(date(2025, 1, 1), None)),
    ("con plazo posterior al 31 de diciembre de 2024", due(date(2025, 1, 1), None)),
    ("con plazo desde 2025", due(date(2025, 1, 1), None)),
    ("con plazo de 2025 en adelante", due(date(2025, 1, 1), None)),
    ("con plazo a partir de julio de 2025", due(date(2025, 7, 1), None)),
    ("que van más allá del 2024", due(date(2025, 1, 1), None)),
    ("con plazo entre enero y junio de 2024", due(date(2024, 1, 1), date(2024, 6, 30))),
    ("que vencen entre julio y noviembre del 2024", due(date(2024, 7, 1), date(2024, 11, 30))),
    ("con plazo entre 2023 y 2024", due(date(2023, 1, 1), date(2024, 12, 31))),
    ("que vencen entre el 1 de julio de 2024 y el 30 de junio de 2025", due(date(2024, 7, 1), date(2025, 6, 30))),
    ("con plazo desde marzo de 2024 hasta junio de 2025", due(date(2024, 3, 1), date(2025, 6, 30))),
    ("que vencen después de junio de 2024 y antes de diciembre de 2025", due(date(2024, 7, 1), date(2025, 11, 30))),
    ("vencidas al 31 de marzo de 2025", due(None, date(2025, 3, 31))),
    ("vencidas", due(None, date(2025, 8, 14))),
    ("que ya vencieron", due(None, date(2025, 8, 14))),
    ("que ya deberían estar listas", due(None, date(2025, 8, 14))),
    ("que tenían que estar listas al 30 de junio de 2024", due_on(30, 6, 2024)),
    ("que a estas alturas tendrían que haberse cumplido", due(None, date(2025, 8, 14))),
    ("por vencer", due(date(2025, 8, 15), None)),
    ("que aún no vencen", due(date(2025, 8, 15), None)),
    ("que vencen este año", due(date(2025, 1, 1), date(2025, 12, 31))),
    ("que vencen el próximo año", due(date(2026, 1, 1), date(2026, 12, 31))),
    ("que vencieron el año pasado", due(date(2024, 1, 1), date(2024, 12, 31))),
    ("que vencen este semestre", due(date(2025, 7, 1), date(2025, 12, 31))),
    ("que vencen en los próximos 180 días", due(date(2025, 8, 15), date(2026, 2, 11))),
    ("que vencen dentro de cinco meses", due(date(2025, 8, 15), date(2026, 1, 15))),
    ("que vencen en lo que queda del año", due(date(2025, 8, 15), date(2025, 12, 31))),
    ("que vencen a mitad de 2025, el 30 de junio", due_on(30, 6, 2025)),
    ("que vencen a mitad de año, pero del 2025", due(date(2025, 6, 1), date(2025, 7, 31))),
    ("con plazo a fines de 2023, o sea el 31 de diciembre", due_on(31, 12, 2023)),
    ("que vencen en 2024, en septiembre", due(date(2024, 9, 1), date(2024, 9, 30))),
    ("con plazo antes de que empezara el 2024", due(None, date(2023, 12, 31))),
    ("que vencen antes de que termine el 2024", due(None, date(2024, 12, 31))),
    ("que vencen de aquí a diciembre", due(date(2025, 8, 15), date(2025, 12, 31))),
)
NOT_DUE = (
    ("que no vencen en 2024", negated(due(date(2024, 1, 1), date(2024, 12, 31)))),
    ("que no tienen plazo en 2025", negated(due(date(2025, 1, 1), date(2025, 12, 31)))),
    ("excepto las que vencen en junio de 2024", negated(due(date(2024, 6, 1), date(2024, 6, 30)))),
    ("que no venzan antes de 2024", negated(due(None, date(2023, 12, 31)))),
)
ODD = (
    ("sin fecha válida", lambda row: any(not plazo.exists for plazo in row.plazos)),
    ("sin una fecha válida", lambda row: any(not plazo.exists for plazo in row.plazos)),
    ("con fechas malas", lambda row: any(not plazo.exists for plazo in row.plazos)),
    ("con una fecha que no existe", lambda row: any(not plazo.exists for plazo in row.plazos)),
    ("con plazos imposibles", lambda row: any(not plazo.exists for plazo in row.plazos)),
    ("con más de un hito", lambda row: len(row.plazos) > 1),
    ("con tres plazos", lambda row: len(row.plazos) == 3),
)
NUMBERS = (
    ("de la 54 a la 60", numbered(*range(54, 61))),
    ("desde la 10 hasta la 20", numbered(*range(10, 21))),
    ("entre la 30 y la 45", numbered(*range(30, 46))),
    ("de la 1 a la 40", numbered(*range(1, 41))),
    ("de la 70 a la 86", numbered(*range(70, 87))),
)
# Words that have but a singular and a plural, so that their pattern can be written by hand.
WORDS = {
    "convenios": r"\bconvenios?\b",
    "la interoperabilidad": r"\binteroperabilidad\b",
    "un protocolo": r"\bprotocolos?\b",
    "una mesa": r"\bmesas?\b",
    "diagnósticos": r"\bdiagn[oó]sticos?\b",
    "un piloto": r"\bpilotos?\b",
    "la Ley 20.609": r"\bLey (?:N°)?20\.609",
    "la Ley 21.325": r"\bLey (?:N°)?21\.325",
    "el arriendo": r"\barriendos?\b",
    "proyectos de ley": r"\bproyectos? de ley\b",
    "los municipios": r"\bmunicipios?\b",
    "la perspectiva de género": r"\bperspectiva de g[eé]nero\b",
    "mujeres migrantes": r"\bmujeres migrantes\b",
    "el Diario Oficial": r"\bDiario Oficial\b",
}


def institutions(known: Instituciones, responsible: set[str]) -> list[tuple[str, str]]:
    """Every way of writing every institution that is responsible for a medida, with its name."""
    forms = [(form, entry.nombre) for entry in known.entries for form in (*entry.formas, *entry.comunes)]
    return [(form, name) for form, name in forms if name in responsible]


def who() -> list[Condition]:
    """Conditions on who is responsible: of one, of none of them, alone, shared, shared with one another."""
    conditions = []
    for said, name in NAMES.items():
        conditions += [
            Condition(f"de {said}".replace("de el ", "del "), of(name), "quien"),
            Condition(f"a cargo de {said}".replace("de el ", "del "), of(name), "quien"),
            Condition(f"que no son de {said}".replace("de el ", "del "), negated(of(name)), "sin"),
            Condition(f"excepto las de {said}".replace("de el ", "del "), negated(of(name)), "sin"),
            Condition(f"sin {said}", negated(of(name)), "sin"),
        ]
    for said in ("SERMIG", "Justicia", "el Minsal", "el Ministerio de la Mujer"):
        name = NAMES.get(said) or NAMES["Minsal"]
        conditions += [
            Condition(
                f"exclusivas de {said}".replace("de el ", "del "), both(of(name), lambda row: row.sharing == 1), "quien"
            ),
            Condition(f"que {said} hace sin otra institución", both(of(name), lambda row: row.sharing == 1), "quien"),
            Condition(
                f"que {said} comparte con otra institución", both(of(name), lambda row: row.sharing > 1), "quien"
            ),
        ]
    for said, name in (
        ("Justicia", "Ministerio de Justicia y Derechos Humanos"),
        ("el Registro Civil", "Registro Civil"),
        ("la Mujer", "Ministerio de la Mujer y la Equidad de Género"),
    ):
        conditions += [
            Condition(f"de SERMIG junto con {said}", both(of(SERMIG), of(name)), "quien"),
            Condition(f"que SERMIG comparte con {said}", both(of(SERMIG), of(name)), "quien"),
        ]
    conditions += [
        Condition("de SERMIG y otras dos instituciones", both(of(SERMIG), lambda row: row.sharing == 3), "quien"),
        Condition("con tres instituciones responsables", lambda row: row.sharing == 3, "cuantos"),
        Condition("con más de una institución responsable", lambda row: row.sharing > 1, "cuantos"),
        Condition("con una sola institución responsable", lambda row: row.sharing == 1, "cuantos"),
    ]
    return conditions


def where() -> list[Condition]:
    """Conditions on the eje."""
    conditions = []
    for number, names in EJES.items():
        conditions += [Condition(f"de {name}".replace("de el ", "del "), _in(number), "eje") for name in names]
        conditions += [
            Condition(f"que no están en el eje {number}", negated(_in(number)), "sin eje"),
            Condition(f"fuera del eje {number}", negated(_in(number)), "sin eje"),
        ]
    conditions += [
        Condition("de los ejes 1 y 3", _in(1, 3), "eje"),
        Condition("de los ejes 2, 5 y 9", _in(2, 5, 9), "eje"),
        Condition("del eje 1 al 3", _in(1, 2, 3), "eje"),
        Condition("del eje 4 o del eje 10", _in(4, 10), "eje"),
    ]
    return conditions


def when() -> list[Condition]:
    """Conditions on the deadlines."""
    return [Condition(phrase, test, "plazo") for phrase, test in (*DUE, *NOT_DUE, *ODD)]


def which() -> list[Condition]:
    """Conditions on the number."""
    return [Condition(phrase, test, "numero") for phrase, test in NUMBERS]


def worded() -> list[Condition]:
    """Conditions on the words of the text or of an indicator."""
    conditions = []
    for said, pattern in WORDS.items():
        conditions += [
            Condition(f"que mencionan {said}", says(pattern), "palabras"),
            Condition(f"que hablan de {said}", says(pattern), "palabras"),
            Condition(f"que no mencionan {said}", negated(says(pattern)), "sin palabras"),
        ]
    return conditions


def _in(*ejes: int) -> Test:
    return lambda row: row.eje in ejes
