"""What was understood, in words for the user."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.texts import joined
from assistant.values import Agrupacion, Campo, Filtros, Grupo, Kind, Orden, Query
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
_OF_FIGURES = (Kind.CIFRA, Kind.SERIE, Kind.CALCULO)
MAX_NAMES = 5
GROUPS = {
    Grupo.EJE: "eje",
    Grupo.INSTITUCION: "institución",
    Grupo.ANO: "año de plazo",
    Grupo.MES: "mes de plazo",
    Grupo.FECHA: "fecha de plazo",
    Grupo.HITO: "hito",
}
_ORDERS = {
    Orden.MAS: "de más a menos",
    Orden.MENOS: "de menos a más",
    Orden.FECHA: "por plazo",
    Orden.PRIMERO: "primer plazo",
    Orden.ULTIMO: "último plazo",
    Orden.PROXIMO: "próximo plazo",
    Orden.PRIMERAS: "las primeras por número",
    Orden.ULTIMAS: "las últimas por número",
}


def filters_in_words(filtros: Filtros, ejes: dict[int, Eje]) -> str:
    """The filters of a query, e.g. "institución: Ministerio de Salud; plazo: 2025"."""
    parts: list[str] = []

    def add(label: str, values: Iterable[object]) -> None:
        text = joined(dict.fromkeys(values))
        if text:
            parts.append(f"{label}: {text}")

    def names(numbers: tuple[int, ...]) -> list[str]:
        return [f"{n} ({ejes[n].nombre.texto})" if n in ejes else str(n) for n in numbers]

    add("medidas" if len(filtros.numeros) > 1 else "medida", _numbers(filtros.numeros))
    add("sin la medida", _numbers(filtros.sin_numeros))
    if filtros.entre:
        parts.append(f"entre las {len(filtros.entre)} de la respuesta anterior")
    add("institución", _names(filtros.instituciones))
    add("compartida con", filtros.junto_a)
    add("sin", _names(filtros.sin_instituciones))
    add("instituciones responsables", _amount(filtros.min_instituciones, filtros.max_instituciones))
    add("eje", names(filtros.ejes))
    add("sin el eje", names(filtros.sin_ejes))
    add("plazo", [fechas.texto for fechas in filtros.plazos])
    add("sin plazo", [fechas.texto for fechas in filtros.sin_plazos])
    if filtros.plazo_invalido is not None:
        parts.append(f"plazo que {'no existe' if filtros.plazo_invalido else 'existe'} en el calendario")
    add("hitos", _amount(filtros.min_hitos, filtros.max_hitos))
    whose = any(tema.instituciones or tema.ejes for tema in filtros.temas)
    add("tema" + (", por su texto, su eje o quien responde" if whose else ""), [tema.nombre for tema in filtros.temas])
    add("su texto o indicador dice", [f"«{words.texto}»" for words in filtros.palabras])
    add("no dice", [f"«{words.texto}»" for words in filtros.sin_palabras])
    return "; ".join(parts)


def _names(names: tuple[str, ...]) -> tuple[str, ...]:
    """Names, or how many there are where they would be too many to read."""
    return names if len(names) <= MAX_NAMES else (f"cualquiera de {len(names)} instituciones",)


def _numbers(numbers: tuple[int, ...]) -> list[str]:
    """Numbers, runs of them as "54 a 60"."""
    told: list[str] = []
    run: list[int] = []
    for number in [*sorted(set(numbers)), -1]:
        if run and number != run[-1] + 1:
            told += [f"{run[0]} a {run[-1]}"] if len(run) > 2 else [str(one) for one in run]
            run = []
        run.append(number)
    return told


def _amount(least: int, most: int | None) -> list[str]:
    if most is not None:
        return [("una sola" if most == 1 else str(most)) if least == most or most == 1 else f"de {least} a {most}"]
    return [f"{least} o más"] if least > 1 else []


def in_words(query: Query, ejes: dict[int, Eje]) -> str:
    """What was understood of a query, for the user to check."""
    parts = [_KINDS[query.kind]]
    structured = query.kind.value.startswith("medida") or query.kind is Kind.EJE
    if structured:
        parts.append(filters_in_words(query.filtros, ejes))
        parts.append(_grouping(query.agrupar) if query.agrupar else "")
        parts.append(f"orden: {_ORDERS[query.orden]}" if query.orden else "")
        parts.append("como porcentaje del total" if query.porcentaje else "")
    if query.campos and structured:
        parts.append(f"se pide: {joined(_FIELDS[campo] for campo in query.campos)}")
    if query.kind in _OF_FIGURES:
        parts += [
            f"{label}: {joined(values)}"
            for label, values in (("concepto", query.conceptos), ("período", query.periodos), ("lugar", query.lugares))
            if values
        ]
    if query.arrastre:
        parts.append(f"sigue a: {query.arrastre}")
    return " · ".join(part for part in parts if part)


def _grouping(groups: Agrupacion) -> str:
    text = f"por {GROUPS[groups.por]}"
    text = f"{text}: {joined(groups.entre)}" if groups.entre else text
    return f"{text}, sin {joined(groups.sin)}" if groups.sin else text
