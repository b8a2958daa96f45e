// What the page does better with scripts: answers arrive as they are written, without a new page.
// Without this file everything still works through forms.

import { answerAsText, toClipboard } from "./copy.js";
import { ProblemError, detail, stream } from "./stream.js";

const $ = (selector, root = document) => root.querySelector(selector);
const form = $("#redactor");
const field = $("#question");
const thread = $("#hilo");
const errorBox = $("#error");
const notice = $("#aviso");
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const KEPT = "conversacion";
const REVEAL_MS = 450; // a finished answer unfolds in about this time
let pending = null;

// --- Asking ---------------------------------------------------------------------------------------------------------

async function ask(question, focusTurn = false) {
  if (pending) return;
  const text = question.trim();
  const wrong = check(text);
  if (wrong) return showError(wrong, question);
  clearError();
  const turn = openTurn(text);
  pending = new AbortController();
  waiting(true);
  field.value = "";
  count();
  if (focusTurn) $(".pregunta", turn).focus({ preventScroll: true });
  turn.scrollIntoView({ block: "start", behavior: calm.matches ? "instant" : "smooth" });
  const unfold = new Unfolding(turn);
  try {
    const reply = await stream(text, $("#conversation_id").value, pending.signal, (piece) => unfold.add(piece));
    await unfold.finish();
    closeTurn(turn, reply, focusTurn);
  } catch (error) {
    unfold.stop();
    if (error.name === "AbortError") stopTurn(turn, text);
    else failTurn(turn, text, error);
  } finally {
    pending = null;
    waiting(false);
  }
}

function check(text) {
  const limit = Number(field.dataset.maximo);
  const length = [...text].length;
  if (!length) return "La pregunta está vacía. Escriba qué quiere saber.";
  if (length > limit) return `La pregunta tiene ${length} caracteres y el máximo es ${limit}. Acórtela o divídala en varias.`;
  return "";
}

// --- A turn on the page ---------------------------------------------------------------------------------------------

function openTurn(question) {
  conversing();
  const turn = $("#turno-pendiente").content.cloneNode(true).firstElementChild;
  $("[data-pregunta]", turn).textContent = question;
  thread.append(turn);
  return turn;
}

function conversing() {
  document.body.classList.replace("en-inicio", "en-conversacion");
  $("label", form).textContent = "Siga preguntando";
  field.placeholder = "Siga preguntando";
  field.rows = 1;
}

function closeTurn(turn, reply, focusTurn) {
  const holder = document.createElement("template");
  holder.innerHTML = reply.turn_html; // rendered and sanitised by the server
  const finished = holder.content.querySelector("article");
  const inView = turn.getBoundingClientRect().top > -20; // a reader who moved on is left in peace
  turn.replaceWith(finished);
  enhance(finished);
  $("#conversation_id").value = reply.conversation_id;
  if (inView) finished.scrollIntoView({ block: "start", behavior: calm.matches ? "instant" : "smooth" });
  if (focusTurn) $(".pregunta", finished).focus({ preventScroll: true });
  const sources = reply.citations.length;
  const state = finished.dataset.estado;
  notice.textContent = `Respuesta lista. ${state ? `${state}. ` : ""}${sources ? `${sources} ${sources === 1 ? "fuente" : "fuentes"}.` : ""}`;
  keep();
}

function stopTurn(turn, question) {
  $(".buscando", turn).hidden = true;
  const note = document.createElement("p");
  note.className = "detenida";
  note.textContent = "Respuesta detenida: lo que se alcanza a leer está incompleto y sin verificar.";
  $(".respuesta", turn).append(note);
  turn.classList.remove("pendiente");
  notice.textContent = "Respuesta detenida.";
  if (!field.value) field.value = question;
  count();
  field.focus();
}

function failTurn(turn, question, error) {
  turn.remove();
  if (!thread.querySelector(".turno")) document.body.classList.replace("en-conversacion", "en-inicio");
  if (!(error instanceof ProblemError)) console.error(error);
  showError(error instanceof ProblemError ? error.message : "Ocurrió un error inesperado. Vuelva a intentarlo.", question);
}

/** Shows the pieces as plain text, a few on each frame, so that an answer that comes at once still unfolds. */
class Unfolding {
  constructor(turn) {
    this.wait = $(".buscando", turn);
    this.target = $(".texto", turn);
    this.queue = [];
    this.shown = "";
    this.done = null;
    this.frame = 0;
  }

  add(piece) {
    this.queue.push(piece);
    this.frame ||= requestAnimationFrame(() => this.step());
  }

  step() {
    this.frame = 0;
    const share = calm.matches || document.hidden ? this.queue.length : Math.ceil(this.queue.length / (REVEAL_MS / 60));
    this.shown += this.queue.splice(0, Math.max(1, share)).join("");
    this.wait.hidden = true;
    this.target.hidden = false;
    this.target.textContent = plain(this.shown);
    if (this.queue.length) this.frame = requestAnimationFrame(() => this.step());
    else this.done?.();
  }

  /** Resolves when all is shown, or soon where frames do not come (a hidden tab). */
  finish() {
    if (!this.queue.length) return Promise.resolve();
    return new Promise((resolve) => {
      this.done = resolve;
      setTimeout(resolve, 3 * REVEAL_MS);
    });
  }

  stop() {
    cancelAnimationFrame(this.frame);
  }
}

