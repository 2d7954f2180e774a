// How far a job is, until it is over.
import { ask, digits } from "./api.mjs";

const box = document.querySelector(".job");
async function look() {
  const job = (await ask(`/api/v1/jobs/${box.dataset.job}`)).item;
  for (const name of ["read", "new", "changed", "same"]) box.querySelector(`[data-count="${name}"]`).textContent = digits(job[name]);
  box.querySelector('[data-count="failed"]').textContent = digits(job.failures.length);
  if (job.state === "done" || job.state === "failed") location.reload();
  else setTimeout(look, 400);
}
if (box.dataset.state === "waiting" || box.dataset.state === "running") look();
