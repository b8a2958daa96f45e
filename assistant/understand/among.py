"""Which of the medidas just told a message means: one by what it is about, those that are left, what the one has."""

from __future__ import annotations

import re

from assistant.understand.numbers import BACKWARD, beside
from assistant.values import Filtros, Query, Turn
from corpus.numbers import number_from_words, ordinal

# The medidas that were told.
THEM = "ellas|esas|estas"
# "de esas, ¿qué plazo tiene la que trata de…?": one of a set, told from the others by what it is about.
ONE_OF = re.compile(
    rf"\b(?:(?:cual|la|una)(?: de (?:{THEM}))?(?: es)?(?: la)? (?:medida )?(?:que|sobre|relativa a|referida a)|la (?:del?|para|con)"
    rf"|(?:cual|algun[ao]|hay algun[ao])(?: de (?:{THEM}))?(?: que)? (?:trata|habla|menciona|se refiere|es sobre|aborda|se ocupa|se trata))\b(?! (?:tiene|vence|es|son)\b)"
)
# "¿cuántos hitos tiene?", of one medida: its row tells them.
HOW_MANY_OF_IT = re.compile(
    r"^cuant[oa]s (?:hitos|plazos|indicadores|(?P<who>instituciones|responsables|ministerios|organismos))\b"
)
# "¿con qué organismo la comparte?": of the one just told.
ITS_OWN = re.compile(
    r"\b(?:con|por|a|en|para|hasta|desde)? ?(?:que|cual|quien(?:es)?|cuando|donde)\b.{0,30}?\b(?:la|lo) "
    r"(?:compart|lider|hac|ejecut|tien|va|deb|mid|cumpl|firm|coordin|llev|implement|realiz|termin)\w*\b"
)
DESCRIBED = re.compile(r"\b(?:tiene|vence|es|de|a) la que\b")
# "¿cuáles no?", after a set.
NOT_THOSE = re.compile(
    r"^(?:(?:cual(?:es)?|cuantas|que medidas|las que|las demas que)(?: de (?:ellas|esas|todas))? no(?: (?:l[oae]s?|es|son|estan?|tienen?|vencen?|cumplen?))*|(?:cuales|las que|que medidas) (?:aun |todavia )?(?:faltan|quedan))\W*$"
)
# "¿y cuántas sí?", after those that are not.
THOSE_INDEED = re.compile(
    r"^(?:cual(?:es)?|cuantas|que medidas|las que)(?: de (?:ellas|esas|todas))? si(?: (?:l[ao]s?|es|son))?\W*$"
)
NEIGHBOURS = re.compile(
    r"^(?:cual(?:es)? (?:es|son|seria[n]?) )?(?:(?:(?:el|la) )?(?:de|en|a|con) )?(?P<the>la|las|los)(?: (?P<many>\d{1,2}|(?!que )[a-z]+))?(?: medidas?)? (?:que )?(?:le[s]? )?(?P<way>siguen?|siguientes?|posterior(?:es)?|vienen? (?:despues|luego)|anterior(?:es)?|previas?|anteceden?|preceden?|vienen? antes)\W*$"
)
# "¿y esa última?": of those just told; of one, that one.
PLACE = re.compile(
    rf"^(?:y |de )*(?:la|el|(?P<that>es[ae])) (?P<at>primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa]|quint[oa]|penultim[oa]|ultim[oa])(?: de (?:{THEM}|la lista))?\b"
)
# "¿y el indicador de la segunda?"
ITS_PLACE = re.compile(
    rf"\b(?:de|en|para|a|tiene|tenia|lleva|trae) (?:la|el|es[ae]) (?P<at>primer[oa]|segund[oa]|tercer[oa]|cuart[oa]|quint[oa]|penultim[oa]|ultim[oa])(?: de (?:{THEM}|la lista))?\W*$"
)
# "¿y la ordenanza, para cuándo?"
THE_NOUN = re.compile(r"(?:el|la|los|las) (\w{5,})(?= ?[,¿]| (?:para cuando|pa cuando|cuando|quien)\b)")
_LEFT = r"^(?:y |cuales son )*(?:las (?:demas|otras|restantes)|el resto|la otra)"
REST = re.compile(rf"{_LEFT}\W*$")
# "¿y las demás de quién son?"
OF_REST = re.compile(rf"{_LEFT}(?=,| ?¿| (?:de (?:quien|que)|a cargo|cuando|para cuando|que|quien|en que)\b)")


def all_but(filtros: Filtros, wider: Turn | None) -> Filtros | None:
    """The filters of the last set with what it was last narrowed by turned round; None where nothing can be.

    ``wider`` is the turn that told the set from which it was chosen.
    """
    if filtros.junto_a and filtros.instituciones:
        others = tuple(dict.fromkeys((*filtros.sin_instituciones, *filtros.junto_a)))
        return filtros.model_copy(update={"junto_a": (), "sin_instituciones": others})
    turned = (("plazos", "sin_plazos"), ("instituciones", "sin_instituciones"), ("ejes", "sin_ejes"))
    for inside, outside in turned:  # "¿cuáles de esas son de SERMIG?", "¿y cuántas no?"
        value = getattr(filtros, inside)
        if wider is not None and value and not getattr(wider.query.filtros, inside):
            return filtros.model_copy(update={inside: (), outside: value})
    for inside, outside in turned[:2]:
        value = getattr(filtros, inside)
        if value and (inside == "instituciones" or not filtros.instituciones or filtros.ejes):
            return filtros.model_copy(update={inside: (), outside: value})
    return None


def left_out_of(filtros: Filtros) -> Filtros | None:
    """The filters of a set with what it leaves out taken instead; None where it leaves out nothing, or more than one thing."""
    turned = (("sin_plazos", "plazos"), ("sin_instituciones", "instituciones"), ("sin_ejes", "ejes"))
    found = [(outside, inside) for outside, inside in turned if getattr(filtros, outside)]
    if len(found) != 1 or getattr(filtros, found[0][1]):
        return None
    outside, inside = found[0]
    return filtros.model_copy(update={outside: (), inside: getattr(filtros, outside)})


def pointed_at(
    start: str, medidas: tuple[int, ...], shown: tuple[int, ...], before: Query, highest: int
) -> tuple[int, ...]:
    """The medidas that a message points at by their place: after or before the last ones, or within them."""
    near = NEIGHBOURS.match(start)
    if near and medidas:
        read = number_from_words([near["many"]]) if near["many"] else None
        if near["many"] and read is None:
            return ()
        plural = near["the"] != "la"
        many = int(read[0]) if read else 2 if plural else 1
        back = BACKWARD.search(near["way"]) is not None
        return tuple(beside(min(medidas) if back else max(medidas), many, back=back, highest=highest))
    place = PLACE.match(start) or ITS_PLACE.search(start)
    if place and len(shown) > 1:
        at = (
            -1
            if place["at"].startswith("ultim")
            else -2
            if place["at"].startswith("penultim")
            else ordinal(place["at"]) - 1
        )
        return (shown[at],) if at < len(shown) else ()
    if REST.match(start) and before.filtros.entre:
        return tuple(number for number in before.filtros.entre if number not in medidas)
    return ()
