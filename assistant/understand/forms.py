"""Forms: a message written as labelled lines ("Materia: …", "Consulta: …"), read as the question that it asks."""

from __future__ import annotations

import re

from corpus.analysis import fold

_LINE = re.compile(r"^\s*(?P<label>[^\W\d_][^\n:?¿]{0,30}?)\s*:\s*(?P<value>\S.*?)\s*$")
_ASKED = re.compile(
    r"^(?:consulta|pregunta|detalle|solicitud|requerimiento|duda|se solicita|solicito|peticion|lo que pido)s?\b"
)
_OF = re.compile(r"^(?:materia|tema|asunto|sobre|documento|referencia|ref|medida|eje|fuente|objeto)s?\b")
# Who asks, and when, is no part of what is asked.
_WHO = re.compile(
    r"^(?:comuna|municipio|municipalidad|nombre|remitente|de|cargo|unidad|fecha|correo|institucion|organizacion|solicitante|para|rut|telefono|region|oficina|area|n|numero|folio)\b"
)
LEAST = 2


def asked_in(message: str) -> str:
    """What a form asks, and of what; the message itself where it is none, or has a line that no label explains."""
    lines = [line for line in message.split("\n") if line.strip()]
    found = [(line, _LINE.match(line)) for line in lines]
    if sum(match is not None for _, match in found) < LEAST:
        return message
    asked: list[str] = []
    of: list[str] = []
    for line, match in found:
        label = fold(match["label"]) if match else ""
        if match and _ASKED.match(label):
            asked.append(match["value"])
        elif match and _OF.match(label):
            of.append(match["value"] if not label.startswith(("medida", "eje")) else f"{label} {match['value']}")
        elif not (match and _WHO.match(label)) and not line.isupper():
            return message
    return ", ".join((*asked, *of)) if asked else message
