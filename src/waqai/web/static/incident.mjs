// The page of an incident: merge, split, give, and take back. The server decides; the page is loaded anew.
import { ask, toast, words } from "./api.mjs";

const box = document.querySelector("[data-incident]");
const home = box?.dataset.incident;
const acts = {
  async merge(data) { return (await ask("/api/v1/merges", { one: home, other: data.get("other").trim(), why: data.get("why") ?? "" })).item.incident; },
  async split(data) {
    const sightings = data.getAll("sighting");
    const all = document.querySelectorAll('input[name="sighting"]').length;
    if (!sightings.length || sightings.length === all) throw new Error(words().none);
    return (await ask("/api/v1/splits", { incident: home, sightings, why: data.get("why") ?? "" })).item.incident;
  },
  async assign(data) { await ask("/api/v1/assignments", { incidents: [{ incident: home, revision: Number(box.dataset.revision) }], who: data.get("who").trim() }); return home; },
};

for (const form of document.querySelectorAll("form[data-act]")) form.addEventListener("submit", async (event) => {
  event.preventDefault();
  try { location.assign(`/incidents/${await acts[form.dataset.act](new FormData(form))}`); } catch (error) { toast(error.message, { bad: true }); }
});
for (const button of document.querySelectorAll("[data-undo]")) button.addEventListener("click", async () => {
  try { await ask("/api/v1/undo", { decision: Number(button.dataset.undo) }); location.reload(); } catch (error) { toast(error.message, { bad: true }); }
});
document.documentElement.dataset.ready = "yes";
