// Values and their words: ranges over text nodes that are never touched, drawn by the CSS Custom Highlight API,
// or by boxes laid under the text where a browser has none.
const GROUPS = { killed: "figure", injured: "figure", harm: "figure", place: "place", when: "when", perpetrator: "who", against: "who", weapon: "means", target: "means", source: "source" };
export const native = () => typeof Highlight === "function" && !!CSS.highlights && !document.documentElement.dataset.overlay;

// Offsets of the server count code points; those of the page count units of UTF-16.
export function unitsOf(text, points) {
  let units = 0;
  for (let left = points; left > 0 && units < text.length; left--) units += text.codePointAt(units) > 0xffff ? 2 : 1;
  return units;
}
export function pointsOf(text, units) {
  let points = 0;
  for (let at = 0; at < units; points++) at += text.codePointAt(at) > 0xffff ? 2 : 1;
  return points;
}

export class Marked {
  constructor(root) {
    this.root = root;
    this.body = root.querySelector("[data-text]");
    this.lines = [...this.body.querySelectorAll("p[data-start]")].map((p) => {
      const text = p.firstChild?.data ?? "";
      const start = Number(p.dataset.start);
      return { p, node: p.firstChild, text, start, end: start + pointsOf(text, text.length) };
    });
    this.values = [...root.querySelectorAll(".value[data-span]")].map((button) => {
      const [start, end] = button.dataset.span.split(",").map(Number);
      return { button, start, end, group: GROUPS[button.dataset.field], ranges: this.ranges(start, end) };
    });
  }

  ranges(start, end) {
    const found = [];
    for (const line of this.lines) {
      if (!line.node || line.end <= start || line.start >= end) continue;
      const range = new Range();
      range.setStart(line.node, unitsOf(line.text, Math.max(0, start - line.start)));
      range.setEnd(line.node, unitsOf(line.text, Math.min(end, line.end) - line.start));
      found.push(range);
    }
    return found;
  }

  at(x, y) {
    const spot = document.caretPositionFromPoint?.(x, y);
    const old = spot ? null : document.caretRangeFromPoint?.(x, y);
    const node = spot?.offsetNode ?? old?.startContainer;
    return node ? this.offset(node, spot?.offset ?? old.startOffset) : null;
  }

  offset(node, units) {
    const line = this.lines.find((each) => each.node === node || each.p === node);
    return line ? line.start + (node === line.node ? pointsOf(line.text, units) : 0) : null;
  }

  covering(at) {
    const found = this.values.filter((value) => value.group && value.start <= at && at < value.end);
    return found.sort((a, b) => a.end - a.start - (b.end - b.start));
  }

  selection() {
    const chosen = getSelection();
    if (!chosen.rangeCount || chosen.isCollapsed) return null;
    const range = chosen.getRangeAt(0);
    if (!this.body.contains(range.commonAncestorContainer)) return null;
    const start = this.offset(range.startContainer, range.startOffset);
    const end = this.offset(range.endContainer, range.endOffset);
    return start === null || end === null || end <= start ? null : { start, end, text: this.text(start, end) };
  }

  text(start, end) {
    return this.lines.filter((l) => l.end > start && l.start < end).map((l) => l.text.slice(unitsOf(l.text, Math.max(0, start - l.start)), unitsOf(l.text, Math.min(end, l.end) - l.start))).join("\n");
  }
}

export function draw(all) {
  if (!native()) { all.forEach(lay); return; }
  const groups = new Map();
  for (const marked of all) for (const value of marked.values) {
    if (!value.group) continue;
    if (!groups.has(value.group)) groups.set(value.group, new Highlight());
    value.ranges.forEach((range) => groups.get(value.group).add(range));
  }
  CSS.highlights.clear();
  let priority = 0;
  for (const [name, highlight] of groups) { highlight.priority = priority++; CSS.highlights.set(`w-${name}`, highlight); }
}

export function heat(marked, values) {
  for (const value of marked.values) value.button.classList.toggle("hot", values.includes(value));
  if (!native()) { lay(marked, values); return; }
  const hot = new Highlight(...values.flatMap((value) => value.ranges));
  hot.priority = 100;
  CSS.highlights.set("w-hot", hot);
}

function lay(marked, hot = []) {
  marked.body.querySelectorAll(".lay").forEach((each) => each.remove());
  const frame = marked.body.getBoundingClientRect();
  for (const value of marked.values) {
    if (!value.group && !hot.includes?.(value)) continue;
    for (const box of value.ranges.flatMap((range) => [...range.getClientRects()])) {
      const under = document.createElement("div");
      under.className = hot.includes?.(value) ? "lay hot" : "lay";
      Object.assign(under.style, { insetBlockStart: `${box.top - frame.top - marked.body.clientTop + marked.body.scrollTop}px`, left: `${box.left - frame.left - marked.body.clientLeft}px`, width: `${box.width}px`, height: `${box.height}px` });
      marked.body.append(under);
    }
  }
}

// Words and values light up together, whichever is pointed at; returns what is pinned now.
export function link(marked, { pinned } = {}) {
  let pin = null;
  const show = (values) => heat(marked, values.length ? values : pin ? [pin] : []);
  const choose = (value, reveal) => {
    pin = value;
    marked.values.forEach((each) => each.button.classList.toggle("pinned", each === value));
    show([]);
    if (value && reveal) value.ranges[0]?.startContainer.parentElement.scrollIntoView({ block: "center", behavior: "auto" });
    pinned?.(value);
  };
  marked.body.addEventListener("pointermove", (event) => { const at = marked.at(event.clientX, event.clientY); show(at === null ? [] : marked.covering(at).slice(0, 1)); });
  marked.body.addEventListener("pointerleave", () => show([]));
  marked.body.addEventListener("click", (event) => {
    if (!getSelection().isCollapsed) return;
    const at = marked.at(event.clientX, event.clientY);
    const value = at === null ? undefined : marked.covering(at)[0];
    if (value) { choose(value, false); value.button.scrollIntoView({ block: "nearest" }); }
  });
  for (const value of marked.values) {
    value.button.addEventListener("pointerenter", () => show([value]));
    value.button.addEventListener("pointerleave", () => show([]));
    value.button.addEventListener("focus", () => choose(value, true));
    value.button.addEventListener("click", () => choose(value, true));
  }
  return { choose, get pin() { return pin; } };
}
