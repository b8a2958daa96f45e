"""What is said of the guide: its path, a stage, what is enough, a tool from end to end, concepts side by side."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from assistant.focus import sentences
from assistant.guide.outline import Block, Outline, Unit, head, joined, listed, spans_of
from assistant.texts import Texts
from assistant.values import ECHO, Claim, Computation
from corpus.numbers import numbers_in
from corpus.records import Definicion, Elemento, Etapa, Herramienta, Span
from corpus.store import Store


class GuideClaims:
    """Makes the claims about the guide of one index."""

    def __init__(self, store: Store, outline: Outline, texts: Texts) -> None:
        self.store = store
        self.outline = outline
        self.texts = texts

    def path(self) -> list[Claim]:
        """The stages in their order, and what the first asks for, its minimum and its ideal."""
        stages = self.outline.stages
        claims = [Claim(text=self.texts("guia", "camino", total=len(stages)), computed=_stated(len(stages)))]
        for stage in stages:
            said = stage.proposito or stage.presentacion or stage.nombre
            text = self.texts("guia", "etapa", etapa=stage, texto=sentences(said.texto)[0])
            spans = (*stage.nombre.spans, *said.spans)
            claims.append(Claim(text=text, spans=spans, computed=_stated(int(stage.numero)), block="item"))
        first = stages[0]
        sections = [section for section in self.outline.sections(first) if section.minimo is not None]
        if sections:
            names = [section.nombre.texto for section in sections]
            text = self.texts("guia", "partida", etapa=first, secciones=names)
            spans = tuple(span for section in sections for span in section.nombre.spans)
            claims.append(Claim(text=text, spans=spans, computed=_stated(int(first.numero))))
            claims += [claim for section in sections for claim in self.minimum(section, block="item")]
        return claims

    def minimum(self, etapa: Etapa, block: str = "lead") -> list[Claim]:
        """The minimum and the ideal of a section."""
        claims = []
        for macro, texto in (("minimo", etapa.minimo), ("ideal", etapa.ideal)):
            if texto is not None:
                text = self.texts("guia", macro, texto=_inline(texto.texto))
                claims.append(Claim(text=text, spans=texto.spans, block="item" if block == "item" else "lead"))
        return claims

    def stage(self, stage: Etapa) -> list[Claim]:
        """A stage: what it is for, then each of its sections with what it needs, its minimum and its ideal."""
        spans = (*stage.nombre.spans, *(stage.proposito.spans if stage.proposito else ()))
        numbered = _stated(int(stage.numero))
        claims = [Claim(text=self.texts("guia", "una_etapa", etapa=stage), spans=spans, computed=numbered)]
        for section in self.outline.sections(stage):
            needs = section.necesita or section.recomendaciones or section.pasos[:1]
            lines = listed(needs) if len(needs) > 1 else [head(needs[0]), *listed(needs[0].elementos)] if needs else []
            if section.minimo is not None or section.ideal is not None:
                lines = []
            text = self.texts("guia", "seccion", etapa=section, texto=_inline("\n".join(lines)))
            document = self.store.documents[section.document]
            proof = joined(spans_of(needs), document) if lines else ()
            claims.append(Claim(text=text, spans=(*section.nombre.spans, *proof), block="item"))
            claims += self.minimum(section, block="item")
        if stage.resumen is not None:
            claims.append(Claim(text=stage.resumen.texto, spans=stage.resumen.spans, block="note"))
        return claims

    def next(self, section: Etapa) -> list[Claim]:
        """That a section comes next."""
        return self._placed("sigue", section)

    def previous(self, section: Etapa) -> list[Claim]:
        """That a section comes before what was asked."""
        return self._placed("antes", section)

    def _placed(self, text: str, section: Etapa) -> list[Claim]:
        numbers = tuple(Computation(operation=ECHO, operands=(n,), value=n) for n in numbers_in(section.numero))
        return [Claim(text=self.texts("guia", text, etapa=section), spans=section.nombre.spans, computed=numbers)]

    def tool(self, tool: Herramienta) -> list[Claim]:
        """A tool from end to end: what it is for, its steps in order, and how long they take together."""
        document = self.store.documents[tool.document]
        spans = (*tool.nombre.spans, *(tool.proposito.spans if tool.proposito else ()))
        claims = [Claim(text=self.texts("guia", "herramienta", tool=tool), spans=spans)]
        if any(paso.elementos for paso in tool.pasos):
            for number, paso in enumerate(tool.pasos, 1):
                lines = [head(paso), *listed(paso.elementos)]
                text = self.texts("guia", "paso", numero=number, texto="\n".join(lines))
                claims.append(Claim(text=text, spans=joined(spans_of([paso]), document)))
        else:
            claims += self._plain(tool.pasos, tool)
        total = sum(paso.minutos or 0 for paso in tool.pasos)
        if total:
            parts = [str(paso.minutos) for paso in tool.pasos if paso.minutos]
            text = self.texts("guia", "minutos", total=total, partes=parts)
            proof = tuple(span for paso in tool.pasos for span in paso.texto.spans if paso.minutos)
            operands = tuple(Decimal(paso.minutos) for paso in tool.pasos if paso.minutos)
            computed = (Computation(operation="suma", operands=operands, value=Decimal(total)),)
            claims.insert(1, Claim(text=text, spans=proof, computed=computed))
        return claims

    def _plain(self, pasos: Sequence[Elemento], tool: Herramienta) -> list[Claim]:
        """The entries of a list or of a form, under their headings where they have any."""
        document = self.store.documents[tool.document]
        claims: list[Claim] = []
        headings = list(dict.fromkeys(paso.titulo for paso in pasos))
        if len(headings) > 1 and None not in headings:
            for heading in headings:
                own = [paso for paso in pasos if paso.titulo == heading]
                text = f"**{heading}**: {'; '.join(paso.texto.texto for paso in own)}"
                claims.append(Claim(text=text, spans=joined(spans_of(own), document), block="item"))
            return claims
        text = "\n".join(listed(pasos))
        return [Claim(text=text, spans=joined(spans_of(pasos), document))]

    def define(self, definicion: Definicion, block: str = "lead") -> Claim:
        """A concept and its definition."""
        text = self.texts("guia", "definicion", concepto=definicion.concepto.texto, texto=definicion.definicion.texto)
        spans = (*definicion.definicion.spans, *definicion.concepto.spans)
        return Claim(text=text, spans=_apart(spans), block="item" if block == "item" else "lead")

    def beside(self, definiciones: Sequence[Definicion]) -> list[Claim]:
        """Two concepts or more side by side: a column for each."""
        names = [definicion.concepto.texto for definicion in definiciones]
        cells = [_inline(definicion.definicion.texto).replace("|", "/") for definicion in definiciones]
        spans = _apart(span for definicion in definiciones for span in definicion.definicion.spans)
        return [
            Claim(text=" | ".join(names), block="header"),
            Claim(text=" | ".join(cells), spans=spans, block="row"),
        ]

    def numbered(self, name: str, members: Sequence[Definicion]) -> list[Claim]:
        """All of a numbered set, by name and definition."""
        text = self.texts("guia", "conjunto", total=len(members), nombre=_plural(name))
        names = ", ".join(f"**{member.concepto.texto}**" for member in members)
        spans = _apart(span for member in members for span in member.concepto.spans)
        lead = Claim(text=f"{text} {names}.", spans=spans, computed=_stated(len(members)))
        return [lead, *(self.define(member, block="item") for member in members)]

    def inventory(self, tools: Sequence[Herramienta]) -> list[Claim]:
        """Some tools by their names, with what each is for."""
        names = ", ".join(f"**{tool.nombre.texto}**" for tool in tools)
        text = self.texts("guia", "conjunto", total=len(tools), nombre="herramientas")
        spans = tuple(span for tool in tools for span in tool.nombre.spans)
        lead = Claim(text=f"{text} {names}.", spans=_apart(spans), computed=_stated(len(tools)))
        return [lead, *(self._purpose(tool) for tool in tools)]

    def _purpose(self, tool: Herramienta) -> Claim:
        """A tool and what it is for, in a list."""
        spans = (*tool.nombre.spans, *(tool.proposito.spans if tool.proposito else ()))
        return Claim(text=self.texts("guia", "herramienta", tool=tool), spans=_apart(spans), block="item")

    def download(self, file: str) -> Claim:
        """Where the draft or the sheet is to be had."""
        return Claim(text=self.texts("guia", "descarga", archivo=file), block="canned")

    def context(self, unit: Unit, blocks: Sequence[Block]) -> list[Claim]:
        """Blocks of a unit as what stands behind an answer, under its name."""
        if not blocks:
            return []
        claims = self.heading(unit)
        for block in blocks:
            label = self.texts("guia", "rotulo", clase=block.label)
            gap = "\n\n" if block.text.startswith("- ") else " "
            text = f"*{label}*:{gap}{block.text}" if label else block.text
            claims.append(Claim(text=text, spans=block.spans, block="note"))
        return claims

    def people(self, unit: Unit, block: Block, items: Sequence[str]) -> Claim:
        """Some people of a list that a section announces, under the section's name."""
        numbers = tuple(number for number in numbers_in(unit.name) if number not in numbers_in(block.text))
        text = self.texts("guia", "participan", nombre=unit.name, quienes=items)
        computed = tuple(Computation(operation=ECHO, operands=(number,), value=number) for number in numbers)
        return Claim(text=text, spans=(*unit.record.nombre.spans, *block.spans), computed=computed, block="item")

    def heading(self, unit: Unit) -> list[Claim]:
        """The name of a unit over what is told of it."""
        numbers = numbers_in(unit.name)  # a section's own number stands beside its name, not in it
        text = self.texts("guia", "en_contexto", nombre=unit.name)
        computed = tuple(Computation(operation=ECHO, operands=(number,), value=number) for number in numbers)
        return [Claim(text=text, spans=unit.record.nombre.spans, computed=computed, block="heading")]


def _inline(text: str) -> str:
    """A text on one line, the items of a list parted by semicolons."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    items = [line[2:].rstrip(".;") if line.startswith("- ") else line for line in lines]
    glued = ""
    for line, item in zip(lines, items, strict=True):
        if not glued:
            glued = item
        elif glued.endswith(":") or not line.startswith("- "):
            glued += f" {item}"
        else:
            glued += f"; {item}"
    return glued


def _plural(name: str) -> str:
    """The plural of a Spanish noun: "dimensión", "dimensiones"; "etapa", "etapas"."""
    return f"{name[:-2]}ones" if name.endswith("ón") else f"{name}s" if name[-1] in "aeiouáéó" else f"{name}es"


def _apart(spans: object) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(spans))  # type: ignore[call-overload]


def _stated(number: int) -> tuple[Computation, ...]:
    return (Computation(operation="conteo", operands=(), value=Decimal(number)),)
