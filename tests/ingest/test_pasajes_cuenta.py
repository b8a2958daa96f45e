"""The heading tree of the account and its passages."""

import pytest

from corpus.records import Documento
from corpus.settings import ROOT
from ingest.cuenta import Account, headings
from ingest.cuenta.passages import read_passages


def document(text: str) -> Documento:
    return Documento(
        id="cuenta", title="", publisher="", year=2025, kind="cuenta", parser="cuenta", file="", sha256="", text=text
    )


@pytest.fixture(scope="module")
def account() -> Account:
    return Account.read(document((ROOT / "corpus" / "documents" / "cuenta.txt").read_text(encoding="utf-8")))


def path_of(account: Account, words: str) -> tuple[str, ...]:
    assert account.document.text.count(words) == 1
    return account.path(account.document.text.index(words))


def test_the_ejes_and_sections_of_the_account(account: Account) -> None:
    tree = headings(account.document)
    assert [title for _, level, title in tree if level == 1] == [
        "Introducción",
        "Eje 1. Política Nacional de Migración y Extranjería",
        "Eje 2. Mejora en la gestión de permisos migratorios y modernización",
        "Eje 3. Sanciones migratorias y multas",
        "Eje 4. Participación ciudadana, transparencia y mejor información",
        "Eje 5. Inclusión y no discriminación",
        "Eje 6. Sistema de Atención Integral a Personas",
        "Eje 7. Población Prioritaria y Sujetos de Protección Internacional",
        "Eje 8. Fortalecimiento institucional y descentralización",
        "Eje 9. Normativa Migratoria",
    ]
    assert [title.split()[0] for _, level, title in tree if level == 2] == (
        "2.1 2.2 4.1 4.2 4.3 4.4 5.1 5.2 7.1 7.2 8.1 8.2 8.3 8.4 8.5 9.1 9.2".split()
    )


@pytest.mark.parametrize(
    ("words", "path"),
    [
        ("hubo 5.723 formalizaciones", ["Eje 7", "7.2", "I. Personas", "c. Histórico"]),
        ("2.514.231 visitas", ["Eje 4", "4.3", "III. Comunicaciones", "a. Sitio web", "Caracterización"]),
        ("Tramitado conforme a la REX", ["Eje 8", "8.2", "Logros 2024", "Convenios de colaboración", "4. Convenio"]),
        ("implementaron 6 procedimientos", ["Eje 2", "2.2", "Logros 2024", "Principales avances", "c. Ciberseguridad"]),
        ("3. Mantener la realización", ["Eje 7", "7.2", "Desafíos 2025"]),
        ("Cooperación policial para la lucha", ["Eje 9", "9.1", "b. Cooperación", "Acuerdo de fortalecimiento"]),
    ],
)
def test_where_a_sentence_stands(account: Account, words: str, path: list[str]) -> None:
    found = path_of(account, words)
    assert [title.startswith(start) for title, start in zip(found, path, strict=True)] == [True] * len(path)


def test_a_sentence_torn_by_a_page_is_one_passage(account: Account) -> None:
    text = "eliminando los procesos manuales semanales que ralentizaban la actualización de la información."
    passage = next(p for p in read_passages(account) if text in p.texto.texto)
    assert passage.texto.texto.startswith("b. Mejoras en sistemas\n")
    assert "13" not in passage.texto.texto


def test_a_list_goes_with_its_lead_in_around_a_table(account: Account) -> None:
    passage = next(p for p in read_passages(account) if "mediante videollamada" in p.texto.texto)
    assert passage.texto.texto.startswith("Para el año 2025, el Sistema de Atención Integral a Personas se propone:")
    assert [line[:2] for line in passage.texto.texto.splitlines()[1:]] == ["1.", "2.", "3.", "4."]
    assert len(passage.texto.spans) == 2


def test_footnotes_are_passages_and_marks_are_not_read(account: Account) -> None:
    passages = read_passages(account)
    assert any("29 subsecretarías, en representación" in p.texto.texto for p in passages)
    assert passages[-1].texto.texto.startswith("1 Subsecretaría del Interior; ")


def test_every_passage_lies_where_it_says(account: Account) -> None:
    for passage in read_passages(account):
        first = passage.texto.texto.split()[-1]
        assert first in account.document.quote(passage.texto.spans[-1])


SHORT = """ Presentación

Esta cuenta trata de otro año.

 Eje 1.

Atención

1.1 Oficinas

 Logros 2027.

1. Más oficinas en el sur

Se abrieron 3 oficinas.

2. Menos espera.

Se espera menos.

 Desafíos 2028.

1. Abrir 2 oficinas más.

2. Cerrar ninguna.
"""


def test_a_numbered_line_is_a_heading_only_where_text_follows_it() -> None:
    tree = [(level, title) for _, level, title in headings(document(SHORT))]
    assert tree == [
        (1, "Presentación"),
        (1, "Eje 1. Atención"),
        (2, "1.1 Oficinas"),
        (3, "Logros 2027"),
        (7, "1. Más oficinas en el sur"),
        (7, "2. Menos espera"),
        (3, "Desafíos 2028"),
    ]
