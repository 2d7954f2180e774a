// The map: countries drawn from files of this app, marks as HTML, in cells that the server counts. No other host is asked.
import { Map as Chart, Marker, NavigationControl, setRTLTextPlugin } from "./vendor/maplibre-gl.mjs";
import { ask, digits, fill, toast, words } from "./api.mjs";

const ICONS = "/static/icons.svg#lane-";
const LANES = { strike: ["air_strike", "drone_strike", "missile_strike", "shelling", "chemical_attack"], blast: ["bombing", "suicide_bombing", "mine_explosion", "explosion", "destruction"], battle: ["attack", "clash", "ground_assault", "shooting", "interception", "territory_change"], people: ["assault", "execution", "abduction", "detention", "displacement"], protest: ["protest", "riot_crackdown"], dealing: ["talks", "agreement", "ceasefire", "exchange", "release", "appointment", "sanction", "aid"], toll: ["toll"] };
const laneOf = (kind) => Object.keys(LANES).find((lane) => LANES[lane].includes(kind)) ?? "other";
const PIXELS = 46;
// Where a spot is: as the list has it, which knows the reader's language; several places have no one name.
const named = (spot) => (spot.one && spot.incident && document.querySelector(`#row-${spot.incident} .where`)?.firstChild.textContent.trim()) || (spot.one ? spot.place : "");

export class Picture {
  static async make(box, how) {
    const picture = new Picture();
    Object.assign(picture, { box_: box, how, marks: [], filter: how.filter });
    try { await picture.start(); } catch (error) { box.querySelector(".wait").textContent = words().nogl; console.warn(error); }
    return picture;
  }

  async start() {
    setRTLTextPlugin(new URL("/static/vendor/mapbox-gl-rtl-text.js", location).href, false).catch(() => {});
    const map = new Chart({ container: this.box_, style: style(this.box_.dataset.lang), center: [38, 32], zoom: 2.6, minZoom: 0.8, maxZoom: 12, attributionControl: false, dragRotate: false, pitchWithRotate: false, touchPitch: false, renderWorldCopies: true, localIdeographFontFamily: false, locale: { "Map.Title": words().map, "NavigationControl.ZoomIn": words().zoom_in, "NavigationControl.ZoomOut": words().zoom_out } });
    this.map = map;
    map.addControl(new NavigationControl({ showCompass: false }), document.dir === "rtl" ? "top-left" : "top-right");
    map.getCanvas().setAttribute("aria-label", document.querySelector(".picture").getAttribute("aria-label"));
    map.getCanvas().tabIndex = -1;
    await new Promise((resolve) => map.once("load", resolve));
    this.box_.querySelector(".wait")?.remove();
    map.on("moveend", () => { this.draw(); this.provinces(); });
    map.once("idle", () => { document.documentElement.dataset.map = "drawn"; });
    await this.load(this.filter, { fit: true });
    this.provinces();
  }

  // Provinces are drawn, and fetched, once somebody looks closely.
  provinces() {
    if (this.detailed || this.map.getZoom() < 4) return;
    this.detailed = true;
    for (const layer of provinces(this.box_.dataset.lang)) this.map.addLayer(layer, layer.type === "line" ? "borders" : "labels");
  }

  box() { const bounds = this.map?.getBounds(); return bounds && [wrap(bounds.getWest()), Math.max(-90, bounds.getSouth()), wrap(bounds.getEast()), Math.min(90, bounds.getNorth())]; }

  async load(filter, { fit = false } = {}) {
    this.filter = filter;
    if (!this.map) return;
    if (fit) await this.fit();
    await this.draw();
  }

  async fit() {
    const spots = (await this.spots(4)).filter((spot) => spot.tier !== "country");
    if (!spots.length) return;
    const lons = spots.map((s) => s.lon), lats = spots.map((s) => s.lat);
    this.map.fitBounds([[Math.min(...lons), Math.min(...lats)], [Math.max(...lons), Math.max(...lats)]], { padding: 60, maxZoom: 6.5, duration: 0 });
  }

  async spots(cell) {
    const query = new URLSearchParams(this.filter);
    query.set("cell", cell.toFixed(4));
    return (await ask(`${this.box_.dataset.api}?${query}`)).items;
  }

  async draw() {
    const zoom = Math.round(this.map.getZoom() * 2) / 2;
    const key = `${zoom} ${this.filter}`;
    if (key === this.drawn) return;
    this.drawn = key;
    let spots;
    try { spots = await this.spots(Math.min(60, Math.max(0.0005, (PIXELS * 360) / (512 * 2 ** zoom)))); } catch (error) { toast(error.message, { bad: true }); return; }
    if (key !== this.drawn) return;
    this.marks.forEach((mark) => mark.remove());
    this.marks = spots.map((spot) => new Marker({ element: this.mark(spot) }).setLngLat([spot.lon, spot.lat]).addTo(this.map));
    document.documentElement.dataset.spots = String(spots.length);
    this.select(this.chosen, null);
  }

