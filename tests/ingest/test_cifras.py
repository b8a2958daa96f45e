"""Figures in prose: what counts as one, its unit, period, group and qualifier; in the account and in invented text."""

from decimal import Decimal

import pytest

from corpus.records import Cifra, Documento
from corpus.settings import ROOT
from ingest.cuenta import Account, figures
from ingest.figures import FigureWords, prose_figures

WORDS = FigureWords.load(ROOT / "corpus" / "lexicon")


def document(text: str, id: str = "x") -> Documento:
    return Documento(id=id, title="", publisher="", year=2025, kind="x", parser="x", file="", sha256="", text=text)


def read(text: str) -> list[Cifra]:
    return prose_figures(document(text), [], WORDS)


def brief(text: str) -> list[tuple[str, str, str | None]]:
    return [(str(c.valor), c.unidad, c.periodo) for c in read(text)]


@pytest.fixture(scope="module")
def account() -> list[Cifra]:
    text = (ROOT / "corpus" / "documents" / "cuenta.txt").read_text(encoding="utf-8")
    return figures(Account.read(document(text, "cuenta")), WORDS)


@pytest.mark.parametrize(
    "text",
    [
        "El 23 de mayo de 2024 se publicó la Resolución N°78.",
        "Según el artículo 32 N°3 de la Ley N°21.325 y la ley 21.655 de 2024.",
        "Se cita el Boletín N° 16.072-06, el DFL 1-19.175 y el reglamento (D.S. 837).",
        "Ver tabla 4, el apartado 3.3 y la sección 4 de este capítulo.",
        "Elección del COSOC 2025-2027 y archivo 1973-1990.",
        "El 2do Encuentro, desde 2° básico, tras la pandemia de COVID-19.",
        "2.3 TALLER DE DIAGNÓSTICO",
        "Escala: (1) Muy insatisfecho - (5) Muy satisfecho.",
        "¿Qué son los objetivos SMART?36",
        "Los módulos son: 1. Contexto; 2. Derechos; 3. Cierre.",
        "En Google Analytics 4, el Censo 2024 y la encuesta CEP 90.",
    ],
)
def test_what_dates_orders_or_names_is_no_figure(text: str) -> None:
    assert brief(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "En 2031 hubo 1.100 visitas: 690 guiadas y 410 individuales.",
            [("1100", "visitas", "2031"), ("690", "visitas", "2031"), ("410", "visitas", "2031")],
        ),
        (
            "Se gastaron $3.692.523.523 en 2031 y $991.141.730 hasta marzo de 2032.",
            [("3692523523", "$", "2031"), ("991141730", "$", "hasta marzo de 2032")],
        ),
        ("Presupuesto Final 2031: $24.111.333 M$.", [("24111333", "M$", "2031")]),
        ("La deuda superó los $300 millones.", [("300000000", "$", None)]),
        (
            "En Facebook hubo 132 mil cuentas y 9.4 mil clics en 2031, y 102 mil cuentas y 4.4 mil clics en 2032.",
            [
                ("132000", "cuentas", "2031"),
                ("9400", "clics", "2031"),
                ("102000", "cuentas", "2032"),
                ("4400", "clics", "2032"),
            ],
        ),
        ("Un plazo promedio de respuesta de 8,6 días hábiles.", [("8.6", "días hábiles", None)]),
        ("La entrevista dura entre 20-40 minutos.", [("20", "minutos", None), ("40", "minutos", None)]),
        (
            "Fueron 85.915, 58.842 y 56.062 usuarios respectivamente.",
            [("85915", "usuarios", None), ("58842", "usuarios", None), ("56062", "usuarios", None)],
        ),
        (
            "Se hicieron dos sesiones ordinarias en 12 de las 16 regiones.",
            [("2", "sesiones", None), ("12", "regiones", None), ("16", "regiones", None)],
        ),
        (
            "En 2031 se pidieron 2.614 permisos. En el segundo semestre de 2032, 326.",
            [("2614", "permisos", "2031"), ("326", "permisos", "segundo semestre de 2032")],
        ),
        ("En 2017 hubo 5.723 casos; en 2024, 2.499.", [("5723", "casos", "2017"), ("2499", "casos", "2024")]),
        ("El 88.2% encuentra empleo y el 26,6% de las empresas adhiere.", [("88.2", "%", None), ("26.6", "%", None)]),
        ("Pasó del lugar 160 al 85.", [("160", "lugar", None), ("85", "lugar", None)]),
    ],
)
def test_value_unit_and_period(text: str, found: list[tuple[str, str, str | None]]) -> None:
    assert brief(text) == found


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("Participaron más de 10.000 personas.", "más de"),
        ("Se atendió a cerca de 1.000 personas.", "cerca de"),
        ("Más del 65% de ellas es joven.", "más del"),
        ("Al menos dos talleres de diagnóstico.", "al menos"),
        ("Hubo 300 asistentes aprox.", "aprox"),
        ("Hubo 300 asistentes.", None),
    ],
)
def test_qualifiers_are_kept(text: str, qualifier: str | None) -> None:
    assert [c.calificador for c in read(text)] == [qualifier]


