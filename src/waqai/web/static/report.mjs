// The page of a report: words and values; the tree of reasons when it is asked for.
import { fragment } from "./api.mjs";
import { Marked, draw, link } from "./marks.mjs";

const marked = new Marked(document.querySelector(".report"));
const linked = link(marked);
document.fonts.ready.then(() => draw([marked]));
addEventListener("resize", () => draw([marked]));

function toHash() {
  const value = marked.values.find((each) => each.button.id === location.hash.slice(1));
  if (value) { linked.choose(value, true); value.button.scrollIntoView({ block: "nearest" }); }
}
document.fonts.ready.then(toHash);
addEventListener("hashchange", toHash);

for (const why of document.querySelectorAll("details.why")) why.addEventListener("toggle", async () => {
  if (!why.open || why.dataset.done) return;
  why.dataset.done = "yes";
  why.querySelector("div").replaceChildren(...(await fragment(why.dataset.src)).body.childNodes);
});
document.documentElement.dataset.ready = "yes";
