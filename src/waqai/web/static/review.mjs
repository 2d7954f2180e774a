// The queue, worked through with the keyboard: j k a r c w u m. What was decided on an old sight of things is refused.
import { Refused, ask, digits, fill, fragment, toast, words } from "./api.mjs";
import { Marked, draw, link } from "./marks.mjs";

const queue = document.getElementById("queue");
const sheet = document.getElementById("sheet");
const ready = new Map();
let open = null, marks = [], fixing = null;

const rows = () => [...queue.querySelectorAll(".row")];
const chosen = () => queue.querySelector(".row[data-selected]");
const sheetOf = (id) => { if (!ready.has(id)) ready.set(id, fragment(`/incidents/${id}/sheet`)); return ready.get(id); };

async function show(id) {
  if (!id) return;
  open = id;
  for (const row of rows()) row.toggleAttribute("data-selected", row.dataset.incident === id);
  chosen()?.scrollIntoView({ block: "nearest" });
  const query = new URLSearchParams(location.search);
  query.set("selected", id);
  history.replaceState(null, "", `?${query}`);
  let page;
  try { page = await sheetOf(id); } catch (error) { ready.delete(id); toast(error.message, { bad: true }); return; }
  if (open !== id) return;
  sheet.replaceChildren(...document.importNode(page.body, true).childNodes);
  marks = [...sheet.querySelectorAll(".report")].map((root) => new Marked(root));
  draw(marks);
  marks.forEach((marked) => { marked.linked = link(marked, { pinned: (value) => { if (value) marks.forEach((other) => { if (other !== marked && other.linked?.pin) other.linked.choose(null); }); fix(value && { marked, value }); } }); });
  const first = marks[0]?.values.find((value) => value.group && value.group !== "source");
  first?.ranges[0]?.startContainer.parentElement.scrollIntoView({ block: "nearest" });
  document.documentElement.dataset.sheet = id;
  const next = rows()[rows().indexOf(chosen()) + 1];
  if (next) sheetOf(next.dataset.incident).catch(() => ready.delete(next.dataset.incident));
}

const inside = () => sheet.querySelector(".sheet-in");
const seen = (id = open) => {
  const row = rows().find((each) => each.dataset.incident === id);
  const source = id === open && inside() ? inside() : row;
  return { incident: id, revision: Number(source.dataset.revision), changed: source.dataset.changed };
};

function step(by) {
  const all = rows(), at = all.indexOf(chosen());
  const next = all[at + by];
  if (next) show(next.dataset.incident); else toast(words().end);
}

function nextState() {
  const { state, by } = inside().dataset;
  if (state === "reviewed") return by === words().me ? "final" : "second_read";
  return state === "second_read" ? "final" : "reviewed";
}

async function decide(state, note = "") {
  const id = open;
  try {
    const { items: [done] } = await ask("/api/v1/reviews", { incidents: [seen()], state, note });
    settle(id, done.review);
    ready.delete(id);
    toast(state === "rejected" ? words().rejected : words().accepted);
    const at = rows().indexOf(chosen());
    if (rows()[at + 1]) step(1); else show(id);
  } catch (error) { refused(error, id); }
}

function refused(error, id) {
  ready.delete(id);
  if (error instanceof Refused && error.status === 409 && error.detail?.review) {
    const { review, changed } = error.detail;
    const row = rows().find((each) => each.dataset.incident === id);
    if (row) Object.assign(row.dataset, { revision: review.revision, changed: changed ?? "" });
    const by = review.by ? ` ${fill(words().by, { who: review.second_by ?? review.by, state: labelOf(review.state) })}` : "";
    toast(words().stale + by, { bad: true });
    show(id);
  } else toast(error.message, { bad: true });
}

function settle(id, review) {
  const row = rows().find((each) => each.dataset.incident === id);
  if (!row) return;
  Object.assign(row.dataset, { revision: review.revision, state: review.state });
  const state = row.querySelector(".state");
  state.className = `state state-${review.state}`;
  state.textContent = labelOf(review.state);
}

const labelOf = (state) => document.querySelector(`#filter option[value="${state}"]`)?.textContent ?? state;

function reason() {
  const dialog = document.getElementById("reason");
  const note = dialog.querySelector("textarea");
  note.value = "";
  dialog.returnValue = "cancel";
  dialog.showModal();
  note.focus();
  return new Promise((resolve) => dialog.addEventListener("close", () => resolve(dialog.returnValue === "ok" ? note.value.trim() : null), { once: true }));
}
document.querySelector("#reason textarea").addEventListener("keydown", (event) => { if (event.key === "Enter" && !event.shiftKey) { event.preventDefault(); document.querySelector('#reason button[value="ok"]').click(); } });

