"""Labels found over lines, and one practice told of in two documents."""

import pytest

from corpus.records import Practica, Span, Texto
from corpus.settings import Settings
from ingest.practicas import Campos, link_same


def practica(document: str, title: str, comuna: str) -> Practica:
    span = Span(document=document, start=0, end=1)
    return Practica(
        id=f"practica:{document}:{title[:8]}",
        document=document,
        titulo=Texto(texto=title, spans=(span,)),
        lugar=Texto(texto=comuna, spans=(span,)),
        comuna=comuna,
        comunas=(comuna,),
        span=span,
    )


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (
            ("a", "Protocolo de Atención a Vecinos", "Arica"),
            ("b", "Protocolos de atención vecinos (Arica)", "Arica"),
            True,
        ),
        (("a", "Protocolo de Atención a Vecinos", "Arica"), ("b", "Protocolos de atención a vecinos", "Lota"), False),
        (("a", "Protocolo de Atención a Vecinos", "Arica"), ("a", "Protocolos de atención a vecinos", "Arica"), False),
        (("a", "Plan de Acogida", "Quilicura"), ("b", "Primera consulta a migrantes", "Quilicura"), False),
        (("a", "Mesa Arica", "Arica"), ("b", "Feria Arica", "Arica"), False),
    ],
)
def test_one_practice_in_two_documents_is_linked(
    one: tuple[str, str, str], other: tuple[str, str, str], same: bool
) -> None:
    first, second = link_same([practica(*one), practica(*other)])
    assert isinstance(first, Practica)
    assert isinstance(second, Practica)
    assert first.misma_que == ((second.id,) if same else ())
    assert second.misma_que == ((first.id,) if same else ())


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Ministerio y Unidad (es) \n\nresponsable(s)  \nOficina", "responsables"),
        ("LÍNEA SELLO\n", "lineas"),
        ("Descripciones varias", None),
        ("Otra cosa", None),
    ],
)
def test_a_label_is_found_in_any_spacing_and_case(text: str, key: str | None) -> None:
    label = Campos.load(Settings().lexicon_dir).at(text, 0)
    assert (label.campo.clave if label else None) == key
