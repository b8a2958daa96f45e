"""The rules by which the guide is read, each on an invented text of the same shape."""

from pathlib import Path

import pytest

from corpus.errors import ParseError
from corpus.lugares import Lugares
from corpus.records import Documento, Pasaje, Practica
from corpus.settings import Settings
from ingest.guia import arbol, cuadros, definiciones, metodo
from ingest.guia.arbol import Node
from ingest.guia.bloques import Rank, blocks, box_of
from ingest.guia.catalogo import Catalogue
from ingest.guia.mapa import Mapa, MapaToml, Seccion
from ingest.reading import Reading

LEXICON = Settings().lexicon_dir


def made(text: str) -> Documento:
    return Documento(
        id="otra", title="t", publisher="p", year=2026, kind="guia", parser="guia", file="f", sha256="0", text=text
    )


def section(
    text: str, clase: str = "texto", titulo: str = "Huertos", **more: object
) -> tuple[Documento, Mapa, Seccion]:
    """A document of one section, its map, and the section."""
    document = made(text)
    own = {"nivel": 1, "titulo": titulo, "clase": clase, "trozos": [" ".join(text.split())], **more}
    mapa = Mapa(document, MapaToml.model_validate({"seccion": [own]}))
    return document, mapa, mapa.secciones[0]


def shape(text: str) -> list[tuple[str, str]]:
    document, _, seccion = section(text)
    reading = Reading.of(document.text)
    return [(block.rank.name, block.text(reading)) for block in blocks(document, seccion)]


def drawn(text: str, **more: object) -> list[tuple[int, str]]:
    document, _, seccion = section(text, **more)  # type: ignore[arg-type]
    found: list[tuple[int, str]] = []

    def visit(nodes: list[Node], depth: int) -> None:
        for node in nodes:
            found.append((depth, node.text))
            visit(node.children, depth + 1)

    visit(arbol.tree(document, seccion).children, 0)
    return found


# How lines become blocks


def test_a_sentence_goes_on_over_a_blank_line_in_small_letters_or_after_a_word_that_cannot_end_it() -> None:
    assert shape("Los huertos de la\n\nUnión vecinal\n\ncrecen juntos.\n\nLuego se riega.") == [
        ("PROSE", "Los huertos de la Unión vecinal crecen juntos."),
        ("PROSE", "Luego se riega."),
    ]


def test_an_open_bracket_is_closed_over_a_blank_line() -> None:
    assert shape("- Se riega (Nunca, A\n\nVeces)") == [("DASH", "Se riega (Nunca, A Veces)")]


def test_a_quotation_belongs_to_the_sentence_that_announces_it() -> None:
    assert shape("El riego consiste en:\n\n“Dar agua a la planta”. (Manual)") == [
        ("PROSE", "El riego consiste en: “Dar agua a la planta”. (Manual)")
    ]


def test_marks_and_capitals_tell_what_a_line_is() -> None:
    assert shape("RIEGO Y PODA\n\n1. Regar: con agua\n • De noche\n - Ejemplo: “a las nueve”\n— Con cuidado") == [
        ("CAPITALS", "RIEGO Y PODA"),
        ("NUMBER", "Regar: con agua"),
        ("BULLET", "De noche"),
        ("DASH", "Ejemplo: “a las nueve”"),
        ("BULLET", "Con cuidado"),
    ]


def test_a_title_in_capitals_goes_on_after_a_preposition_but_not_on_the_next_page() -> None:
    assert shape("MANUAL DE\n\nRIEGO\n PODA DEL PERAL") == [
        ("CAPITALS", "MANUAL DE RIEGO"),
        ("CAPITALS", "PODA DEL PERAL"),
    ]


def test_a_short_line_right_above_a_list_leads_it_and_one_alone_is_a_heading() -> None:
    assert shape("Cosas útiles\n\nTijeras de podar\n• Grandes\n• Chicas") == [
        ("HEADING", "Cosas útiles"),
        ("LEAD", "Tijeras de podar"),
        ("BULLET", "Grandes"),
        ("BULLET", "Chicas"),
    ]


def test_a_number_after_the_name_of_a_table_begins_no_item() -> None:
    assert shape("Las medidas se pueden ver en la Tabla\n4. Además hay otras en el anexo.") == [
        ("PROSE", "Las medidas se pueden ver en la Tabla 4. Además hay otras en el anexo.")
    ]