async function undo() {
  try {
    const { item } = await ask("/api/v1/undo", {});
    toast(words().undone);
    ready.clear();
    await refresh();
    show(rows().find((row) => item.subject === row.dataset.incident)?.dataset.incident ?? open);
  } catch (error) { toast(error.message, { bad: true }); }
}

async function refresh() {
  const page = await fragment(location.pathname + location.search);
  const fresh = new Map([...page.querySelectorAll("#queue .row")].map((row) => [row.dataset.incident, row]));
  for (const row of rows()) { const now = fresh.get(row.dataset.incident); if (now) { Object.assign(row.dataset, { ...now.dataset }); row.querySelector(".told").replaceChildren(...now.querySelector(".told").childNodes); fresh.delete(row.dataset.incident); } }
  for (const row of fresh.values()) queue.prepend(document.importNode(row, true));
}

// -- correcting
const FORMS = { killed: ["low", "high"], injured: ["low", "high"], when: ["start", "end"], kind: ["value"], status: ["value"], place: ["value"] };
function fix(target) { fixing = target; const form = sheet.querySelector("form.correct"); if (form && !form.hidden) prepare(form); }

function prepare(form) {
  const { marked, value } = fixing;
  const field = value.button.dataset.field;
  form.hidden = false;
  form.querySelector(".which").textContent = value.button.querySelector(".name").textContent;
  for (const label of form.querySelectorAll("[data-for]")) label.hidden = !(FORMS[field] ?? ["value"]).includes(label.dataset.for);
  for (const input of form.querySelectorAll("input")) input.value = "";
  const now = valueOf(value.button);
  for (const name of ["low", "high", "start", "end"]) form.elements[name].value = now[name] ?? "";
  form.elements.value.value = typeof now === "string" ? now : (now.name ?? "");
  offer(field);
  chooseWords(form, { start: value.start, end: value.end, text: marked.text(value.start, value.end) });
}

const valueOf = (button) => JSON.parse(button.dataset.value);
let candidates = [];

// What may be written: ids of the vocabulary, or places of the index by that name.
async function offer(field, name = "") {
  const list = document.getElementById("options");
  if (!list) return;
  const options = (select) => [...document.querySelectorAll(`#filter select[name="${select}"] option`)].filter((each) => each.value).map((each) => [each.value, each.textContent]);
  if (field === "kind" || field === "status") candidates = options(field);
  else if (field === "place" && name.length > 1) {
    const { items } = await ask(`/api/v1/places?name=${encodeURIComponent(name)}`);
    candidates = items.map((each) => [each.id, [each.name, each.name_ar, each.admin1, each.country, each.level].filter(Boolean).join(" · "), each]);
  } else candidates = [];
  list.replaceChildren(...candidates.map(([value, label]) => new Option(label, value)));
}

let waiting;
sheet.addEventListener("input", (event) => {
  if (event.target.name !== "value" || fixing?.value.button.dataset.field !== "place") return;
  clearTimeout(waiting);
  waiting = setTimeout(() => offer("place", event.target.value).catch(() => {}), 250);
});

// Every place of the sighting with the chosen one put right.
function placesOf(button, made) {
  const all = [...button.closest("[data-sighting]").querySelectorAll(".value.field-place[data-span]")];
  return all.map((each) => {
    if (each === button) return made;
    const [start, end] = each.dataset.span.split(",").map(Number);
    return { ...valueOf(each), text: fixing.marked.text(start, end), span: [start, end] };
  });
}

function chooseWords(form, picked) { form.picked = picked; form.querySelector("output").textContent = picked.text; }

document.addEventListener("selectionchange", () => {
  const form = sheet.querySelector("form.correct");
  if (!form || form.hidden || !fixing) return;
  const picked = fixing.marked.selection();
  if (picked) chooseWords(form, picked);
});

function correct() {
  const form = sheet.querySelector("form.correct");
  if (!fixing) { toast(words().pick); return; }
  prepare(form);
  [...form.querySelectorAll("input")].find((input) => !input.closest("[hidden]"))?.focus();
}