/** Markdown without its marks, for the moments before the server's HTML takes its place. */
function plain(markdown) {
  return markdown
    .replace(/^\s*\|?[\s:|-]*-{3}[\s:|-]*\|?\s*$/gm, "")
    .replace(/^\s*\||\|\s*$/gm, "")
    .replace(/\s*\|\s*/g, " · ")
    .replace(/\*\*|^#+ /gm, "")
    .replace(/\n{3,}/g, "\n\n");
}

// --- Form, errors ---------------------------------------------------------------------------------------------------

function waiting(on) {
  $("#enviar").hidden = on;
  $("#detener").hidden = !on;
  thread.setAttribute("aria-busy", String(on));
}

function showError(message, question) {
  field.value = question;
  count();
  $("p", errorBox).textContent = message;
  errorBox.hidden = false;
  field.setAttribute("aria-invalid", "true");
  field.focus();
}

function clearError() {
  errorBox.hidden = true;
  field.removeAttribute("aria-invalid");
}

function count() {
  const limit = Number(field.dataset.maximo);
  const length = [...field.value.trim()].length;
  const counter = $("#contador");
  counter.textContent = length > 0.8 * limit ? `${length} de ${limit}` : "";
  counter.classList.toggle("pasado", length > limit);
}

// --- What a finished turn can do --------------------------------------------------------------------------------------

function enhance(root) {
  for (const hidden of root.querySelectorAll(".con-js")) hidden.hidden = false;
}

async function copy(button) {
  const label = $("span", button);
  const before = label.textContent;
  try {
    await toClipboard(answerAsText(button.closest(".turno")));
    label.textContent = "Copiado";
    notice.textContent = "Respuesta copiada con sus fuentes.";
  } catch {
    label.textContent = "No se pudo copiar";
  }
  setTimeout(() => (label.textContent = before), 2500);
}

async function opine(opinion, rating, comment = null) {
  const message = $("[name=message_id]", opinion).value;
  const response = await fetch("/api/feedback", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ message_id: message, rating, comment }),
  });
  if (!response.ok) throw new ProblemError(await detail(response));
}

async function onOpinion(opinion, rating) {
  const thanks = document.createElement("p");
  thanks.className = "gracias";
  thanks.tabIndex = -1;
  try {
    await opine(opinion, rating);
    thanks.textContent = "Gracias por su opinión.";
  } catch {
    thanks.textContent = "No se pudo guardar su opinión.";
  }
  opinion.after(thanks);
  opinion.hidden = true;
  thanks.focus();
  notice.textContent = thanks.textContent;
  if (rating === "down") {
    const comment = $("#comentario").content.cloneNode(true).firstElementChild;
    comment.addEventListener("submit", async (event) => {
      event.preventDefault();
      const text = $("textarea", comment).value.trim();
      if (text) await opine(opinion, rating, text).catch(() => {});
      comment.remove();
      thanks.textContent = notice.textContent = "Gracias por su comentario.";
      thanks.focus();
    });
    thanks.after(comment);
  }
  keep();
}

// --- The conversation survives a visit to a source and a reload, in this tab only -------------------------------------

function keep() {
  const clone = thread.cloneNode(true);
  for (const extra of clone.querySelectorAll(".pendiente, .ancla, .comentario")) extra.remove();
  const kept = { id: $("#conversation_id").value, html: clone.innerHTML };
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(kept));
  } catch {
    sessionStorage.removeItem(KEPT); // full: better none than half
  }
}

function restore() {
  if (thread.querySelector(".turno")) {
    history.replaceState(null, "", "/"); // a reload restores the conversation instead of asking again
    return keep();
  }
  if (!errorBox.hidden || location.search) return;
  const kept = JSON.parse(sessionStorage.getItem(KEPT) || "null");
  if (!kept?.html) return;
  thread.innerHTML = kept.html;
  $("#conversation_id").value = kept.id;
  conversing();
  const last = thread.querySelector(".turno:last-of-type");
  const at = Number(sessionStorage.getItem(`${KEPT}-y`));
  if (at) scrollTo({ top: at, behavior: "instant" });
  else last?.scrollIntoView({ behavior: "instant" });
}

/** While the index still loads, what is being typed must not be lost to a reload of the page. */
function awaitReady() {
  const loading = $("#cargando");
  if (!loading) return;
  const timer = setInterval(async () => {
    const ready = await fetch("/readyz").catch(() => null);
    if (!ready?.ok) return;
    clearInterval(timer);
    loading.remove();
  }, 2000);
}

addEventListener("pagehide", () => sessionStorage.setItem(`${KEPT}-y`, String(scrollY)));

// --- Events -----------------------------------------------------------------------------------------------------------

form.addEventListener("submit", (event) => {
  event.preventDefault();
  ask(field.value);
});
field.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    form.requestSubmit();
  }
});
field.addEventListener("input", () => {
  clearError();
  count();
});
$("#detener").addEventListener("click", () => pending?.abort());
addEventListener("keydown", (event) => event.key === "Escape" && pending?.abort());
$("#nueva").addEventListener("click", () => {
  sessionStorage.removeItem(KEPT);
  sessionStorage.removeItem(`${KEPT}-y`);
});

document.addEventListener("click", (event) => {
  const target = event.target instanceof Element ? event.target : null;
  const example = target?.closest(".ejemplo");
  if (example && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
    event.preventDefault();
    ask(example.dataset.pregunta, true);
  }
  const button = target?.closest(".copiar");
  if (button) copy(button);
  const marker = target?.closest(".marca-cita");
  if (marker) document.getElementById(decodeURIComponent(marker.hash.slice(1)))?.closest("details")?.setAttribute("open", "");
});

thread.addEventListener("submit", (event) => {
  const sent = event.target;
  if (sent.matches(".siguientes")) {
    event.preventDefault();
    ask(event.submitter.value, true);
  } else if (sent.matches(".opinion")) {
    event.preventDefault();
    onOpinion(sent, event.submitter.value);
  }
});

restore();
awaitReady();
enhance(document);
count();