  mark(spot) {
    const lanes = new Set(spot.kinds.map(laneOf));
    const lane = lanes.size === 1 ? [...lanes][0] : "mixed";
    const button = document.createElement("button");
    button.type = "button";
    button.tabIndex = -1;
    button.className = `mark lane-${lane} ${lane === "mixed" ? "mixed" : ""} ${spot.tier} ${spot.number > 1 ? "many" : ""}`;
    button.title = button.ariaLabel = [named(spot), fill(words().spot, { number: digits(spot.number) }), spot.killed ? fill(words().killed, { number: digits(spot.killed) }) : "", words()[spot.tier]].filter(Boolean).join(" · ");
    if (spot.tier === "area") button.style.inlineSize = button.style.blockSize = `${this.across(spot)}px`;
    if (spot.incident) button.dataset.incident = spot.incident;
    if (spot.number === 1 || spot.tier === "country") button.append(icon(lane === "mixed" ? "other" : lane));
    if (spot.number > 1) button.append(digits(spot.number));
    button.addEventListener("click", () => this.open(spot));
    return button;
  }

  // A district or province is some 70 km across, whatever the zoom; never so small that it cannot be hit.
  across(spot) {
    const metres = (78271.5 * Math.cos((spot.lat * Math.PI) / 180)) / 2 ** this.map.getZoom();
    return Math.round(Math.max(38, Math.min(420, 70000 / metres)));
  }

  open(spot) {
    if (spot.incident && document.getElementById(`row-${spot.incident}`)) this.how.select(spot.incident);
    else if (spot.one || this.map.getZoom() > 11 || spot.incident) { const d = 0.01; this.how.narrow([spot.lon - d, spot.lat - d, spot.lon + d, spot.lat + d]); }
    else this.map.easeTo({ center: [spot.lon, spot.lat], zoom: this.map.getZoom() + 2 });
  }

  select(id, at) {
    this.chosen = id;
    if (!this.map) return;
    this.pin?.remove();
    this.pin = null;
    let shown = false;
    for (const mark of this.marks) { const mine = !!id && mark.getElement().dataset.incident === id; mark.getElement().toggleAttribute("data-selected", mine); shown ||= mine; }
    if (at && !this.map.getBounds().contains(at)) this.map.easeTo({ center: at, duration: 400 });
    if (at && !shown) this.pin = new Marker({ element: pin() }).setLngLat(at).addTo(this.map);
  }
}

function icon(lane) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", ICONS + lane);
  svg.append(use);
  return svg;
}

function pin() {
  const ring = document.createElement("div");
  ring.className = "mark";
  ring.toggleAttribute("data-selected", true);
  return ring;
}

const wrap = (lon) => ((((lon + 180) % 360) + 360) % 360) - 180;

const sourceOf = (name) => ({ type: "geojson", data: `${location.origin}/static/basemap/${name}.geojson` });

function provinces(lang) {
  const c = colours();
  return [
    { id: "regions", type: "line", minzoom: 4, source: sourceOf("regions"), paint: { "line-color": c.line, "line-width": 0.8, "line-dasharray": [3, 2] } },
    { id: "region-labels", type: "symbol", minzoom: 4.6, source: sourceOf("region-labels"), layout: { "text-field": ["get", lang], "text-font": ["Plex"], "text-size": 11, "text-max-width": 7 }, paint: { "text-color": c.ink, "text-halo-color": c.halo, "text-halo-width": 1.2 } },
  ];
}

function colours() {
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const theme = document.documentElement.dataset.theme;
  const night = theme === "dark" || (theme !== "light" && dark);
  return night ? { sea: "#0d1418", land: "#20262b", line: "#3d464e", ink: "#9ba6ae", halo: "#161b1f" } : { sea: "#dce7ec", land: "#f7f5f0", line: "#c9c4b8", ink: "#5f686f", halo: "#ffffff" };
}

function style(lang) {
  const c = colours();
  return {
    version: 8,
    sources: { land: sourceOf("land"), borders: sourceOf("borders"), labels: sourceOf("labels") },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": c.sea } },
      { id: "land", type: "fill", source: "land", paint: { "fill-color": c.land } },
      { id: "borders", type: "line", source: "borders", paint: { "line-color": c.line, "line-width": ["interpolate", ["linear"], ["zoom"], 1, 0.5, 8, 1.6] } },
      { id: "labels", type: "symbol", source: "labels", layout: { "text-field": ["get", lang], "text-font": ["Plex"], "text-size": ["interpolate", ["linear"], ["zoom"], 2, 11, 6, 15], "text-max-width": 7, "symbol-sort-key": ["-", 0, ["get", "size"]] }, paint: { "text-color": c.ink, "text-halo-color": c.halo, "text-halo-width": 1.4 } },
    ],
  };
}