async function save(form) {
  const { value } = fixing, field = value.button.dataset.field, picked = form.picked;
  const sighting = value.button.closest("[data-sighting]").dataset.sighting;
  const base = { text: picked.text, span: [picked.start, picked.end] };
  const number = (name) => form.elements[name].value === "" ? null : Number(form.elements[name].value);
  const fields = {};
  if (field === "killed" || field === "injured") fields[field] = { ...base, low: number("low") ?? 0, high: number("high") };
  else if (field === "when") fields.when = { ...base, start: form.elements.start.value || null, end: form.elements.end.value || form.elements.start.value || null, precision: "day" };
  else if (field === "place") {
    const said = form.elements.value.value.trim();
    const known = candidates.find(([id, , each]) => each && (id === said || each.name === said || each.name_ar === said))?.[2] ?? (await ask(`/api/v1/places?name=${encodeURIComponent(said || picked.text)}`)).items[0];
    fields.places = placesOf(value.button, { ...known, ...base, name: known?.name ?? (said || picked.text), why: "chosen by a person" });
  }
  else if (field === "kind" || field === "status") fields[field] = form.elements.value.value;
  else { toast(words().pick); return; }
  const id = open;
  try {
    await ask("/api/v1/corrections", { sighting, fields, why: form.elements.why.value });
    ready.delete(id);
    fixing = null;
    toast(words().corrected, { action: { label: document.querySelector('[data-key="u"]').textContent.trim().slice(1), run: undo } });
    await refresh();
    await show(id);
    sheet.focus({ preventScroll: true });
  } catch (error) { toast(error.message, { bad: true }); }
}
sheet.addEventListener("submit", (event) => { event.preventDefault(); save(event.target); });

// -- keys and buttons
const KEYS = {
  j: () => step(1), k: () => step(-1), a: () => decide(nextState()), c: correct, u: undo,
  w: () => decide("needs_work"),
  r: async () => { const note = await reason(); if (note) decide("rejected", note); },
  m: async () => { const id = open; try { await ask("/api/v1/assignments", { incidents: [seen()], who: words().me }); ready.delete(id); await refresh(); await show(id); toast(words().saved); } catch (error) { toast(error.message, { bad: true }); } },
};
document.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const form = sheet.querySelector("form.correct");
  if (event.key === "Escape" && form && !form.hidden) { form.hidden = true; sheet.focus({ preventScroll: true }); return; }
  if (event.target.closest("input:not([type=checkbox]), select, textarea, dialog")) return;
  const act = KEYS[event.key.toLowerCase()];
  if (act && (open || event.key === "u")) { event.preventDefault(); act(); }
});
sheet.addEventListener("click", (event) => {
  const key = event.target.closest("[data-key]")?.dataset.key;
  if (key) KEYS[key]();
  if (event.target.closest("[data-cancel]")) sheet.querySelector("form.correct").hidden = true;
});
queue.addEventListener("click", (event) => {
  const link_ = event.target.closest(".row > a");
  if (link_ && !event.ctrlKey && !event.metaKey) { event.preventDefault(); show(link_.parentElement.dataset.incident); }
});

// -- many at once
const ticked = () => [...queue.querySelectorAll("input:checked")].map((box) => box.value);
const tools = [...document.querySelectorAll("[data-bulk], #give")];
document.getElementById("all").addEventListener("change", (event) => { for (const box of queue.querySelectorAll("input")) box.checked = event.target.checked; tool(); });
queue.addEventListener("change", tool);
function tool() { const none = !ticked().length; tools.forEach((each) => { each.disabled = none; }); }

async function bulk(state, note = "") {
  try {
    const { items } = await ask("/api/v1/reviews", { incidents: ticked().map((id) => seen(id)), state, note });
    for (const each of items) { ready.delete(each.incident); if (each.ok) settle(each.incident, each.review); }
    const done = items.filter((each) => each.ok).length;
    toast(fill(words().bulk, { done: digits(done), left: digits(items.length - done) }));
    await refresh();
    show(open);
  } catch (error) { toast(error.message, { bad: true }); }
}
document.querySelector('[data-bulk="accept"]').addEventListener("click", () => bulk("reviewed"));
document.querySelector('[data-bulk="reject"]').addEventListener("click", async () => { const note = await reason(); if (note) bulk("rejected", note); });
document.getElementById("give").addEventListener("change", async (event) => {
  try { await ask("/api/v1/assignments", { incidents: ticked().map((id) => seen(id)), who: event.target.value }); event.target.value = ""; await refresh(); toast(words().saved); } catch (error) { toast(error.message, { bad: true }); }
});

await show(chosen()?.dataset.incident ?? rows()[0]?.dataset.incident ?? new URLSearchParams(location.search).get("selected"));
document.documentElement.dataset.ready = "yes";
