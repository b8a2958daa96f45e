"""What was understood, in words for the user."""

from __future__ import annotations

from assistant.texts import joined
from assistant.values import Campo, Filtros, Kind, Query
from corpus.records import Eje

_KINDS = {
    Kind.SALUDO: "Saludo",
    Kind.MEDIDA_LISTA: "Medidas del Plan",
    Kind.MEDIDA_CONTEO: "Cantidad de medidas del Plan",
    Kind.MEDIDA_AGRUPADA: "Medidas del Plan agrupadas",
    Kind.MEDIDA_CAMPO: "Datos de una medida",
    Kind.MEDIDA_TEMA: "Medidas sobre un tema",
    Kind.EJE: "Un eje del Plan",
    Kind.CIFRA: "Una cifra",
    Kind.SERIE: "Una serie de cifras",
    Kind.CALCULO: "Un cálculo sobre cifras",
    Kind.DEFINICION: "Una definición",
    Kind.PRACTICA: "Buenas prácticas",
    Kind.PASAJE: "Búsqueda en los documentos",
    Kind.FUERA_DE_ALCANCE: "Fuera de lo que responden los documentos",
    Kind.POCO_CLARO: "No se entendió",
}
_FIELDS = {
    Campo.PLAZO: "plazo",
    Campo.INDICADOR: "indicador",
    Campo.INSTITUCION: "institución",
    Campo.TEXTO: "texto",
    Campo.EJE: "eje",
}


def filters_in_words(filtros: Filtros, ejes: dict[int, Eje]) -> str:
    """The filters of a query, e.g. "institución: Ministerio de Salud; plazo: 2025"."""
    parts: list[str] = []

    def add(label: str, values: object) -> None:
        text = joined(values)
        if text:
            parts.append(f"{label}: {text}")

    numbers = filtros.numeros
    add("medidas" if len(numbers) > 1 else "medida", numbers if len(numbers) <= 12 else [f"{len(numbers)} indicadas"])
    add("institución", filtros.instituciones)
    if filtros.todas_las_instituciones:
        parts.append("todas a la vez")
    add("sin", filtros.sin_instituciones)
    if filtros.responsable:
        parts.append("responsable única" if filtros.responsable == "unica" else "responsabilidad compartida")
    add("eje", [f"{n} ({ejes[n].nombre.texto})" if n in ejes else n for n in filtros.ejes])
    add("sin eje", filtros.sin_ejes)
    add("plazo", [fechas.texto for fechas in filtros.plazos])
    add("sin plazo", [fechas.texto for fechas in filtros.sin_plazos])
    if filtros.plazo_invalido:
        parts.append("plazo que no existe en el calendario")
    add("palabras", filtros.palabras)
    return "; ".join(parts)


def in_words(query: Query, ejes: dict[int, Eje]) -> str:
    """What was understood of a query, for the user to check."""
    parts = [_KINDS[query.kind]]
    structured = query.kind.value.startswith("medida") or query.kind is Kind.EJE
    if structured:
        parts.append(filters_in_words(query.filtros, ejes))
    if query.campos and structured:
        parts.append(f"se pide: {joined(_FIELDS[campo] for campo in query.campos)}")
    if query.arrastre:
        parts.append(f"sigue a: {query.arrastre}")
    return " · ".join(part for part in parts if part)