def test_a_bullet_that_lost_its_sign_is_told_by_its_indent_and_label() -> None:
    assert shape("Pasos\n • Sembrar: en línea.\n Programa de riego: usar el reloj.")[1:] == [
        ("BULLET", "Sembrar: en línea."),
        ("BULLET", "Programa de riego: usar el reloj."),
    ]


def test_a_title_of_a_numbered_item_does_not_swallow_the_next_line() -> None:
    assert shape("3. Siembra del huerto\nEscoger la semilla\n • De papa") == [
        ("NUMBER", "Siembra del huerto"),
        ("LEAD", "Escoger la semilla"),
        ("BULLET", "De papa"),
    ]


def test_a_footnote_mark_glued_to_a_title_is_cut() -> None:
    assert shape("¿QUÉ ES EL COMPOST?12\n\nEs tierra.")[0] == ("CAPITALS", "¿QUÉ ES EL COMPOST?")


@pytest.mark.parametrize(
    ("line", "box"),
    [
        ("¿Qué necesito para avanzar?", "necesita"),
        ("RECOMENDACIONES:", "recomendaciones"),
        ("Cable a Tierra: Consejos Prácticos", "consejo"),
        ("Mínimo: Una pala.", "minimo"),
        ("Ideal", "ideal"),
        ("RECOMENDACIONES PARA EL RIEGO", None),
    ],
)
def test_boxes_are_known_by_their_label(line: str, box: str | None) -> None:
    assert box_of(line) == box


# How blocks become a tree


def test_lists_stand_under_their_lead_and_examples_under_their_item() -> None:
    text = (
        "Para sembrar se necesita:\n\n1. Tierra:\n• Negra\n - Ejemplo: de hoja\n• Suelta\n\n2. Agua\n\nLuego se espera."
    )
    assert drawn(text) == [
        (0, "Para sembrar se necesita:"),
        (1, "Tierra:"),
        (2, "Negra"),
        (3, "Ejemplo: de hoja"),
        (2, "Suelta"),
        (1, "Agua"),
        (0, "Luego se espera."),
    ]


def test_the_sections_own_title_is_left_out_wherever_it_stands() -> None:
    assert drawn("Se riega de noche.\n\n2.3 HUERTOS\n\nSe poda en julio.") == [
        (0, "Se riega de noche."),
        (0, "Se poda en julio."),
    ]


def test_an_advice_is_one_paragraph_and_the_section_goes_on() -> None:
    text = "Cable a Tierra: Consejos Prácticos\n\nNo regar al sol.\n\nEl huerto se cerca."
    assert drawn(text) == [
        (0, "Cable a Tierra: Consejos Prácticos"),
        (1, "No regar al sol."),
        (0, "El huerto se cerca."),
    ]


def test_the_caption_of_a_box_is_left_out() -> None:
    assert drawn("Se riega.\n\nCUIDADO DEL PERAL\n\n ¿Qué necesito para avanzar? \n\n— Agua")[1:] == [
        (0, "¿Qué necesito para avanzar?"),
        (1, "Agua"),
    ]


def test_a_repeated_pull_quote_is_left_out() -> None:
    quote = "El riego de noche ahorra la mitad del agua"
    assert drawn(f"{quote}.\n\nOtra cosa distinta.\n\n{quote}, dice el informe.") == [
        (0, "Otra cosa distinta."),
        (0, f"{quote}, dice el informe."),
    ]


def test_a_label_becomes_the_title_of_an_element_but_a_clause_does_not() -> None:
    document, _, seccion = section(
        "Hace falta:\n\n• Agua (limpia): Del pozo.\n• Contar con dos palas: una grande y otra chica."
    )
    (lead,) = arbol.elementos(document, arbol.tree(document, seccion).children)
    assert [(item.titulo, item.texto.texto) for item in lead.elementos] == [
        ("Agua (limpia)", "Del pozo."),
        (None, "Contar con dos palas: una grande y otra chica."),
    ]


def test_passages_keep_a_lead_with_its_list_and_with_the_headings_it_announces() -> None:
    text = (
        "El huerto comunal se cuida en dos momentos del año:\n\nEn el verano seco\n\nSe riega mucho de noche.\n\n"
        "En el invierno frío\n\nSe poda y se abona la tierra."
    )
    document, _, seccion = section(text)
    (passage,) = arbol.pasajes(document, seccion, arbol.tree(document, seccion))
    assert passage.texto.texto.splitlines()[1:] == [
        "En el verano seco",
        "Se riega mucho de noche.",
        "En el invierno frío",
        "Se poda y se abona la tierra.",
    ]


# The map


