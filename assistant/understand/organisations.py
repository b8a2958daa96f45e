"""Institutions in a question, by any of their names; everyday words only where they are used as an institution."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from assistant.understand.mentions import Mention
from corpus.analysis import fold, words
from corpus.lexicon import Instituciones

_MARKS = r"[\s,./-]+"
_ARTICLES = r"(?: (?:de|del|a|al|el|la|los|las|en|es|son|por|con|ministerio|cartera|sector|gente|sea|sean|total))*"
_ROLE = (
    r"(?:medidas?|cuant[oa]s?|cuales|cual|que|las|los|toca|tocan|cargo|cartera|responsabilidad|responsables?|ministerios?|ministra|ministro|manda|"
    r"subsecretaria|soy|somos|trabajo|trabajamos|compromisos?|tareas|asignadas?|depende|dependen|dependa|dependan|hace|parte|lidera|corresponden?|"
    r"lleva|llevan|ejecuta|ejecutan|asume|asumen|ve|ven|anda|andan|institucion|sector|comparte|comparten|compartidas?|con|desde|e|ni|o|u|tiene|tienen|gente|pega|cabros|entre|sin|sino|solo|unicamente|"
    r"venc(?:e|en|io|ia|ian|ieron|eran)|exclusivas?|salvo|excepto|menos|versus|vs|dice|es|son|sean|debe|participa|interviene|junto|o sea|es decir)"
)
_AS_INSTITUTION = re.compile(rf"(?<!\w){_ROLE}{_ARTICLES}$")
_ACTS = re.compile(
    r"^,? (?:tiene|tenga|tenia|comparte|lidera|debe|manda|responde|hace|hara|participa|interviene|esta a cargo|esta metid[oa]|esta involucrad[oa]|lleva|asume|ejecuta|se comprometio|tendra|versus|vs|contra|junto con|en solitario|y nadie mas|en el plan|segun el plan)\b"
)
# "lo que tiene que hacer Trabajo en 2024": where nothing goes on with it ("hacer trabajo comunitario").
_DOES = re.compile(
    rf"(?<!\w)(?:hacer|cumplir|entregar|ejecutar|cerrar|implementar|deben?|debian?|tenian?|quedo|quedaron|toco|tocaron){_ARTICLES}$"
)
# "Las que le cayeron a vivienda", "las que tiene en su haber justicia": a dative and a possessive stand for somebody.
_SOMEBODY = re.compile(
    r"(?<!\w)(?:les? (?:(?:ha|han|habia|habian|va a|van a|fue|fueron) )?\w+ (?:al|a(?: la| los| las)?)|(?:a|en|bajo) su \w+(?: (?:el|la|los|las))?)$"
)
_NOT_ON = re.compile(r"^\W*$|^ ?[,;:.?)]|^ (?:en|para|pa|a|al|antes|despues|hasta|desde|durante|y|o|con|junto|segun)\b")
# "Transportes: ¿qué debía cumplir?", "salud, que le toca"
_LEADS = re.compile(r"^\W*(?:(?:y|en|a|de|para) )?(?:(?:la|el|los|las) )?$")
_IS_ASKED = re.compile(
    r"^ ?[:,;] ?¿?(?:a |de |en )?(?:que|cuales|cuantas|cuando) (?:\w+ ){0,3}?(?:toc|correspond|deb|tien|tenia|compromet|encarg|asign|pid|exig|qued|cargo|hac|hara|hizo|venc|caduc)\w*"
)
# "¿y transportes qué pinta en esto?": what somebody does.
_DOES_WHAT = re.compile(
    r"^ que (?:hace|hara|pinta|pito toca|aporta|papel|rol|le (?:toca|toco|dieron|encargaron)|tiene que (?:ver|hacer))\b"
)
_AS_TOPIC = re.compile(
    r"(?<!\w)(?:sobre|para|acceso(?: a)?|atencion(?: en| de)?|derechos?(?: a)?|en materia(?: de)?|temas?(?: de)?|relacionad[ao]s con|casa|material|ante|"
    r"leyes|ley|politicas?|programas?|plan|planes|migracion y|sistema|servicios?|servicio|centros?|establecimientos?|personal|equipos?|cursos?|contratos?|"
    r"bolsa|mercado|puestos?|oficina|jornada|busca|buscar|hablan?|hablen|trat\w+|mencion\w+|dedicadas a|mesas?|gastos?|seguro|violencia contra|las? misma)"
    r"(?: (?:de|del|a|al|el|la|los|las|en))*$"
)
# "la salud mental", "el trabajo decente": a matter of its own, and not who answers for it.
_QUALIFIED = re.compile(
    r"^ (?:mental|sexual|reproductiva|dental|bucal|fisica|primaria|publica|privada|decente|infantil|forzado|comunitario|informal|domestico|voluntario"
    r"|civica|superior|basica|media|parvularia|financiera|previsional|penal|restaurativa|juvenil|popular|circular|aerea|maritimo|aereo|escolar)\b"
)


def institutions_named(line: str, question: str, known: Instituciones, extra: Iterable[str]) -> list[Mention]:
    """The institutions that a folded line names. ``extra`` are names as the plan itself writes them.

    An everyday word ("salud", "trabajo") counts where the words around it, or a capital letter within the
    ``question`` as typed, make it an institution; or beside another one ("SERMIG y Salud").
    """
    found: list[Mention] = []
    free = line
    said = frozenset(words(line))
    forms = {known.key(name): name for name in extra} | known.forms
    sayable = ((form, name) for form, name in forms.items() if _last_word(form) in said)
    for form, name in sorted(sayable, key=lambda item: -len(item[0])):
        for match in _places(form, free):
            found.append(Mention("institucion", match.start(), match.end(), (name,)))
            free = _without(free, match)
    capital = _capitalised(question)
    everyday = ((word, name) for word, name in known.common_words.items() if _last_word(word) in said)
    common = [(word, name, match) for word, name in everyday for match in _places(word, free)]
    unclear: list[tuple[str, re.Match[str]]] = []
    for word, name, match in sorted(common, key=lambda entry: (-len(entry[0]), entry[2].start())):
        if free[match.start() : match.end()] != match.group():
            continue
        before, after = line[: match.start()].rstrip(), line[match.end() :]
        topic = _AS_TOPIC.search(before) is not None or _QUALIFIED.match(after) is not None
        leads = _LEADS.match(line[: match.start()].lstrip("¿")) is not None
        acts = _ACTS.match(after) or (leads and (_IS_ASKED.match(after) or _DOES_WHAT.match(after)))
        does = _DOES.search(before) and _NOT_ON.match(after)
        speaks = _AS_INSTITUTION.search(before) or _SOMEBODY.search(before)
        if not topic and (speaks or acts or does or word in capital):
            found.append(Mention("institucion", match.start(), match.end(), (name,)))
            free = _without(free, match)
        elif not topic:
            unclear.append((name, match))
    for name, match in sorted(unclear, key=lambda entry: entry[1].start()):
        if any(_listed(line, other, match) for other in found):
            found.append(Mention("institucion", match.start(), match.end(), (name,)))
    return found


def _places(form: str, line: str) -> list[re.Match[str]]:
    """Where a form stands, whatever the marks between its words ("Economía, Fomento y Turismo", "RR.EE.").

    An article that begins it may be drawn together with what is before: "el Observatorio", "del Observatorio".
    """
    return list(_pattern(form).finditer(line))


@lru_cache(maxsize=4096)
def _last_word(form: str) -> str:
    return words(form)[-1]


@lru_cache(maxsize=4096)
def _pattern(form: str) -> re.Pattern[str]:
    article, body = ("(?:el|del|al) ", form[3:]) if form.startswith("el ") else ("", form)
    # "Mi SERMIG" is a platform's name.
    return re.compile(rf"(?<![a-z0-9])(?<!\bmi ){article}{body.replace(' ', _MARKS)}(?![a-z0-9])")


def _without(line: str, match: re.Match[str]) -> str:
    return line[: match.start()] + " " * (match.end() - match.start()) + line[match.end() :]


def _listed(line: str, other: Mention, match: re.Match[str]) -> bool:
    """Whether a word stands in a list right beside an institution."""
    first, last = sorted(((other.start, other.end), (match.start(), match.end())))
    return (
        re.fullmatch(
            r"\s*(?:,|y|e|o|u|ni|con|/|versus|vs)(?: (?:y|o|a|al|de|del|la|el|los|las|con|por))*\s*",
            line[first[1] : last[0]],
        )
        is not None
    )


def _capitalised(question: str) -> set[str]:
    """The folded names that are capitalised within a sentence: of "Apoya Mujer Migrante" no single word is one.

    None where a question is typed in capitals throughout.
    """
    typed = re.findall(r"[^\W\d_]+", question)
    if sum(word[0].isupper() for word in typed) > 0.5 * max(1, len(typed)):
        return set()
    capital = r"[A-ZÁÉÍÓÚÑ][a-záéíóúñ]+"
    runs = re.finditer(rf"(?<=[\w,;] ){capital}(?: {capital})*", question)
    return {fold(match.group()) for match in runs if not re.search(rf"{capital} $", question[: match.start()])}
