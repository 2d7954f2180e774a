// What every page does: say that scripts run, close menus, ask now and then whether what it shows has changed.
document.documentElement.classList.add("js");
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(event.target)) menu.open = false;
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") for (const menu of document.querySelectorAll("details.menu[open]")) { menu.open = false; menu.querySelector("summary").focus(); }
});

// The browser's own button for files speaks the browser's language; ours speaks the page's.
document.addEventListener("change", (event) => {
  if (event.target.type !== "file") return;
  const said = event.target.parentElement.querySelector("output");
  said.dataset.none ??= said.textContent;
  said.textContent = [...event.target.files].map((file) => file.name).join(", ") || said.dataset.none;
});

const watched = document.body.dataset.watch;
const EVERY = 20_000;
let seen = null;
async function look() {
  if (document.hidden) return;
  const answer = await fetch(watched, { headers: seen ? { "If-None-Match": seen } : {}, redirect: "error" }).catch(() => null);
  const tag = answer?.headers.get("etag");
  if (!tag || tag === seen) return;
  if (seen) document.getElementById("fresh").hidden = false;
  seen = tag;
}
if (watched) {
  look();
  setInterval(look, EVERY);
  document.addEventListener("visibilitychange", look);
  document.addEventListener("acted", () => { seen = null; look(); });  // one's own act is no news
  document.querySelector("#fresh button").addEventListener("click", () => location.reload());
}
