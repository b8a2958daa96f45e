"""The page in real Chromium: with and without JavaScript, by keyboard, narrow, and checked for accessibility."""

from __future__ import annotations

import re
import shutil
import threading
import time
from collections.abc import Iterator

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from fake_assistant import FakeAssistant, FakeStore
from playwright.sync_api import Browser, Page, expect, sync_playwright

from corpus.settings import Settings
from web.app import create_app

pytestmark = pytest.mark.slow

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
)
# Chromium says this where a page is opened at a fragment and also has an autofocus; it is how it should be.
HARMLESS = "Autofocus processing was blocked"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def address(settings: Settings, assistant: FakeAssistant) -> Iterator[str]:
    config = uvicorn.Config(create_app(settings, assistant), port=0, log_level="warning", timeout_graceful_shutdown=1)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    yield from open_page(browser)


@pytest.fixture
def plain_page(browser: Browser) -> Iterator[Page]:
    yield from open_page(browser, java_script_enabled=False)


@pytest.fixture
def moving_page(browser: Browser) -> Iterator[Page]:
    yield from open_page(browser, reduced_motion="no-preference")


@pytest.fixture
def narrow_page(browser: Browser) -> Iterator[Page]:
    yield from open_page(browser, viewport={"width": 320, "height": 640})


@pytest.fixture
def dark_page(browser: Browser) -> Iterator[Page]:
    yield from open_page(browser, color_scheme="dark")


def open_page(browser: Browser, **options: object) -> Iterator[Page]:
    """A page in a context of its own; what it complains of in the console fails the test."""
    context = browser.new_context(**{"locale": "es-CL", "reduced_motion": "reduce", **options})  # type: ignore[arg-type]
    page = context.new_page()
    page.set_default_timeout(30_000)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    context.close()
    assert [text for text in said if HARMLESS not in text and "Failed to load resource" not in text] == []


def ask(page: Page, question: str) -> None:
    turns = page.locator(".turno:not(.pendiente)")
    before = turns.count()
    page.get_by_role("textbox", name=re.compile("pregunta|preguntando")).fill(question)
    page.keyboard.press("Enter")
    expect(turns).to_have_count(before + 1)


def in_view(page: Page, selector: str) -> bool:
    box = page.locator(selector).first.bounding_box()
    height = page.evaluate("() => innerHeight")
    return box is not None and 0 <= box["y"] < height


def test_a_question_is_answered_on_the_same_page(page: Page, address: str) -> None:
    page.goto(address)
    ask(page, "¿Qué medidas tiene Trabajo?")
    assert page.url == f"{address}/"
    expect(page.locator(".texto table tbody tr")).to_have_count(2)
    expect(page.locator(".entendi")).to_contain_text("institución: Ministerio del Trabajo")
    expect(page.locator("#aviso")).to_have_text("Respuesta lista. Respuesta con sus fuentes. 2 fuentes.")
    expect(page.locator("#question")).to_have_value("")
    expect(page.locator("#question")).to_be_focused()
    expect(page.locator(".ejemplos")).to_be_hidden()


def test_an_answer_grows_as_plain_text_before_it_is_whole(moving_page: Page, address: str) -> None:
    page = moving_page
    page.goto(address)
    page.evaluate(
        """() => {
            window.seen = [];
            const note = () => window.seen.push(document.querySelector(".creciendo")?.textContent ?? "");
            new MutationObserver(note).observe(document.querySelector("#hilo"), {subtree: true, childList: true});
        }"""
    )
    ask(page, "¿Qué medidas tiene Trabajo?")
    seen = [text for text in page.evaluate("() => window.seen") if text]
    assert len(set(seen)) > 3
    assert [len(text) for text in seen] == sorted(len(text) for text in seen)
    assert "**" not in seen[-1]
    assert "|" not in seen[-1]