def test_groups_are_kept_apart() -> None:
    text = "Los países fueron Perú (con 140.337 visitas), Estados Unidos (97.622) y Haití (62.588)."
    assert [(c.desglose, c.unidad) for c in read(text)] == [
        (("Perú",), "visitas"),
        (("Estados Unidos",), "visitas"),
        (("Haití",), "visitas"),
    ]
    text = "Hubo 39 casos: 36 de trata de personas y 3 de tráfico ilícito."
    assert [c.concepto for c in read(text)] == ["casos", "casos de trata de personas", "casos de tráfico ilícito"]


def test_a_comparison_is_not_the_period_of_the_figure() -> None:
    assert brief("Aumento respecto al presupuesto 2031: 13,80%") == [("13.80", "%", None)]


def test_a_footnote_mark_is_not_part_of_the_number() -> None:
    text = "A la cual más de 1401 municipalidades se han adscrito.\n\n 1 Cifra actualizada a junio\n"
    assert [str(c.valor) for c in read(text)] == ["140"]


def test_every_figure_quotes_its_place(account: list[Cifra]) -> None:
    text = (ROOT / "corpus" / "documents" / "cuenta.txt").read_text(encoding="utf-8")
    for cifra in account:
        assert cifra.evidencia.start <= cifra.span.start < cifra.span.end <= cifra.evidencia.end
        assert " ".join(text[cifra.span.start : cifra.span.end].split()) == cifra.texto
    assert len({cifra.id for cifra in account}) == len(account)


@pytest.mark.parametrize(
    ("written", "value", "unit", "period", "concept"),
    [
        (
            "386.024",
            386024,
            "solicitudes",
            "a diciembre de 2022",
            "solicitudes de residencia pendiente de años anteriores",
        ),
        ("438", 438, "expulsiones", "hasta mayo de 2025", "expulsiones"),
        ("505", 505, "UTM", "2024", "recaudación por concepto de cobranza prejudicial a aerolíneas"),
        ("$313.975.003", 313975003, "$", "enero–marzo de 2025", "recaudación (multas aplicadas a aerolíneas)"),
        ("$14.396.997 M$", 14396997, "M$", "2024", "Pago de remuneraciones a la dotación"),
        ("$10.228.759.401", 10228759401, "$", "primer trimestre de 2025", "Total de ingresos"),
        ("53.088", 53088, "solicitudes", "2024", "Total de solicitudes ingresadas en 2024"),
        ("98.002", 98002, "solicitudes", "al 30 de abril de 2025", "solicitudes de personas bolivianas"),
        ("34.397", 34397, "solicitudes", "2023", "Solicitudes (Residencia Temporal por Razones Humanitarias)"),
    ],
)
def test_figures_of_the_account(
    account: list[Cifra], written: str, value: int, unit: str, period: str, concept: str
) -> None:
    found = [c for c in account if c.texto == written and c.concepto == concept]
    assert [(c.valor, c.unidad, c.periodo) for c in found] == [(Decimal(value), unit, period)]
