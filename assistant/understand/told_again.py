"""A message that means one of the medidas told one by one before the last: by its place among them, as the other of two, or
by what it is about: "la primera que te pregunté", "¿y quién hace la otra?", "la de los títulos que vimos antes"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.select import term_runs
from assistant.understand.heard import SETS
from assistant.understand.plan import Plan
from assistant.understand.text import topic_stems
from assistant.values import Kind, Orden, Turn
from corpus.analysis import fold, words
from corpus.numbers import ordinal
from corpus.records import Etapa, Practica
from corpus.store import Store

_LEAD = r"^(?:(?:y|e|pero|ya|ok|oye)\W+)*"
# "… que te pregunté primero", "… que vimos antes", "… que me dijiste al principio"
_WHEN = r"(?:antes|primero|recien|denantes|anteriormente|hace (?:un )?rato|(?:mas )?arriba|al (?:principio|comienzo|inicio))"
_SAID = (
    rf",? ?(?:de )?(?:la )?que (?:(?:ya|yo|tu|usted|recien) )*(?:(?:te|le|les|me|nos|lo|la|se) )*(?P<verb>pregunt|consult|dij|dec|mencion|nombr|habl|cont|mostr|vimos|viste|vio|di(?:o|ste|je)\b|salio|aparecio)\w*(?: {_WHEN})*"
    rf"|,? (?:la )?de (?:antes|denantes|hace (?:un )?rato|mas arriba)\b"
)
_PLACE = r"(?P<at>primer|segund|tercer|cuart)a"
# What may stand behind a thing that is only pointed at: a stop, what is asked of it, or a verb.
_ENDS = r"(?=(?: por favor)?\W*$|[,.;:]| ?¿| (?:que|quien|cual|cuando|para|de (?:quien|que)|en que|a cargo|con (?:quien|que)|tiene|tenia|vence|vencia|es|era)\b)"
_MATTER = re.compile(
    rf"\bla (?:medida )?(?P<what>(?:del?|para|sobre|contra|que (?:habla|trata)) [^¿?,.;:]{{3,60}}?)(?:{_SAID})"
)
_PLACED = re.compile(rf"\bla (?:medida )?{_PLACE}(?: medida)?(?:{_SAID})")
# "Volviendo a la primera, …": of the medidas told, whatever was asked since.
_RETURNED = re.compile(rf"\b(?:volviendo|volvamos|vuelvo|regresando|retomando) a la {_PLACE}(?: medida)?\b")
_BEFORE = re.compile(rf"\b(?:la|esa)(?: medida)?(?: anterior)?(?:{_SAID})")
_PLAIN = re.compile(rf"\bla {_PLACE}(?: de (?:ellas|esas|las (?:dos|tres)|ambas))?{_ENDS}")
_OTHER = re.compile(rf"\bla otra{_ENDS}(?!,? ¿?(?:la|las|el|los) )")
_BOTH = re.compile(
    rf"(?<!de )(?<!entre )\b(?:las dos|ambas|las 2)(?:{_ENDS}|(?= (?:son|eran|vencen|vencian|caen|estan|dependen|tienen) ))"
    rf"|(?:(?<=\bplazo de )|(?<=\bindicador de )|(?<=\bcargo de ))(?:las dos|ambas){_ENDS}"
)
# "¿y la última cuándo vence?", of a set; "¿cuál es la última en vencer?" asks for another thing
_LAST = re.compile(rf"^\W*(?:y )?la ultima{_ENDS}")
# "¿y la otra, la de…?": it is named right behind.
_NAMED = re.compile(r"\bla otra,? (?=la (?:del?|que|sobre|para|con)\b)")
# "la de los títulos, ¿qué indicador tiene?"
_ASKED = re.compile(
    r"(?:^|[.,;:] ?|\by )la (?P<what>(?:del?|para|sobre|contra) [^¿?,.;:]{3,60}), ?(?=¿|que |quien|cual|cuando|para cuando)"
)
# "¿qué número es?"
_NUMBER = re.compile(
    rf"{_LEAD}(?:(?:que|cual(?: es)?(?: el| su)?) numero(?: de (?:la )?medida)?(?: (?:es|era|tiene|lleva|seria))?(?: (?:es[ae]|la medida|ella))?)\W*$"
)
# "¿y otra?", "¿hay más?"
_MORE = re.compile(
    rf"{_LEAD}(?:(?P<one>la otra)|(?:(?:hay|existe) )?(?:alguna )?otras?(?: mas)?|hay mas|(?:algo|alguna|nada) mas)\W*$"
)
# "explícame esa", "cuéntame más de esas"
_MORE_OF = r"(?: (?:un poco|mas|mejor|bien|detalles?|(?:en|con) (?:mas )?detalle))*"
_OF_IT = re.compile(
    rf"(?:me|nos)?(?:l[aeo]s?)?{_MORE_OF}(?: (?:de|sobre|acerca de))?(?: (?:es[aeo]s?|est[ae]s?|ell[ao]s?)(?: medidas?)?| las?(?: \w+)? medidas?)?{_MORE_OF}"
    r"(?: por favor)?\W*$"
)
_MOST_EXPLAINED = 4
# "¿hay medidas sobre lo primero?", after what two things are
_THING = re.compile(r"\blo (?P<at>primer|segund)o\b")
# "¿En qué se diferencia del primero?", after what two things are
_APART = re.compile(
    r"^\W*(?:(?:y|e|pero|entonces)\b\W*)*(?:en que|que|como|cual es la) (?:se )?(?:diferencian?|distinguen?|diferencia hay|diferencia tienen?)"
    r"(?: (?:esto|eso|est[ae]|es[ae]|(?:el|la) (?:segund[oa]|ultim[oa])))?"
    r"(?: (?:del?|con|a|al|entre)(?: (?:el|la|lo))? (?:primer[oa]|anterior|otr[oa]|los dos|las dos|ambos|ambas|ellos|ellas))?\W*$"
)
_WHAT_IS = re.compile(r"\W*que (?:es|son|significa[n]?|se entiende por) ")
_DEFINED = re.compile(
    r"^\W*(?:y |e )?(?:que (?:es|son|significa[n]?|se entiende por) )?(?P<thing>(?:(?:el|la|los|las|una?) )?[a-z ]{3,40}?)\W*$"
)
# "¿Y la 59 está entre esas?", after how many are done
_THOSE = r"(?:es[ao]s|ell[ao]s|est[ao]s|aquell[ao]s)(?: (?:\d+|que (?:dices|mencionas|van|estan)))?"
_AMONG_THEM = re.compile(
    rf"\b(?:(?:ya )?(?:esta|estaba|se encuentra|se encontraba|figura|figuraba|sale|aparece|aparecia|cuenta|contaba|entra|entro|cae|va|viene|queda|quedo) )"
    rf"(?:incluida |considerada |contada )?(?:entre|dentro de|en|con) {_THOSE}\b"
    rf"|\b(?:es|era|fue|seria) (?:una|parte|alguna) de {_THOSE}\b|\b(?:forma|formaba) parte de {_THOSE}\b|\b(?:esta|estaba|fue|quedo) (?:incluida|contada|considerada)\b"
)
# "¿Y la de Fonasa está entre las listas?", "¿la de la PDI ya está hecha?": of one that is named by what it is of.
_DONE = r"(?:list[ao]s?|hech[ao]s?|cumplid[ao]s?|implementad[ao]s?|terminad[ao]s?|finalizad[ao]s?|en desarrollo|pendientes?)"
_ONE_DONE = re.compile(
    rf"\bla (?:medida )?(?P<of>del? (?:la )?(?:\w+ ?){{1,4}}?),? ¿?(?:ya )?(?:esta|estaba|quedo|fue|figura|aparece|sale|cuenta)\b[^?]*\b{_DONE}(?!\w)"
)
# "La del convenio ya la conozco. La otra, ¿…?", "la del convenio no, la otra": the other of two.
_KNOWN = re.compile(
    r"\bla (?P<what>(?:del?|para|sobre|contra) [^¿?,.;:]{3,60}?),? (?:(?:esa )?ya (?:la|me la|lo) \w+|esa no|no)\b[^¿?,.;:]{0,20}[.,;:]\W*(?:y )?la otra\b"
)
# "Perdón, la quería al revés: la 63. ¿…?": another number, right behind what is taken back.
_INSTEAD = re.compile(
    r"^\W*(?:perdon|no|disculpa|disculpe|ay)\b[^¿?]*[,:;] ?(?:era |es )?la (?P<number>\d{1,2})(?=\s*(?:[.,;:¿]|$))"
)
# "¿Y la del decreto 177?", after another of its set: the one that holds it.
_ONE_OF_SET = re.compile(
    r"^\W*(?:(?:y|e|pero|ahora|ya|ok)\W+)+la (?P<what>(?:del?|para|sobre|contra) [^¿?,.;:]{3,60}?)"
    r"(?P<rest>,? ¿?(?:para cuando|pa cuando|de quien|a cargo de quien|cuando|quien|que|cual|como|cuant[oa]s?)\b.*?)?\W*$"
)
# "¿Y el decreto de la ordenanza vence antes o después?", "¿y la 40 vence antes?": which of it and the one told falls due first.
_BEFORE_IT = re.compile(
    r"^\W*(?:(?:y|e|pero|ahora|ya|ok)\W+)*(?:el|la|lo) (?:(?:medida )?(?P<number>\d{1,2})|(?P<what>[^¿?,.;:]{4,80}?)),? ¿?(?:vence|vencia|termina|terminaba|era|es|va|se cumple|tiene plazo)(?: (?:el plazo|para))? (?:(?:antes|despues)(?: [ou] (?:antes|despues))?|antes o mas tarde)\W*$"
)
# "¿Y cuáles abordan la inclusión digital?", after the one of another matter.
_WHICH_TREAT = re.compile(
    r"^\W*(?:(?:y|e|pero|ahora|ya|ok)\W+)+(?:(?:que|cuales) otras|cual(?:es)?) (?P<treat>(?:abordan?|tratan? (?:del?|sobre)|hablan? (?:del?|sobre)|mencionan?|se refieren? al?|tocan?)) (?P<what>[^¿?]{4,100}?)\W*$"
)
# "Tiene dos medidas, una es el convenio con la ANID, ¿cierto?": one of the two is known.
_ONE_IS = re.compile(
    r"\b(?:la )?una(?: de (?:ellas|esas))? (?:es|era|seria) (?P<what>[^¿?,.;:]{4,80}?)(?= (?:cierto|verdad|no|o no)\b|[¿?,.;:]|$)"
)
# "¿Y qué se hace ahí?", of the stage just told.
_DONE_THERE = re.compile(
    r"^\W*(?:(?:y|e|pero|ya|ok)\W+)*que (?:cosas )?(?:se hace|hay que hacer|se debe hacer|tengo que hacer|tenemos que hacer)n?(?: (?:ahi|alli|en (?:es[ae]|ella|esa etapa|esa fase)))\W*$"
)
_FIRST = re.compile(r"primero|principio|comienzo|inicio")


def told_again(line: str, turns: Sequence[Turn], plan: Plan, store: Store) -> str:
    """A folded line with the number of the medida that it means written out; as it is where it means none, or not surely
    one."""
    last = turns[-1] if turns else None
    if last is None:
        return line
    stage = next((store.records[id] for id in last.record_ids[:1] if id.startswith("etapa:")), None)
    if isinstance(stage, Etapa) and _DONE_THERE.match(line):
        return f"que se hace en la etapa {stage.numero}"
    if len(last.medidas) == 1 and _NUMBER.match(line.lstrip("¿¡.,;:- ")):
        return "y que medida es esa"
    if (done := _among_the_done(line, last) or _one_done(line, turns)) is not None:
        return done
    if (new := _of_another_matter(line, turns)) is not None:
        return new
    if (two := _due_first(line, last, plan)) is not None:
        return two
    if (own := _explained(line.lstrip("¿¡.,;:- "), last, plan)) is not None:
        return own
    if (again := _asked_for_all(line.lstrip("¿¡.,;:- "), last, turns)) is not None:
        return again
    line = _instead(_NAMED.sub("", line), last)
    if _APART.match(line):
        return _set_apart(line, turns)
    thing = _THING.search(line)
    if thing is not None:
        return _with_thing(line, thing, turns)
    told = _told(turns)
    of_set = any(len(turn.medidas) > 1 for turn in turns)
    placed = _PLACED.search(line)
    if placed is not None and (not of_set or placed["verb"] in ("pregunt", "consult")):
        return _written(line, placed, told, ordinal(placed["at"] + "o") - 1)
    returned = _RETURNED.search(line)
    if returned is not None and not of_set:
        return _written(line, returned, told, ordinal(returned["at"] + "o") - 1)
    matter = _MATTER.search(line)
    if matter is not None:
        found = _holding(matter["what"], told, plan) or _holding(matter["what"], _all(turns), plan)
        rest = f"{line[: matter.start()]}la {matter['what'].strip()}{line[matter.end() :]}"
        return _written(line, matter, found, 0) if len(found) == 1 else rest
    before = _BEFORE.search(line)
    if before is not None and len(told) > 1 and not of_set:
        return _written(line, before, told, 0 if _FIRST.search(before.group()) else len(told) - 2)
    asked = _ASKED.search(line)
    if asked is not None:
        found = [number for number in _holding(asked["what"], told, plan) if (number,) != last.medidas]
        return f"y la medida {found[0]}{line[asked.end('what') :]}" if len(found) == 1 else line
    one = _ONE_OF_SET.match(line) if len(last.medidas) == 1 else None
    if one is not None:
        found = [number for number in _holding(one["what"], _set(turns), plan) if (number,) != last.medidas]
        return f"y la medida {found[0]}{one['rest'] or ''}?" if len(found) == 1 else line
    return _by_place(line, turns, plan, store)


def but_the_known(message: str, turns: Sequence[Turn], plan: Plan) -> str:
    """A message with the other of the two medidas just told written in, where it names one of them as known, or not meant:
    "La del convenio ya la conozco. La otra, ¿qué plazo tiene?"."""
    pair = turns[-1].medidas if turns and len(turns[-1].medidas) == 2 else ()
    match = _KNOWN.search(fold(message)) if pair and len(fold(message)) == len(message) else None
    known = _holding(match["what"], pair, plan) if match is not None else []
    if match is None or len(known) != 1:
        return message
    other = next(number for number in pair if number != known[0])
    return f"{message[: match.start()]}La medida {other}{message[match.end() :]}"


def _among_the_done(line: str, last: Turn) -> str | None:
    """Whether one medida is of those of which only the number was told, as whether it is done; None where no such is asked."""
    of_state = last.query.kind is Kind.MEDIDA_CONTEO and last.query.avance and not (last.query.filtros or last.medidas)
    match = _AMONG_THEM.search(line) if of_state else None
    if match is None:
        return None
    asked = f"{line[: match.start()]} se cumplio {line[match.end() :]}"
    return re.sub(r"\bla (?=\d{1,2}\b)", "la medida ", asked)


def _one_done(line: str, turns: Sequence[Turn]) -> str | None:
    """Whether one medida is done that a line names by what it is of, after how many are; None where no such is asked."""
    of_state = any(turn.query.kind is Kind.MEDIDA_CONTEO and turn.query.avance for turn in turns)
    match = _ONE_DONE.search(line) if of_state else None
    return f"se cumplio la medida {match['of'].strip()}?" if match is not None else None


def _instead(line: str, last: Turn) -> str:
    """A line without what it takes back, where it names another medida by its number alone, after the one just told."""
    match = _INSTEAD.match(line) if last.medidas else None
    return f"la medida {match['number']}{line[match.end() :]}" if match is not None else line


def _of_another_matter(line: str, turns: Sequence[Turn]) -> str | None:
    """A line that asks which medidas are of a matter, as one that says so, after the one of another matter; None where it
    may ask which of a set are."""
    match, query = _WHICH_TREAT.match(line), turns[-1].query
    of_plan = query.medidas and query.kind in (Kind.MEDIDA_LISTA, Kind.MEDIDA_TEMA, Kind.PASAJE)
    if match is None or not of_plan or any(len(turn.medidas) > 1 for turn in turns):
        return None
    treat = re.sub(r"\b(trata|habla|aborda|menciona|toca|refiere)\b", r"\1n", match["treat"])
    return f"que medidas del plan {treat} {match['what']}?"


def _but_that_named(last: Turn, plan: Plan) -> list[str]:
    """What is left of the medidas just told but the one that the question named as known: "una es la del convenio, ¿cierto?"."""
    match = _ONE_IS.search(fold(last.question))
    known = _holding(match["what"], last.medidas, plan) if match is not None else []
    return [f"la medida {number}" for number in last.medidas if number not in known] if len(known) == 1 else []


def _by_place(line: str, turns: Sequence[Turn], plan: Plan, store: Store) -> str:
    """A folded line with what it means by its place among those told one by one: of medidas, of a set, or of practices."""
    run = [f"la medida {number}" for number in _run(turns)]
    own = f"la medida {turns[-1].medidas[0]}" if len(turns[-1].medidas) == 1 else ""
    if not run:
        run, own = [f"la de {name}" for name in _comunas(turns, store)], f"la de {_comuna(turns[-1], store)}"
    plain, other, both = _PLAIN.search(line), _OTHER.search(line), _BOTH.search(line)
    if plain is not None and len(run) > 1:
        return _put(line, plain, run, ordinal(plain["at"] + "o") - 1)
    if other is not None and len(run) == 2:
        return _put(line, other, [name for name in run if name != own], 0)
    if both is not None and len(run) > 1 and own.startswith("la medida"):
        return _put(line, both, [f"las medidas {' y '.join(name.split()[-1] for name in run[-2:])}"], 0)
    of_set = [f"la medida {number}" for number in _set(turns)]
    left = [name for name in of_set if name not in [f"la medida {number}" for number in turns[-1].medidas]]
    if other is not None and len(of_set) == 2 and len(left) != 1:
        left = _but_that_named(turns[-1], plan)
    if other is not None and len(of_set) == 2 and len(left) == 1:  # one of the two was picked since, or named as known
        return _put(line, other, left, 0)
    if both is not None and len(of_set) == 2:
        return _put(line, both, [f"las medidas {' y '.join(name.split()[-1] for name in of_set)}"], 0)
    field = _PLAIN.search(line) or _LAST.match(line)
    if of_set and field is not None and words(line[field.end() :] + line[: field.start()]) not in ([], ["y"]):
        return _put(line, field, of_set, -1 if "at" not in field.groupdict() else ordinal(field["at"] + "o") - 1)
    return line


def _due_first(line: str, last: Turn, plan: Plan) -> str | None:
    """A line that asks whether another medida falls due before or after the one just told, with the deadline of both; None where
    it asks no such thing, or no one medida holds all that is said of it."""
    match = _BEFORE_IT.match(line) if len(last.medidas) == 1 else None
    if match is None:
        return None
    found = [int(match["number"])] if match["number"] else _holding(match["what"], tuple(plan.medidas), plan)
    if len(found) != 1 or found[0] not in plan.medidas or found[0] in last.medidas:
        return None
    return f"cual es el plazo de la medida {last.medidas[0]} y de la medida {found[0]}"


def _explained(start: str, last: Turn, plan: Plan) -> str | None:
    """The number of the medida just told, or of the few, where a folded line asks for no more than to be told of it."""
    verb = plan.asking.find("sigue.explica", start)
    opens = verb is not None and not words(plan.asking.strip("sigue.apertura", start[: verb.start()]))
    if verb is None or not opens or not _OF_IT.match(start[verb.end() :]):
        return None
    many = last.medidas if len(last.medidas) <= _MOST_EXPLAINED else ()
    if not many or (last.figures and last.query.kind is Kind.PASAJE):
        return None
    return f"las medidas {' y '.join(map(str, many))}" if len(many) > 1 else f"explicame la medida {many[0]}"


def _asked_first(last: Turn, turns: Sequence[Turn]) -> Turn:
    """The turn that told the one medida of which only fields were asked since."""
    told = last
    for turn in reversed(turns):
        if len(turn.medidas) != 1 or turn.medidas != last.medidas:
            break
        told = turn
        if not turn.query.arrastre:
            break
    return told


def _asked_for_all(start: str, last: Turn, turns: Sequence[Turn]) -> str | None:
    """The question before, asked for all the medidas of its sort, where a folded line asks whether there are more."""
    more = _MORE.match(start)
    last = _asked_first(last, turns) if more is not None else last
    query = last.query
    if more is None or query.arrastre or not last.medidas:
        return None
    if query.kind in (Kind.MEDIDA_LISTA, Kind.MEDIDA_CONTEO):
        return query.texto if query.filtros and not more["one"] else None
    of_one = query.kind is Kind.PASAJE and len(last.medidas) == 1 and re.search(r"\bmedida\b", query.texto)
    return re.sub(r"\bmedida\b", "medidas", query.texto) if of_one else None


def _set_apart(line: str, turns: Sequence[Turn]) -> str:
    """A line as one that asks for the difference between the things of the last two questions; as it is where those asked
    no more than what something is."""
    asked = [_DEFINED.match(fold(turn.question)) for turn in turns[-2:]]
    names = [one["thing"].strip() for one in asked if one is not None]
    opened = len(turns) > 1 and _WHAT_IS.match(fold(turns[-2].question)) is not None and not turns[-1].medidas
    return f"cual es la diferencia entre {names[1]} y {names[0]}" if len(names) > 1 and opened else line


def _with_thing(line: str, match: re.Match[str], turns: Sequence[Turn]) -> str:
    """A line with what the first or the second of the last two questions asked about written in; as it is where they asked
    no more than what something is."""
    asked = [_DEFINED.match(fold(turn.question)) for turn in turns[-2:]]
    opened = bool(asked) and fold(turns[-len(asked)].question).lstrip("¿ ").startswith("que ")
    one = asked[ordinal(match["at"] + "o") - 1] if len(asked) > 1 and opened else None
    return f"{line[: match.start()]}{one['thing'].strip()}{line[match.end() :]}" if one is not None else line


def _written(line: str, match: re.Match[str], told: Sequence[int], at: int) -> str:
    """A line with a medida by its number in the place of what means it."""
    return _put(line, match, [f"la medida {number}" for number in told], at)


def _put(line: str, match: re.Match[str], names: Sequence[str], at: int) -> str:
    """A line with one of some names in the place of what means it; as it is where there are not so many."""
    return f"{line[: match.start()]}{names[at]}{line[match.end() :]}" if -1 <= at < len(names) else line


def _told(turns: Sequence[Turn]) -> list[int]:
    """The medidas that turns told alone, in the order in which they were first told."""
    return list(dict.fromkeys(turn.medidas[0] for turn in turns if len(turn.medidas) == 1))


def _all(turns: Sequence[Turn]) -> list[int]:
    """All the medidas that turns told."""
    return list(dict.fromkeys(number for turn in turns for number in turn.medidas))


def _run(turns: Sequence[Turn]) -> list[int]:
    """The medidas that the last turns told one by one, with nothing between them; none of those that a set told."""
    alone: list[Turn] = []
    for turn in reversed(turns):
        if len(turn.medidas) != 1:
            break
        alone.insert(0, turn)
    chosen = turns[-1].query.filtros.entre if turns[-1].query.kind in SETS else ()
    run = _told(alone)
    if len(chosen) == 2 and set(run) <= set(chosen):  # which of two falls due first
        return list(chosen)
    wider = next((t for t in reversed(turns) if len(t.medidas) > 1), None)
    return [] if wider is not None and set(run) & set(wider.medidas) else run


def _set(turns: Sequence[Turn]) -> list[int]:
    """The medidas of the set last told, as they were shown, where only some of it were told since."""
    for at, turn in reversed(list(enumerate(turns))):
        if len(turn.medidas) > 1:
            ordered = turn.query.orden in (Orden.PRIMERO, Orden.ULTIMO, Orden.PROXIMO)
            shown = [int(id.split(":")[1]) for id in turn.record_ids if id.startswith("medida:")]
            since = {number for later in turns[at + 1 :] for number in later.medidas}
            plain = turn.query.kind in (Kind.MEDIDA_LISTA, Kind.MEDIDA_CONTEO, Kind.EJE) and not ordered
            return shown if plain and set(shown) == set(turn.medidas) and since <= set(shown) else []
        if not turn.medidas or turn.query.orden in (Orden.PRIMERO, Orden.ULTIMO, Orden.PROXIMO):
            return []
    return []


def _comuna(turn: Turn, store: Store) -> str:
    """The folded comuna of the one practice that a turn told of; empty where it told of none or of several."""
    told = [record for id in turn.record_ids if isinstance(record := store.records.get(id), Practica)]
    names = {fold(one.comuna or "") for one in told}
    return names.pop() if len(names) == 1 and not turn.medidas else ""


def _comunas(turns: Sequence[Turn], store: Store) -> list[str]:
    """The comunas of the practices that the last turns told of one by one, folded, in the order in which they were."""
    found: list[str] = []
    for turn in reversed(turns):
        if not (name := _comuna(turn, store)):
            break
        found.insert(0, name)
    return list(dict.fromkeys(found))


def _holding(what: str, told: Sequence[int], plan: Plan) -> list[int]:
    """Those of some medidas that hold all that is said of what one is about."""
    topic = set(topic_stems(plan.cues, what))
    rows = {n: {stem for run in term_runs(plan.medidas[n]) for stem in run} for n in told if n in plan.medidas}
    return [number for number, row in rows.items() if topic and topic <= row]