def two_columns() -> tuple[Documento, MapaToml]:
    text = "Primero se siembra.\n\nTercero se cosecha.\n\nSegundo se riega.\n\n1.1 SIEMBRA"
    toml = {
        "seccion": [
            {"nivel": 1, "titulo": "Siembra", "clase": "texto", "trozos": ["Primero se", "…Segundo se riega"]},
            {"nivel": 1, "titulo": "Cosecha", "clase": "texto", "trozos": ["Tercero se"]},
        ]
    }
    return made(text), MapaToml.model_validate(toml)


def test_stretches_are_read_in_the_order_of_the_map() -> None:
    document, toml = two_columns()
    seccion = Mapa(document, toml).secciones[0]
    assert [node.text for node in arbol.tree(document, seccion).children] == [
        "Primero se siembra.",
        "Segundo se riega.",
    ]


@pytest.mark.parametrize(
    ("anchors", "message"),
    [
        (["Quinto se vende"], "«Quinto se vende» no está"),
        (["se"], "está 5 veces"),
        (["Tercero se"], "ninguna sección contiene el comienzo"),
        (["Primero se siembra", "Primero se"], "dos trozos comienzan en el mismo lugar"),
    ],
)
def test_an_anchor_that_is_gone_or_doubled_stops_the_build(anchors: list[str], message: str) -> None:
    document, _ = two_columns()
    toml = MapaToml.model_validate({"seccion": [{"nivel": 1, "titulo": "S", "clase": "texto", "trozos": anchors}]})
    with pytest.raises(ParseError, match=message):
        _ = Mapa(document, toml).secciones


def test_a_missing_map_is_reported(tmp_path: Path) -> None:
    with pytest.raises(ParseError, match=r"otra\.toml"):
        Mapa.load(made("x"), tmp_path)


# Glossary, dimensions, questions


def test_glossary_columns_are_matched_by_order() -> None:
    document, _, seccion = section(
        "Tabla 9: Palabras útiles\n\nDEFINICIÓN\n\nTierra con hojas,\n\nya podridas.\n\nAgua del cielo.\n\n"
        "CONCEPTO\n\nCOMPOST\n\nLLUVIA DE\nINVIERNO",
        "glosario",
    )
    reading = Reading.of(document.text)
    pairs = definiciones.glossary(document, seccion)
    assert [(name.text(reading), text.text(reading)) for name, text in pairs] == [
        ("COMPOST", "Tierra con hojas, ya podridas."),
        ("LLUVIA DE INVIERNO", "Agua del cielo."),
    ]


def test_a_glossary_with_more_names_than_definitions_stops_the_build() -> None:
    document, _, seccion = section(
        "Tabla 9: Palabras útiles\n\nDEFINICIÓN\n\nAgua.\n\nCONCEPTO\n\nRIEGO\n\nPODA", "glosario"
    )
    with pytest.raises(ParseError, match="línea 1: el glosario tiene 2 conceptos y 1 definiciones"):
        definiciones.glossary(document, seccion)


def test_dimensions_are_matched_by_order() -> None:
    text = (
        "Hay dos columnas, que son:\n\nAgua para todos.\n\nTierra para sembrar.\n\nEl riego\n\nEl suelo\n\n"
        "DIMENSIÓN 1\n\nDIMENSIÓN 2"
    )
    document, _, seccion = section(text, "dimensiones")
    reading = Reading.of(document.text)
    assert [(n, a.text(reading), b.text(reading)) for n, a, b in definiciones.dimensions(document, seccion)] == [
        (1, "El riego", "Agua para todos."),
        (2, "El suelo", "Tierra para sembrar."),
    ]
    broken, _, seccion = section(text.replace("\n\nDIMENSIÓN 2", ""), "dimensiones")
    with pytest.raises(ParseError, match="2 descripciones, 2 nombres y 1 números"):
        definiciones.dimensions(broken, seccion)


@pytest.mark.parametrize(
    ("heading", "concept"),
    [
        ("¿Qué es el compost?", "Compost"),
        ("¿QUÉ SON LAS PODAS DE INVIERNO?", "Podas de invierno"),
        ("¿Qué entendemos por riego?", "Riego"),
        ("¿Qué es una FAO?", "FAO"),
        ("¿Cómo se riega?", None),
    ],
)
def test_a_heading_that_asks_what_something_is_names_a_concept(heading: str, concept: str | None) -> None:
    assert definiciones.question_concept(heading) == concept


# Method and tools