def test_a_citation_opens_its_words_highlighted_and_the_way_back_keeps_the_conversation(
    page: Page, address: str, store: FakeStore
) -> None:
    page.goto(address)
    ask(page, "¿Qué medidas tiene Trabajo?")
    page.locator(".marca-cita").nth(1).click()
    expect(page.locator("#fuente-msg-1-2")).to_have_css("border-color", "rgb(0, 111, 179)")
    page.locator("#fuente-msg-1-2 a").click()
    assert re.search(r"/documentos/plan\?desde=\d+&hasta=\d+#cita$", page.url)
    words = " ".join(page.locator("mark").all_inner_texts())
    assert " ".join(words.split()) == " ".join(store.quote(store.medidas[7].span).split())
    assert in_view(page, "mark")
    page.get_by_role("link", name="Volver a la conversación").click()
    expect(page.locator(".turno")).to_have_count(1)
    ask(page, "hola")
    expect(page.locator(".turno")).to_have_count(2)
    page.get_by_role("link", name="Nueva conversación").click()
    expect(page.locator(".turno")).to_have_count(0)
    expect(page.locator(".ejemplos")).to_be_visible()


def test_a_question_in_the_address_is_asked_once(page: Page, address: str, assistant: FakeAssistant) -> None:
    page.goto(f"{address}/?q=hola")
    expect(page.locator(".turno")).to_have_count(1)
    page.reload()
    expect(page.locator(".turno")).to_have_count(1)
    assert assistant.asked == [("hola", None)]


def test_a_server_that_stops_midway_leaves_the_question(page: Page, address: str) -> None:
    page.goto(address)
    page.route(
        "**/api/chat",
        lambda route: route.fulfill(
            content_type="text/event-stream", body='event: delta\r\ndata: {"text": "Son"}\r\n\r\n'
        ),
    )
    page.fill("#question", "¿Cuántas?")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("llegó incompleta")
    expect(page.locator("#question")).to_have_value("¿Cuántas?")


def test_a_source_opened_without_fragment_shows_its_highlight_too(plain_page: Page, address: str) -> None:
    plain_page.goto(f"{address}/documentos/guia?desde=100000&hasta=100100")
    expect(plain_page.locator("#cita")).to_be_focused()
    assert in_view(plain_page, "#cita")


def test_a_follow_up_goes_on_with_the_conversation(page: Page, address: str, assistant: FakeAssistant) -> None:
    page.goto(address)
    page.get_by_role("link", name="¿Qué medidas vencen en 2026?").click()
    page.get_by_role("button", name="¿Y para cuándo?").click()
    expect(page.locator(".turno:not(.pendiente)")).to_have_count(2)
    expect(page.locator(".pregunta").nth(1)).to_be_focused()
    assert assistant.asked == [("¿Qué medidas vencen en 2026?", None), ("¿Y para cuándo?", "conv-1")]


def test_an_answer_can_be_stopped(page: Page, address: str, assistant: FakeAssistant) -> None:
    assistant.gate = threading.Event()
    page.goto(address)
    page.fill("#question", "¿Tarda?")
    page.keyboard.press("Enter")
    expect(page.locator(".buscando")).to_be_visible()
    expect(page.locator("#enviar")).to_be_hidden()
    page.get_by_role("button", name="Detener").click()
    expect(page.locator(".detenida")).to_be_visible()
    expect(page.locator("#question")).to_have_value("¿Tarda?")
    expect(page.locator("#question")).to_be_focused()
    expect(page.locator("#enviar")).to_be_visible()
    assistant.gate.set()


def test_an_error_keeps_what_was_typed(page: Page, address: str, assistant: FakeAssistant) -> None:
    assistant.error = RuntimeError("interno")
    page.goto(address)
    page.fill("#question", "¿Y ahora?")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("error inesperado")
    expect(page.locator("#question")).to_have_value("¿Y ahora?")
    expect(page.locator("#question")).to_be_focused()
    expect(page.locator(".turno")).to_have_count(0)
    assistant.error = None
    page.keyboard.press("Enter")
    expect(page.locator(".turno:not(.pendiente)")).to_have_count(1)
    expect(page.locator("#error")).to_be_hidden()


