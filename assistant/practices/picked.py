"""Messages that pick one practice, among those told or another, by what it did or has, and not by its name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.understand.text import TIES

# "Ya, pero…", "no, mejor…"
_TIED = rf"^\W*(?:(?:{TIES}|ya|ok|okey|no|mejor|bueno|perfecto|gracias|mmm*|oye|(?:y )?de (?:es[ao]s|ell[ao]s))\b\W+)*"
_NOUN = r"(?:practica|ficha|experiencia|iniciativa|comuna|muni|municipio|municipalidad|ciudad|ejemplo|caso|programa)"
# "Prefiero…", "me sirve más…", "cuéntame de…", "¿cuál es…?"
_WANTS = (
    r"(?:(?:yo )?(?:quiero|quisiera|queria|busco|buscaba|necesito|prefiero|preferiria|elijo|muestrame|dame|decia|digo|hablo de|hablaba de"
    r"|(?:cuentame|hablame|quiero saber|dime)(?: mas)? (?:de|sobre)|me (?:refiero a|referia a|quedo con|(?:sirve|interesa|gusta|tinca|conviene|acomoda)(?: mas| mejor)?)) ?)"
)
_WHICH = r"¿?(?:cual|quien) (?:es|era|fue|seria) "
# "La que…", "el municipio ese que…", "una que…"
_ONE = rf"(?:(?:la|el|esa|ese|aquella|aquel|una|uno|un)(?: {_NOUN})?(?: es[ae])?,? )"
_AUXILIARY = r"(?:(?:se|les?|tambien|ya|ha|han) )*"
# What a thing is or was is asked of it by other means: "la que es del norte", "la que partió primero".
_NO_DEED = r"(?!(?:es|era|fue|son|sea|fueron|sigue|esta|queda|partio|empezo|comenzo|dijiste|decias|nombraste|mencionaste|me|te|nos)\b)"
_DEED = re.compile(
    rf"{_TIED}(?:{_WANTS}|{_WHICH})?{_ONE}que (?P<does>{_AUXILIARY}{_NO_DEED}[a-z]{{2,}}[aeoni] [^¿?]{{3,}}?)\W*$"
)
_PRONOUN = r"es[ao]s?|ell[ao]s|est[ao]s|all[ai]|ahi"
# "Quiero la del consejo", "prefiero una de mujeres": what it is of, after who wants one.
_OF_WHAT = re.compile(
    rf"{_TIED}{_WANTS}(?:la|el|una|uno|un)(?: {_NOUN})? (?P<of>(?:del?|con|para) (?!(?:{_PRONOUN}|todas|las|los) ?\b)[^¿?\d]{{3,60}}?)\W*$"
)
# "¿Y alguna que sea rural?", "prefiero una pequeña que esté en el norte"
_WHICH_IS = re.compile(
    rf"{_TIED}(?:{_WANTS}|hay )?¿?(?:alguna?|alguno|una?|uno|otra)(?: {_NOUN})? que (?:sea|este|quede) (?P<like>[^¿?]{{3,60}}?)\W*$"
)


# "Armó un plan", "tiene una mesa": what is made or had says which one it is, and not the verb.
_LIGHT = re.compile(
    r"^(?:(?:se|les?|tambien|ya|ha|han) )*(?:hizo|hace|hacia|hecho|arm[oa]|armado|cre[oa]|creado|mont[oa]|tiene|tenia|tuvo|da|daba|dio|abrio|organiz[oa]|levant[oa]|instal[oa]|lanz[oa]"
    r"|puso|form[oa]|realiz[oa]|elabor[oa]|implement[oa]|desarroll[oa]|trabaj[oa] con|trabaj[oa]) "
)


@dataclass(frozen=True)
class Picked:
    """What a message that picks a practice asks of all of them by itself, and what the one that is meant tells of; ``like``
    says that it is what the practice or its place is like."""

    question: str
    thing: str
    like: bool = False


def picked(fresh: str) -> tuple[Picked, ...]:
    """The ways to ask by itself for the practice that a folded message picks; none where it picks none by what it did."""
    deed = _DEED.match(fresh)
    if deed is not None:
        return (Picked(f"¿que municipio {deed['does']}?", _LIGHT.sub("", deed["does"])),)
    of = _OF_WHAT.match(fresh)
    if of is not None:
        return Picked(f"¿alguna practica {of['of']}?", of["of"]), Picked(f"¿que practica es {of['of']}?", of["of"])
    like = _WHICH_IS.match(fresh)
    return (Picked(f"¿alguna practica {like['like']}?", like["like"], like=True),) if like is not None else ()
