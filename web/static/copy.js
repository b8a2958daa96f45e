// An answer as plain text, with its sources, for the clipboard.

const $ = (selector, root) => root.querySelector(selector);

/** The text of a finished turn: the answer with its markers, then the sources. */
export function answerAsText(turn) {
  const sources = [...turn.querySelectorAll(".fuente")].map((source) => {
    const where = $(".fuente-donde strong", source).textContent;
    const marker = $(".fuente-numero", source).lastChild.textContent.trim();
    const quote = $("blockquote", source).textContent.replace(/\s+/g, " ").trim();
    return `[${marker}] ${where}: «${quote}» ${new URL($(".fuente-abrir a", source).href, location.href).href}`;
  });
  const answer = $(".texto", turn).cloneNode(true);
  for (const marker of answer.querySelectorAll(".marca-cita")) marker.textContent = `[${marker.textContent}]`;
  return [blockText(answer), ...(sources.length ? ["", "Fuentes:", ...sources] : [])].join("\n");
}

/** The text of rendered Markdown with a line for each block and a tab between cells. */
function blockText(root) {
  for (const row of root.querySelectorAll("tr")) row.replaceWith(`${[...row.cells].map((c) => c.textContent.trim()).join("\t")}\n`);
  for (const item of root.querySelectorAll("li")) item.prepend("- ");
  for (const block of root.querySelectorAll("p, li, h3, h4, h5, h6, div")) block.append("\n");
  return root.textContent.replace(/ +/g, " ").replace(/\n\s*\n+/g, "\n").trim();
}

/** Rejects where the browser does not let us. */
export async function toClipboard(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const area = document.createElement("textarea"); // plain http has no clipboard API
  area.value = text;
  document.body.append(area);
  area.select();
  const copied = document.execCommand("copy");
  area.remove();
  if (!copied) throw new Error("copy");
}
