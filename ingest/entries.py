"""What of each record is searched: its text under its title or heading path, and the questions written for it."""

from __future__ import annotations

from collections.abc import Iterable

from corpus.lexical import Entry
from corpus.records import Discrepancia, Fragmento, Fuera, Medida, Pasaje, Practica, Record, Tabla


def entries(records: Iterable[Record]) -> list[Entry]:
    """The entries of all searchable records. A fragment that is a whole medida lends it its keys.

    A table is searched by its labels where no fragment covers it.
    """
    records = list(records)
    keys_of_medida: dict[int, tuple[str, ...]] = {
        r.medida: r.claves for r in records if isinstance(r, Fragmento) and r.clase == "medida" and r.medida
    }
    covered = {record.tabla for record in records if isinstance(record, Fragmento)}
    found: list[Entry] = []
    for record in records:
        if isinstance(record, Medida):
            text = " ".join((record.texto.texto, *(hito.indicador.texto for hito in record.hitos)))
            found += _entry(record, " / ".join(record.instituciones), text, keys_of_medida.get(record.numero, ()))
        elif isinstance(record, Fragmento) and not (record.clase == "medida" and record.medida):
            found += _entry(record, record.titulo, record.texto.texto, record.claves)
        elif isinstance(record, Pasaje):
            found += _entry(record, " ".join(record.ruta[-2:]), record.texto.texto, ())
        elif isinstance(record, Discrepancia):
            found += _entry(record, record.asunto, record.explicacion, ())
        elif isinstance(record, Tabla) and record.id not in covered:
            labels = " ".join((*record.columnas, *(fila.etiqueta for fila in record.filas)))
            found += _entry(record, f"{record.titulo.texto} {' '.join(record.ruta[-2:])}", labels, ())
        elif isinstance(record, Fuera):
            found += _entry(record, "", "", record.claves)
        elif isinstance(record, Practica):
            text = " ".join(field.texto.texto for field in record.campos)
            found += _entry(record, f"{record.titulo.texto} {record.lugar.texto}", text, ())
    return found


def _entry(record: Record, ruta: str, texto: str, claves: tuple[str, ...]) -> list[Entry]:
    document, tipo = ("", record.tipo) if isinstance(record, Discrepancia) else (record.document, record.tipo)
    own = [Entry(record.id, document, tipo, 0, texto, ruta)] if texto else []
    keys = [Entry(record.id, document, tipo, position, clave) for position, clave in enumerate(claves, 1)]
    return own + keys
