// Map, chart and list over one filter and one selection. The address holds both; the server draws list and chart.
import { fragment, toast } from "./api.mjs";
import { Picture } from "./map.mjs";

const form = document.getElementById("filter");
const PARTS = ["found", "list", "pages", "tools", "timeline"];
let picture, loading;

const filterOf = () => { const all = new URLSearchParams(location.search); for (const name of ["order", "after", "selected"]) all.delete(name); return all; };
const addressOf = (query) => `${form.getAttribute("action")}${[...query].length ? `?${query}` : ""}`;

async function show(address, { push = true } = {}) {
  loading?.abort();
  loading = new AbortController();
  try {
    const page = await fragment(address, loading.signal);
    for (const id of PARTS) { const fresh = page.getElementById(id); if (fresh) document.getElementById(id).replaceWith(document.importNode(fresh, true)); }
    if (push) history.pushState(null, "", address);
    picture?.load(filterOf());
    chosenDays();
    select(new URLSearchParams(location.search).get("selected"), { push: false });
    document.documentElement.dataset.shown = address;
  } catch (error) { if (error.name !== "AbortError") toast(error.message, { bad: true }); }
}

function asked() {
  const query = filterOf();  // what the form has no field for stays as it is
  for (const field of form.elements) query.delete(field.name);
  for (const [name, value] of new FormData(form)) if (value && !(name === "order" && value === "newest")) query.append(name, value);
  return query;
}

let typing;
form.addEventListener("submit", (event) => { event.preventDefault(); show(addressOf(asked())); });
form.addEventListener("change", () => { clearTimeout(typing); show(addressOf(asked())); });
form.addEventListener("input", (event) => { if (event.target.type !== "search") return; clearTimeout(typing); typing = setTimeout(() => show(addressOf(asked())), 350); });
addEventListener("popstate", () => { fillForm(); show(location.pathname + location.search, { push: false }); });

function fillForm() {
  const query = new URLSearchParams(location.search);
  for (const field of form.elements) {
    if (!field.name) continue;
    if (field.type === "checkbox") field.checked = query.getAll(field.name).includes(field.value);
    else field.value = query.get(field.name) ?? (field.name === "order" ? "newest" : "");
  }
}

document.addEventListener("click", (event) => {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
  const inner = event.target.closest("#found a, #pages a, .views a");
  if (inner) { event.preventDefault(); history.pushState(null, "", inner.getAttribute("href")); fillForm(); show(inner.getAttribute("href"), { push: false }); return; }
  const row = event.target.closest("#list .row > a");
  if (row) { event.preventDefault(); const id = row.parentElement.dataset.incident; if (row.parentElement.hasAttribute("data-selected") && event.detail > 1) location.assign(row.href); else select(id); return; }
  const bar = event.target.closest(".bar, .spans g");
  if (bar?.dataset.incident) select(bar.dataset.incident);
  else if (bar) { form.elements.from.value = bar.dataset.from; form.elements.to.value = bar.dataset.to; show(addressOf(asked())); }
});

document.addEventListener("keydown", (event) => {
  if (event.target.closest("input, select, textarea, summary") || event.altKey || event.ctrlKey || event.metaKey) return;
  const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
  if (!step || (event.key.startsWith("Arrow") && !event.target.closest("#list"))) return;
  const rows = [...document.querySelectorAll("#list .row")];
  const at = rows.findIndex((row) => row.hasAttribute("data-selected"));
  const next = rows[Math.max(0, Math.min(rows.length - 1, at + step))];
  if (next) { event.preventDefault(); select(next.dataset.incident); next.querySelector("a").focus({ preventScroll: true }); }
});

export async function select(id, { push = true } = {}) {
  for (const row of document.querySelectorAll("#list .row")) {
    const mine = row.dataset.incident === id;
    row.toggleAttribute("data-selected", mine);
    if (mine) row.querySelector("a").setAttribute("aria-current", "true"); else row.querySelector("a").removeAttribute("aria-current");
    row.querySelector(".card").hidden = !mine;
    if (mine) { row.scrollIntoView({ block: "nearest" }); await open(row); }
  }
  for (const span of document.querySelectorAll(".spans g")) span.toggleAttribute("data-selected", span.dataset.incident === id);
  const row = id && document.getElementById(`row-${id}`);
  picture?.select(id, row?.dataset.lat ? [Number(row.dataset.lon), Number(row.dataset.lat)] : null);
  if (!push) return;
  const query = new URLSearchParams(location.search);
  if (id) query.set("selected", id); else query.delete("selected");
  history.replaceState(null, "", addressOf(query));
}

async function open(row) {
  const card = row.querySelector(".card");
  if (card.childElementCount) return;
  try { card.replaceChildren(...(await fragment(`/incidents/${row.dataset.incident}/card`)).body.childNodes); row.scrollIntoView({ block: "nearest" }); } catch (error) { toast(error.message, { bad: true }); }
}

function chosenDays() {
  const { from, to } = Object.fromEntries(new URLSearchParams(location.search));
  for (const bar of document.querySelectorAll(".bar")) bar.toggleAttribute("data-chosen", !!(from || to) && (!from || bar.dataset.to >= from) && (!to || bar.dataset.from <= to));
}

document.getElementById("here").addEventListener("click", () => {
  const box = picture?.box();
  if (!box) return;
  const query = asked();
  query.set("box", box.map((n) => n.toFixed(3)).join(","));
  show(addressOf(query));
});

chosenDays();
const first = new URLSearchParams(location.search).get("selected");
picture = await Picture.make(document.getElementById("map"), { select, filter: filterOf(), narrow: (box) => { const query = asked(); query.set("box", box.map((n) => n.toFixed(4)).join(",")); show(addressOf(query)); } });
if (first) select(first, { push: false });
document.documentElement.dataset.ready = "yes";
