// Asks the app's own server; every answer is JSON of one shape. Nothing here asks anybody else.
const said = (name) => document.querySelector(`meta[name="${name}"]`).content;
const csrf = said("csrf");

export class Refused extends Error {
  constructor(status, error) { super(error?.message ?? String(status)); this.status = status; this.code = error?.code; this.detail = error?.detail; }
}

export async function ask(path, body) {
  const options = body === undefined ? {} : { method: "POST", body: JSON.stringify(body), headers: { "Content-Type": "application/json", "X-CSRF": csrf } };
  let answer;
  try { answer = await fetch(path, options); } catch { throw new Refused(0, { message: said("unanswered") }); }
  const told = await answer.json().catch(() => ({}));
  if (!told.ok) throw new Refused(answer.status, told.error ?? { message: said("failed") });
  if (body !== undefined) document.dispatchEvent(new Event("acted"));
  return told;
}

export async function fragment(path, signal) {
  const answer = await fetch(path, { signal });
  if (!answer.ok) throw new Refused(answer.status, { message: said("failed") });
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

let known;
export const words = () => (known ??= JSON.parse(document.getElementById("words")?.textContent ?? "{}"));

export const fill = (pattern, parts) => pattern.replace(/\{(\w+)\}/g, (_, name) => parts[name] ?? "");

let timer;
export function toast(message, { bad = false, action } = {}) {
  const box = document.getElementById("toast");
  box.textContent = message;
  box.className = bad ? "on bad" : "on";
  if (action) {
    const button = document.createElement("button");
    button.textContent = action.label;
    button.addEventListener("click", () => { box.className = ""; action.run(); });
    box.append(button);
  }
  clearTimeout(timer);
  timer = setTimeout(() => { box.className = ""; }, bad ? 9000 : 5000);
}

export const digits = (text) => document.documentElement.dataset.digits === "arab" ? String(text).replace(/[0-9]/g, (d) => String.fromCharCode(0x660 + Number(d))) : String(text);
