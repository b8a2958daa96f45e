"""How a message points at what was told before, as patterns of folded lines; :mod:`referents` says at what."""

from __future__ import annotations

import re

from corpus.numbers import ORDINALS

# A place among several: "el segundo", "la última".
PLACE = rf"(?P<at>(?:{'|'.join(ORDINALS)}|ultim)[oa]?)"
THAT = r"(?:es[aeo]s?|est[aeo]s?|dich[oa]s?|aquel(?:la|los|las)?|tal(?:es)?|(?:el|la|los|las|del|al) mism[oa]s?|amb[oa]s|l[oa]s dos)(?: mism[oa]s?)?"
SORTS = {
    "ministerio": "ministerio",
    "cartera": "ministerio",
    "subsecretaria": "subsecretaria",
    "servicio": "servicio",
    "observatorio": "observatorio",
    "policia": "policia",
    "institucion": "",
    "institucione": "",
    "organismo": "",
    "entidad": "",
    "entidade": "",
    "reparticion": "",
    "reparticione": "",
    "organizacion": "",
}
NOUN = rf"(?P<noun>{'|'.join(SORTS)})s?"
RESPONSIBLE = rf"(?:{NOUN}(?: responsables?| a cargo)?|(?P<who>responsables?|encargad[oa]s?))"
HOLDER = re.compile(rf"\b{THAT} {RESPONSIBLE}(?!\w)(?! (?:de|del) )")
# "¿cuántas tiene en total el ministerio?": the one told, for nothing says which.
THE_HOLDER = re.compile(
    rf"\b(?:el|la|al|del) {NOUN}(?: responsable| a cargo| que (?:la|lo) (?:tiene a cargo|lleva|ejecuta|hace|ve))?"
    r"(?=\W*$| (?:en total|en todo el plan|en el plan|tiene|tienen|lleva|vence[n]?|a cargo)\b)"
)
OTHER = re.compile(rf"^(?P<lead>(?:y |e |pero )*(?:(?:de|a|en|con|por|para) )?)(?:el|la|del|al) otr[oa] {NOUN}\W*$")
EJE = re.compile(rf"\b{THAT} ejes?\b")
DAY = re.compile(
    rf"\b(?:{THAT}|(?:el|la|al) mism[oa]) (?P<what>dia|fecha|plazo|mes|ano|vencimiento)\b(?! (?:que|de)\b)"
)
# "¿tiene más a cargo?", "¿lleva otras?": whether there are more.
HAS_MORE = re.compile(
    r"^(?:y |e |pero )*(?:ell[oa]s?,? |el )?(?:tiene[n]?|lleva[n]?|hay|le toca[n]?) (?:mas|otr[oa]s?|algun[oa]s? (?:otr[oa]|mas)s?)(?: (?:medidas?|compromisos?))?(?: (?:a (?:su )?cargo|en el plan|aparte|ademas))*\W*$"
)
# "¿qué más le toca?", "¿y cuántas tiene en total?": nobody is named who would have them.
NOBODY = re.compile(
    r"^(?:y |e |pero |entonces |en total,? )*(?:ell[oa]s?,? |el |esos |esa gente )?(?:que|cuantas|cuales|cuantos compromisos)(?P<more> (?:otr[oa]s|mas))?(?: (?:medidas|compromisos|tareas|acciones))?(?P<more2> mas| otras)?"
    r"(?: en total| del plan)? (?:(?:le|les) (?:toca[n]?|corresponde[n]?|encarg\w+|asign\w+)|(?:tiene[n]?|lleva[n]?|asume[n]?|ve[n]?)|esta[n]? a (?:su )?cargo)"
    r"(?: (?:en total|a (?:su )?cargo|encargad[ao]s|asignad[ao]s|en el plan|del plan|ademas|aparte|que cumplir|que hacer|segun (?:el |la )?\w+(?: \w+)?))*\W*$"
)
# "¿Y de ese cuáles vencen en 2023?", of the eje with most.
OF_THEM = re.compile(r"\bde (?:es[ao]s|est[ao]s|ell[ao]s|es[ae](?=\W*$|,| ?¿| (?:cual|cuant|que\b)))\b")
MORE = re.compile(r"\b(?:otr[oa]s?|mas|ademas|aparte de (?:esa|esta))\b")
# What asks for a set, of days told before.
SET = re.compile(
    r"\b(?:cuantas|cuales|que (?:otras |mas )?(?:medidas|venc\w+)|que (?:mas|otras)|alguna otra|otras|lista\w*)\b"
)
# "¿En qué se diferencia de la 22?", "¿vence el mismo día que la 22?", after one medida.
WITH_ANOTHER = re.compile(
    r"^(?:y |e |pero )*(?:[a-z ]*\b)?(?:(?P<apart>diferenci\w*|distingu\w+|parec\w+|compar\w+)|(?P<when>(?:vence|termina|es|va|tiene|se cumple)\w*\b.*\b(?:antes|despues|mism[oa] (?:dia|plazo|fecha)))"
    r"|(?P<whose>mism[oa] (?:ministerio|institucion|responsable|organismo|cartera)))\b.* (?:de|con|que|a) (?:la |el )?(?:medida )?(?P<n>\d{1,2})\W*$"
)
# "¿Qué ministerio tiene más de esas?", "¿y por eje?", after a set.
_SORT = r"(?P<{}>ministerio|institucion|organismo|cartera|eje|ano|quien)"
GROUPED = re.compile(
    rf"^(?:y |e |pero |ahora )*(?:(?:(?:que|cual) )?{_SORT.format('sort')}(?: es (?:el|la) que| que)? (?:tiene|lleva|concentra|suma|acumula|hace)(?: la)? (?P<way>mas|menos)(?: medidas)?"
    rf"(?: (?:de|entre) (?:ellas|esas|estas|las \d+))?|(?:cuantas(?: (?:son|hay|van|tiene))? )?(?:por|segun|cada|separadas por|agrupadas por) (?:cada )?{_SORT.format('by')}|(?:de|en) que (?P<of>eje|ano)s?(?: (?:son|estan|caen|vencen))?)\W*$"
)
# "¿Cuántas vencen en 2024?", after who has most.
OF_RANKED = re.compile(
    r"^(?:y |e |pero |ahora )*(?:de (?:esas|ellas),? )?(?:cuantas|cuales|que medidas)(?: medidas)? (?:de (?:ellas|esas) )?(?:vence[n]?|vencia[n]?|vencieron|comparte[n]?|caduca[n]?|estan|son)\b"
)
# "¿Cuántas medidas son esas?", after how much of the plan is done.
HOW_MANY_DONE = re.compile(
    r"^(?:y |e |pero |o sea )*(?:cuantas|que cantidad de)(?: medidas)? (?:es|son|serian|fueron|representan?)(?: (?:esas?|eso|ellas|en numero))?\W*$"
)
THE_TOTAL = re.compile(
    r"^(?:y |e |pero |entonces )*(?:(?:el|en|cual es el) )?total(?: (?:entonces|de medidas|cuanto es|cuantas son))*\W*$"
)
# "¿y el 10?", "y los ejes 4 y 5", "¿y el noveno?", after an eje.
BY_NUMBER = re.compile(
    rf"^(?P<lead>(?:y |e |pero |ahora |cuantas (?:(?:tiene|trae|hay|son) )?(?:en )?)*(?:(?:de|a|en|con|para) )?(?:del |al |el |los |las del ))(?P<n>\d{{1,2}}(?: y (?:el )?\d{{1,2}})?|(?:{'|'.join(ORDINALS)})o?|[a-z]+)(?P<tail>,? ¿?(?:de que (?:se )?trata|que es|cual es|como se llama|cuantas (?:medidas )?tiene|que medidas tiene))?\W*$"
)
# "¿cuál es la última, entonces?", "¿cuántas hay?", after a number that no medida has: of the whole plan.
OF_THE_PLAN = re.compile(
    r"^(?:(?:y|e|pero|entonces|ahora)\W+)*(?:(?P<many>cuantas|hasta cual|hasta que numero)(?: medidas)?(?: (?:son|hay|tiene|existen|llegan?|van?))*|(?:cual (?:es|seria) )?la (?P<end>primera|ultima)(?: medida)?(?: que hay)?)"
    r"(?:,? (?:en total|en|del|el|plan|entonces))*\W*$"
)
# "nómbralas", after how many they are.
LIST_THEM = re.compile(
    r"^(?:y |e |ahora |por favor |ok )*(?:nombra|enumera|lista|detalla|muestra|menciona|da|di)(?:me)?l[ao]s(?: por favor| tod[ao]s)?\W*$"
)
# "y 4", after "plazo medida 3".
NUMBER = re.compile(r"^(?:y |e |ahora )*(?:numero |n )?(?P<n>\d{1,2})\W*$")
# "institución", "y su indicador": a field, and nothing else.
ASKED_HOLDER, ASKED_DEADLINE, ASKED_EJE = "que institucion es responsable", "cual es el plazo", "a que eje pertenece"
FIELDS = {
    ASKED_HOLDER: r"(?:instituci\w+|ministerios?|organismos?|entidad(?:es)?|cartera|servicio|subsecretaria)(?: (?:responsables?|encargad[oa]s?|a cargo))?|encargad[oa]s?|responsables?",
    "cual es el indicador": r"(?:indicador(?:es)?|meta|medio de verificacion)",
    ASKED_DEADLINE: r"(?:plazos?|fechas?|vencimientos?|fechas? (?:limite|tope)|deadline)",
    ASKED_EJE: r"(?:en que )?eje",
    "que dice el texto": r"(?:texto|descripcion|detalle|texto completo|enunciado)",
}
FIELD = re.compile(
    r"^(?P<lead>(?:y |e |ahora |dame |dime )*(?:(?:el|la|los|las|su|sus) )?)(?:"
    + "|".join(f"(?P<f{at}>{words})" for at, words in enumerate(FIELDS.values()))
    + r")(?: (?:de (?:esa|esta|ella|la misma|esas|ellas|todas)|por favor))?\W*$"
)
# "¿y son del mismo eje?", of those just told.
SAME_FIELD = re.compile(
    r"^(?:y |e |pero |entonces |o sea,? )*(?:(?:son|estan|vencen|tienen|comparten|caen|es|las dos|ambas) )*(?:(?:del|de|en|el|la|con) )*(?:el |la )?mism[oa] (?:(?P<eje>eje)|(?P<plazo>dia|plazo|fecha|vencimiento)|ministerio|institucion|responsable|organismo|cartera)(?:\W+(?:y )?(?:cual|quien)(?: (?:es|seria))?)?\W*$"
)
# "¿cuál vence antes?", after two told one by one.
FIRST_OF_TWO = re.compile(
    r"^(?:y |e |entonces )*cual(?: de (?:las dos|ellas|ambas|esas))? (?:vence|vencia|se cumple|termina|es|va|tiene plazo)(?: el)?(?: plazo)? (?P<way>antes|primero|despues|ultimo|mas tarde|mas pronto)"
    r"(?:,? y (?:en que fecha|que (?:dia|fecha)|cuando|para cuando)(?: (?:es|era|vence|seria))?)?\W*$"
)
# "¿y la de la ordenanza, ya se cumplió?": of the medidas, one that is described.
DESCRIBED = re.compile(r"(?P<the>\bla)(?= (?:del?|para|contra|sobre|que (?:habla|trata|crea|busca|pide|exige))\b)")
# "¿Y la del plan de fortalecimiento?": a medida of a plan of that name, which is not the plan.
OF_A_PLAN = re.compile(
    r"\bla (?:del?|sobre|para) (?:(?:el|un) )?plan(?:es)? (?:de|para|contra|sobre) (?!accion\b|migracion)"
)
# "¿Qué número tiene la del decreto?": which one it is.
ASKED_NUMBER = re.compile(r"\b(?:que|cual es el|cual era el) numero (?:es|era|tiene|lleva|de)\b")
# "¿con qué ministerios las comparte?", after those of one.
SHARES = re.compile(
    r"^(?:y |e )*con (?:que|cuales|quien(?:es)?)(?: otr[oa]s?)?(?: \w+)? l[ao]s? (?P<verb>compart\w*|trabaj\w*|ejecut\w*|hac\w*)\W*$"
)
# "y las que faltan, ¿cuáles son?", "cuáles", after how many are done.
WHICH_DONE = re.compile(
    r"^(?:y |e |pero )*(?:(?:cuales|que medidas)(?: (?:son|fueron|faltan|estan|no|ya|se|han|sido|van|iban|implementad\w+|cumpl\w+|list\w+|pendientes))*|(?:cuales son |cuantas son )?(?:el resto|las (?:que faltan|pendientes|listas|cumplidas|demas|otras|restantes|\d+)))\W*$"
    # "de las que están en desarrollo: lista con sus números"
    r"|^(?=.*\b(?:lista(?:me|r|do)?|enumera\w*|nombra\w*|detalla\w*|cuales)\b|\W*(?:y )?(?:de )?las que\b)(?=.*\b(?:falta[n]?|desarrollo|implementad\w+|cumplid\w+|pendientes|hechas|listas)\b)"
    r"(?:\W*\b(?:y|e|pero|dame|dime|de|la|las|lista(?:me|r|do)?|enumera\w*|nombra\w*|detalla\w*|cuales|son|con|su|sus|numeros?|que|esta[n]?|falta[n]?|en|desarrollo|por|hacer"
    r"|implementa[dr]\w*|cumpli[dr]\w*|pendientes|hechas|listas|ya|fueron|han sido|medidas|una por una|\d+)\b)+\W*$"
)
WHICH_MORE = re.compile(
    r"^(?:y |e |entonces |ahora )*(?:cual|quien|que (?:eje|ministerio|institucion))(?: de (?:los|las|ellos|ellas|ambos|ambas)(?: (?:dos|tres|cuatro))?(?: (?:ejes|ministerios|instituciones|organismos))?)?"
    r" (?:es (?:el|la) que )?(?:tiene|lleva|concentra|suma)(?: la)? (?P<way>mas|menos)(?: medidas)?(?: de (?:los|las|ellos|ellas|ambos|ambas)(?: (?:dos|tres|cuatro))?(?: (?:ejes|ministerios|instituciones|organismos))?)?\W*$"
)
# "¿Cómo va lo del empadronamiento?", "¿de quién es lo de…?"
MATTER = re.compile(r"\blo (?P<what>(?:del?|de l[ao]s?|de el) [a-z ]{4,60})")
ASKS_OF_ONE = re.compile(
    r"\b(?:quien(?:es)?|como va|en que (?:va|quedo|esta|anda)|que paso con|cuando vence|para cuando (?:es|era|esta|estaba)|que (?:ministerio|institucion|organismo)|a cargo)\b"
)
# "¿y el de Educación, cuántas?", after those of a ministry.
THE_ONE_OF = re.compile(
    r"^(?P<lead>(?:y |e |pero |ahora )*(?:(?:para|con|en|a|de) )?)(?:el|al|del) del? (?:la |los |las )?(?P<rest>[a-z]{4,}.*)$"
)
# "¿y el de integración e inclusión cuántas tiene?", after those of an eje.
# "… y cuántas el de gobernanza": its medidas, counted.
THE_EJE_OF = re.compile(
    r"^(?:y |e |pero |ahora )*(?:cuantas (?:(?:tiene|trae|hay|son) )?)?(?:(?:para|con|en|a|de) )?(?:el|al|del) (?P<body>del? .+)$"
)
ANOTHER_ONE = re.compile(r"^(?:y |e |pero )*la (?:del?|para|contra|sobre|que (?:habla|trata)) \w")