def test_a_section_parts_minimum_ideal_needs_and_advice() -> None:
    text = (
        "Regar es vivir, dicen.\n\nSe abre la llave.\n\n ¿Qué necesito para avanzar? \n\n"
        "Mínimo\n— Una regadera.\n— Agua.\n\nIdeal: Una manguera.\n\n"
        "RECOMENDACIONES:\n\n— Regar de noche.\n\n Cable a Tierra: Consejos Prácticos\n\nNo al sol."
    )
    document, mapa, seccion = section(text, "apartado", numero="1.1")
    found = metodo.section(document, mapa, seccion, {0: arbol.tree(document, seccion)})
    assert found.proposito is not None
    assert found.proposito.texto == "Regar es vivir, dicen."
    assert [step.texto.texto for step in found.pasos] == ["Se abre la llave."]
    assert found.minimo is not None
    assert found.minimo.texto == "- Una regadera.\n- Agua."
    assert found.ideal is not None
    assert found.ideal.texto == "Una manguera."
    assert found.necesita == ()
    assert [advice.texto.texto for advice in found.recomendaciones] == ["Regar de noche."]
    assert [advice.texto for advice in found.consejos] == ["No al sol."]


def tool(text: str) -> metodo.Herramienta:
    document, mapa, seccion = section(text, "herramienta")
    return metodo.tools(document, mapa, {0: arbol.tree(document, seccion)})[0]


def test_a_workshop_has_its_timed_parts_and_their_minutes() -> None:
    found = tool(
        "   ¿Qué es la minga?\n\nEs un trabajo de todos.\n\n   Materiales del día\n\n• Palas\n\n"
        "   Desarrollo de la minga\n\n"
        "Saludo (5 minutos)\n• Presentarse\n\nTrabajo (45 minutos)\n1. Cavar: hondo\n2. Sembrar: en línea\n\n"
        "Cierre (10 minutos)\n• Comer"
    )
    assert found.minutos == (5, 45, 10)
    assert [len(step.elementos) for step in found.pasos] == [1, 2, 1]
    assert [part.texto.texto for part in found.apartados] == ["Materiales del día"]
    assert found.proposito is not None
    assert found.proposito.texto == "Es un trabajo de todos."


def test_a_tool_with_one_numbered_list_has_that_list_as_its_steps() -> None:
    found = tool(
        "   ¿Qué es el injerto?\n\nUnir plantas.\n\n   Pasos para injertar bien\n\n"
        "1. Cortar: Al sesgo\n\n2. Unir: Con cinta"
    )
    assert [step.titulo for step in found.pasos] == ["Cortar", "Unir"]
    assert found.minutos == (None, None)


# The catalogue


CATALOGUE = """INTRODUCCIÓN AL CATÁLOGO

Hay prácticas de muchos lugares del mundo.

AGUA Y TIERRA

• Riego

• Poda
 1. AGUA Y TIERRA

a. Riego de huertos

Regar de noche.

Chile:  Riego por goteo en Paine y Buin ofrece cursos
a los vecinos.

RECOMENDACIONES

BUENAS PRÁCTICAS

b. Compost

Juntar hojas secas.

Chile: Compostera comunal (Lota). Se llena cada mes.

 a. Ferias de semillas

Cambiar semillas cada año.

Perú: Feria “La papa reúne” (Lima). Encuentro anual.

Costa  Semillero comunal reúne a
campesinas.

RECOMENDACIONES

BUENAS PRÁCTICAS

2. FERIAS Y ENCUENTROS

Rica:

 c. Poda de frutales

Podar en julio.

Argentina: Escuela de poda, con apoyo del municipio, enseña en Córdoba.

RECOMENDACIONES

BUENAS PRÁCTICA
"""


def catalogue(text: str) -> Catalogue:
    document, _, seccion = section(text, "catalogo", "Catálogo")
    return Catalogue(document, seccion, Lugares.load(LEXICON), LEXICON)


def test_an_invented_catalogue_is_put_in_order() -> None:
    found = [record for record in catalogue(CATALOGUE).records() if isinstance(record, Practica)]
    assert [(p.titulo.texto, p.pais, p.lugar.texto, p.campos[0].texto.texto, p.tema) for p in found] == [
        ("Riego por goteo en Paine y Buin", "Chile", "Paine y Buin", "Agua y tierra", "Riego de huertos"),
        ("Compostera comunal", "Chile", "Lota", "Agua y tierra", "Compost"),
        ("Escuela de poda", "Argentina", "Argentina", "Agua y tierra", "Poda de frutales"),
        ("Feria “La papa reúne”", "Perú", "Lima", "Ferias y encuentros", "Ferias de semillas"),
        ("Semillero comunal", "Costa Rica", "Costa Rica", "Ferias y encuentros", "Ferias de semillas"),
    ]
    assert found[0].comunas == ("Paine", "Buin")
    passages = [record for record in catalogue(CATALOGUE).records() if isinstance(record, Pasaje)]
    assert len(passages) == 5
    assert passages[0].texto.texto.splitlines()[1] == "- Agua y tierra: Riego de huertos; Compost; Poda de frutales"