def test_without_a_server_the_question_stays_too(page: Page, address: str) -> None:
    page.goto(address)
    page.route("**/api/chat", lambda route: route.abort())
    page.fill("#question", "¿Hay alguien?")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("No hay conexión con el servidor")
    expect(page.locator("#question")).to_have_value("¿Hay alguien?")


def test_too_long_a_question_is_said_before_it_is_sent(page: Page, address: str, assistant: FakeAssistant) -> None:
    page.goto(address)
    page.fill("#question", "a" * 1001)
    expect(page.locator("#contador")).to_have_text("1001 de 1000")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("el máximo es 1000")
    assert assistant.asked == []


def test_an_opinion_with_a_comment(page: Page, address: str, assistant: FakeAssistant) -> None:
    page.goto(address)
    ask(page, "hola")
    page.get_by_role("button", name="No me sirvió").click()
    page.get_by_label("¿Qué faltó o estuvo mal?").fill("Faltó la región")
    page.get_by_role("button", name="Enviar comentario").click()
    expect(page.locator(".gracias")).to_have_text("Gracias por su comentario.")
    assert assistant.opinions == [("msg/1", "down", None), ("msg/1", "down", "Faltó la región")]


def test_the_answer_is_copied_with_its_sources(page: Page, address: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(address)
    ask(page, "¿Qué medidas tiene Trabajo?")
    page.get_by_role("button", name="Copiar").click()
    expect(page.locator(".copiar")).to_have_text("Copiado")
    text = page.evaluate("() => navigator.clipboard.readText()")
    assert text.startswith("El Ministerio del Trabajo y Previsión Social tiene 2 medidas:")
    assert "31 de diciembre 2024 [1]" in text
    assert re.search(r"\[2\] Plan Nacional .*: «07 · Ministerio .*» http://127.0.0.1:\d+/documentos/plan\?desde=", text)


def test_without_scripts_a_conversation_works(plain_page: Page, address: str, assistant: FakeAssistant) -> None:
    plain_page.goto(address)
    plain_page.get_by_label("Su pregunta").fill("¿Qué medidas tiene Trabajo?")
    plain_page.get_by_role("button", name="Preguntar").click()
    expect(plain_page.locator(".texto table tbody tr")).to_have_count(2)
    expect(plain_page.locator(".copiar")).to_be_hidden()
    plain_page.get_by_role("button", name="¿Y para cuándo?").click()
    expect(plain_page.locator(".turno")).to_have_count(2)
    assert assistant.asked[1] == ("¿Y para cuándo?", "conv-1")
    plain_page.locator(".fuente a").first.click()
    expect(plain_page.locator("#cita")).to_be_visible()
    assert in_view(plain_page, "#cita")
    plain_page.go_back()
    plain_page.get_by_role("button", name="Me sirvió", exact=True).last.click()
    expect(plain_page.get_by_role("heading", level=1)).to_have_text("Gracias por su opinión")


@pytest.mark.parametrize("scripts", [True, False])
def test_a_series_is_drawn_beside_its_table(request: pytest.FixtureRequest, address: str, scripts: bool) -> None:
    page: Page = request.getfixturevalue("page" if scripts else "plain_page")
    page.goto(f"{address}/?q=residencias+por+año")
    expect(page.locator(".texto table tbody tr")).to_have_count(3)
    expect(page.get_by_role("img", name="Gráfico de barras: Residencias Temporales resueltas")).to_be_visible()
    bars = page.locator(".barras .barra rect")
    lengths = bars.evaluate_all("nodes => nodes.map((node) => node.getBoundingClientRect().width)")
    assert len(lengths) == 3
    assert lengths[0] / lengths[1] == pytest.approx(115423 / 168952, abs=0.02)
    expect(page.locator(".barras .barra").last).to_have_class("barra incompleta")
    whole, partial = (page.locator(".barras .barra").nth(at) for at in (0, 2))
    fill = "node => getComputedStyle(node).fill"
    assert whole.evaluate(fill) != partial.evaluate(fill)
    page.emulate_media(media="print")
    expect(page.locator(".grafico")).to_be_visible()


def test_the_copied_answer_has_the_table_once(page: Page, address: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(address)
    ask(page, "residencias por año")
    page.get_by_role("button", name="Copiar").click()
    expect(page.locator(".copiar")).to_have_text("Copiado")
    assert page.evaluate("() => navigator.clipboard.readText()").count("168.952") == 2  # the table and its source


def test_on_paper_all_sources_are_shown(page: Page, address: str) -> None:
    page.goto(address)
    ask(page, "¿Qué dicen las fichas?")
    last = page.locator("#fuente-msg-1-6")
    expect(last).to_be_hidden()
    page.emulate_media(media="print")
    expect(last).to_be_visible()
    expect(page.locator("#redactor")).to_be_hidden()


def test_the_page_is_dark_where_the_reader_wants_it_but_not_on_paper(dark_page: Page, address: str) -> None:
    dark_page.goto(f"{address}/?q=residencias+por+año")
    ink, fill = "getComputedStyle(document.body).color", "getComputedStyle(document.querySelector('.barra')).fill"
    assert dark_page.evaluate(ink) == "rgb(230, 237, 243)"
    by_night = dark_page.evaluate(fill)
    dark_page.emulate_media(media="print")
    assert dark_page.evaluate(ink) == "rgb(27, 39, 51)"
    assert dark_page.evaluate(fill) != by_night


def test_a_marker_opens_the_hidden_sources(page: Page, address: str) -> None:
    page.goto(address)
    ask(page, "¿Qué dicen las fichas?")
    expect(page.locator("#fuente-msg-1-6")).to_be_hidden()
    page.locator(".marca-cita").last.click()
    expect(page.locator("#fuente-msg-1-6")).to_be_visible()


def test_nothing_runs_over_at_320_pixels(narrow_page: Page, address: str) -> None:
    narrow_page.goto(address)
    ask(narrow_page, "¿Qué medidas tiene Trabajo?")
    ask(narrow_page, "¿Qué dicen las fichas?")
    ask(narrow_page, "residencias por año")
    width = "() => document.documentElement.scrollWidth"
    assert narrow_page.evaluate(width) == 320
    expect(narrow_page.locator("#enviar")).to_be_in_viewport()
    for path in ("/documentos", "/documentos/plan?desde=3000&hasta=3100", "/documentos/fichas", "/nada"):
        narrow_page.goto(f"{address}{path}")
        assert narrow_page.evaluate(width) == 320


def test_the_keyboard_reaches_everything_in_order(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Saltar al contenido")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("#question")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#enviar")).to_be_focused()


@pytest.mark.parametrize("kind", ["page", "narrow_page", "dark_page"])
def test_axe_finds_nothing(request: pytest.FixtureRequest, address: str, kind: str) -> None:
    page: Page = request.getfixturevalue(kind)
    axe = Axe()

    def check() -> None:
        found = axe.run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]})
        assert found.violations_count == 0, found.generate_report()

    page.goto(address)
    check()
    for question in (
        "¿Qué medidas tiene Trabajo?",
        "residencias por año",
        "¿Qué dicen las fichas?",
        "¿y ayer?",
        "hola",
    ):
        ask(page, question)
    page.locator("details summary").last.click()
    page.get_by_role("button", name="No me sirvió").first.click()
    check()
    page.fill("#question", " ")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_be_visible()
    check()
    for path in ("/documentos", "/documentos/plan?desde=3000&hasta=3400", "/documentos/fichas", "/nada"):
        page.goto(f"{address}{path}")
        check()
