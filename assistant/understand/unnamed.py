"""Ways of asking for medidas without saying so: what they alone have, or what is said of nothing else."""

from __future__ import annotations

import re

# "¿cuáles hace Salud?", "las que hablan de una mesa": of medidas, for they are what is asked for without being named.
ELLIPTIC = re.compile(
    r"^\W*(?:y |e |de (?:ellas|esas),? )*\W*(?:(?:en |de |a |con |para )?(?:cuales|cuantas) (?:participa[n]?|interviene[n]?|figura[n]?|aparece[n]?|responde[n]?|trabaja[n]?|son(?! (?:l[ao]s? (?!de|que|del)|el ))|se|les?|las?|hace[n]?|vence[n]?|vencia[n]?|vencieron|tiene[n]?|tenia[n]?|toca[n]?|tocaron|comparte[n]?|ejecuta[n]?|"
    r"lidera|depende[n]?|corresponde[n]?|menciona[n]?|habla[n]?|nombran|dicen|estan?|quedan?|hay|cumplen|caen?|no)\b|las (?:que|de|del|con)\b|tod[ao]s (?:menos|excepto|salvo|las)\b)"
)
# "¿cuál es el próximo plazo?": only medidas have one.
DUE = re.compile(r"\b(?:plazos?|vencimientos?|venc\w+)\b")
# "soy de Educación, ¿qué me toca?", "¿le corresponde algo a Gendarmería?"
OWN = re.compile(
    r"\b(?:soy|somos|trabajo|trabajamos|represento|vengo) (?:de|del|en|a|parte de|jefe)\b|\b(?:les?|me|nos) (?:toc\w+|correspond\w+|compet\w+)\b"
)
# "¿qué tenía que estar listo a fines de 2023?", "lo que quedó comprometido para 2025": what has to be done by a day.
OWED = re.compile(
    r"(?<!\w)(?:que(?: cosas| compromisos| acciones| tareas| iniciativas)?|cuales|cuantas|lo que|las que|cosas|compromisos|acciones)(?: \w+){0,4}? "
    r"(?:(?:se )?(?:tenia[n]?|tiene[n]?|tendria[n]?) que|(?:se )?(?:deb(?:e[n]?|ia[n]?|eria[n]?|ieron|io))(?: de)?|(?:habia|hay|habria) que|(?:se )?(?:iba[n]?|va[n]?) a) "
    r"(?:estar|quedar|tener(?:se)?|haber(?:se)?|ser|terminar(?:se)?|cumplir(?:se)?|entregar(?:se)?|ejecutar(?:se)?|concretar(?:se)?|realizar(?:se)?|hacer(?:se)?)"
    r"(?: (?:ya )?(?:list|termin|complet|cumpl|entreg|hech|ejecut|implement|finaliz|concretad|realizad|operativ)\w*)?(?!\w)"
    r"|(?<!\w)(?:que(?: cosas| compromisos| acciones| tareas)?|cuales|lo que|cosas|compromisos|acciones)(?: \w+){0,3}? (?:(?:queda|quedo|quedaron|esta|estan|estaba|estaban|fue|fueron|era|eran) "
    r"(?:comprometid[oa]s?|fijad[oa]s?|programad[oa]s?|previst[oa]s?|agendad[oa]s?|planificad[oa]s?|para)|se (?:comprometi|fij|program|agend|planific)\w+)(?!\w)"
)
# "¿cuándo vence el convenio con…?", "¿con qué ministerio lo firma?": one field of one thing.
ONE_FIELD = re.compile(
    r"(?<!\w)(?:(?:que|cual (?:(?:es|era|fue|seria) )?(?:el|la|su)?) ?(?:plazo|fecha|dia|indicador|subsecretaria|ministerio|institucion|organismo|servicio|entidad|cartera|responsable|producto|resultado|hito|meta|entregable|documento|papel)"
    r"|(?:para |hasta |desde )?cuando|quien|como se (?:mid\w+|sab\w+|evalu\w+|verific\w+|acredit\w+|va a (?:medir|saber|evaluar))|con que se)(?!\w)"
)
# "¿qué medidas…?", "… tienen las medidas de Salud": of all of them.
ALL_OF_THEM = re.compile(
    r"\b(?:(?:que|cuales|cuantas)(?: son)?(?: tod[ao]s)?(?: de)?(?: las)? medidas|(?:tienen|tenian|vencen|vencian|son|estan|dependen|comparten|corresponden|incluyen|mencionan|cumplen)|cuales|cuantas"
    r"|(?:list\w+|d[ai]me|muestra\w*|enumera\w*|nombra\w*)(?: tod[ao]s)?(?: las)? medidas)\b|^\W*(?:tod[ao]s )?(?:las )?medidas\b"
)