@pytest.mark.parametrize(
    ("cut", "put", "message"),
    [
        ("Rica:", "Luna:", "«Luna:» no completa el país"),
        ("Rica:\n", "\n", "no dice de qué país es"),
        ("c. Poda", "e. Poda", "no le precede ningún tema «d.»"),
        ("2. FERIAS Y ENCUENTROS\n", "\n", "la categoría de este tema no tiene título"),
        ("• Poda\n", "• Esquila\n", "el índice nombra el tema «esquila»"),
        (" ofrece cursos\na los vecinos.", "", "no se reconoce dónde termina el nombre"),
        ("Podar en julio.\n", "\n", "le falta su recomendación o sus prácticas"),
    ],
)
def test_a_catalogue_that_does_not_fit_stops_the_build(cut: str, put: str, message: str) -> None:
    with pytest.raises(ParseError, match=message):
        catalogue(CATALOGUE.replace(cut, put)).records()


# Tables that lost their columns


def test_the_rows_of_a_scheme_are_closed_by_their_body() -> None:
    text = (
        "Agua y riego\n\nSiembra y poda\n\nDa el agua\n\nCobra el agua\n\nMunicipio\n\nSiembra el\n\nparque\n\nVecinos"
    )
    document = made(text)
    toml = MapaToml.model_validate(
        {
            "seccion": [{"nivel": 1, "titulo": "Quién hace qué", "clase": "esquema", "trozos": ["Agua y riego"]}],
            "esquema": {
                "encabezado": ["Agua y riego", "Siembra y poda"],
                "organismos": ["Municipio", "Vecinos"],
            },
        }
    )
    found, marks = cuadros.pasajes(document, Mapa(document, toml))
    assert [(p.ruta[-1], p.texto.texto) for p in found] == [
        ("Municipio", "- Da el agua\n- Cobra el agua"),
        ("Vecinos", "- Siembra el parque"),
    ]
    assert [path[-1] for _, path in marks] == ["Municipio", "Vecinos"]
    with pytest.raises(ParseError, match="no trae las funciones de"):
        cuadros.pasajes(made(text.replace("Vecinos", "Amigos")), Mapa(made(text.replace("Vecinos", "Amigos")), toml))


def test_competences_go_to_the_level_that_the_map_gives() -> None:
    text = (
        "COMPETENCIAS\n\nMUNICIPIO\n\nLey Uno\n\nRIEGO\n\nAbrir el agua de noche.\nCerrar el agua de día.\n\n"
        "Dictar la norma del agua."
    )
    document = made(text)
    toml = MapaToml.model_validate(
        {
            "seccion": [{"nivel": 1, "titulo": "Competencias", "clase": "competencias", "trozos": ["COMPETENCIAS"]}],
            "nivel": [{"nombre": "Municipio", "norma": "Ley Uno"}, {"nombre": "Ministerio", "norma": "Ley Dos"}],
            "ambito": [{"nombre": "Riego", "empieza": [["Municipio", "Abrir el"], ["Ministerio", "Dictar la"]]}],
        }
    )
    found, _ = cuadros.pasajes(document, Mapa(document, toml))
    assert [(p.ruta[1:], p.texto.texto) for p in found] == [
        (("Municipio", "Riego"), "- Abrir el agua de noche.\n- Cerrar el agua de día."),
        (("Ministerio", "Riego"), "- Dictar la norma del agua."),
        (("Municipio",), "Municipio (Ley Uno)\nRiego:\n- Abrir el agua de noche.\n- Cerrar el agua de día."),
        (("Ministerio",), "Ministerio (Ley Dos)\nRiego:\n- Dictar la norma del agua."),
    ]
    changed = made(text.replace("Abrir el", "Soltar el"))
    with pytest.raises(ParseError, match="no se sabe de qué nivel"):
        cuadros.pasajes(changed, Mapa(changed, toml))


def test_ranks_nest_from_headings_to_dashes() -> None:
    assert Rank.CAPITALS < Rank.PROSE < Rank.NUMBER < Rank.LEAD < Rank.BULLET < Rank.DASH
