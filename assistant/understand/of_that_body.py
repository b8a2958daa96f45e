"""Who presides over, leads or calls the body just told, with its name in the place of the pronoun: "¿quién la preside?"."""

from __future__ import annotations

import re

from corpus.analysis import fold

_FEMININE = r"mesa|comision|red|oficina|unidad|secretaria"
_MASCULINE = r"comite|subcomite|consejo|equipo|grupo|directorio"
_BODY = re.compile(rf"(?:(?P<la>{_FEMININE})|{_MASCULINE})\b")
_WHO_DOES = re.compile(
    r"^\W*(?:(?:y|e|pero)\s+)?(?P<who>(?:a )?quien(?:es)?|cada cuanto) (?P<it>la|lo|se) (?P<verb>(?:(?:debe|deberia|puede|suele) )?(?:presid|lider|coordin|dirig|convoc|encabez|conduc|junt|reun)\w+)\W*$"
)


def of_that_body(message: str, name: str) -> str | None:
    """A message that asks no more than who leads the body of that name, or how often it meets, with the name written in; None
    where it asks something else, or the pronoun does not agree."""
    asked, body = _WHO_DOES.match(fold(message)), _BODY.match(fold(name))
    if asked is None or body is None:
        return None
    article = "la" if body["la"] else "el"
    if asked["it"] == "se":
        return f"¿{asked['who']} se {asked['verb']} {article} {name.lower()}?"
    return (
        f"¿{asked['who']} {asked['verb']} {article} {name.lower()}?"
        if asked["it"] == article.replace("el", "lo")
        else None
    )
