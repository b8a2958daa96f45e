// A question to the server, and its answer as a stream of events.

/** What went wrong, in words for the user. */
export class ProblemError extends Error {}

/** Puts a question; calls onPiece with each piece of the answer and resolves to the whole reply. */
export async function stream(question, conversation, signal, onPiece) {
  let response;
  try {
    response = await fetch("/api/chat", {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "text/event-stream" },
      body: JSON.stringify({ question, conversation_id: conversation || null }),
      signal,
    });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new ProblemError("No hay conexión con el servidor. Su pregunta sigue escrita: puede volver a enviarla.");
  }
  if (!response.ok) throw new ProblemError(await detail(response));
  try {
    for await (const { event, data } of events(response.body)) {
      if (event === "delta") onPiece(data.text);
      else if (event === "done") return data;
      else if (event === "error") throw new ProblemError(data.detail);
    }
  } catch (error) {
    if (error.name === "AbortError" || error instanceof ProblemError) throw error;
  }
  throw new ProblemError("La respuesta llegó incompleta. Su pregunta sigue escrita: puede volver a enviarla.");
}

/** What a problem reply says. */
export async function detail(response) {
  try {
    return (await response.json()).detail;
  } catch {
    return `El servidor respondió con un error (${response.status}). Inténtelo de nuevo en unos minutos.`;
  }
}

/** The events of a text/event-stream body; comments are skipped. */
async function* events(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const blocks = (rest + value).split(/\r?\n\r?\n/);
    rest = blocks.pop();
    for (const block of blocks) {
      const lines = block.split(/\r?\n/);
      const pick = (name) => lines.filter((l) => l.startsWith(`${name}:`)).map((l) => l.slice(name.length + 1).replace(/^ /, ""));
      const data = pick("data").join("\n");
      if (data) yield { event: pick("event")[0] || "message", data: JSON.parse(data) };
    }
  }
}
