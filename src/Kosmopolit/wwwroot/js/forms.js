// Keeps what somebody writes in this browser until it has been sent, so that a lost signal loses nothing.

const key = form => `form:${location.pathname}:${form.getAttribute("data-keep")}`;

const fields = form =>
  [...form.elements].filter(e => e.name && !e.name.startsWith("_") && !["password", "hidden", "submit"].includes(e.type));

export function keepForms(root) {
  for (const form of root.querySelectorAll("form[data-keep]")) {
    restore(form);
    form.addEventListener("input", () => save(form));
  }
  // The page that thanks for a form tells which one has arrived.
  const sent = root.querySelector("[data-sent]")?.getAttribute("data-sent");
  if (sent) sessionStorage.removeItem(sent);
}

function save(form) {
  const kept = Object.fromEntries(fields(form).map(e => [e.name, e.type === "checkbox" ? e.checked : e.value]));
  sessionStorage.setItem(key(form), JSON.stringify(kept));
}

function restore(form) {
  const kept = JSON.parse(sessionStorage.getItem(key(form)) ?? "null");
  if (!kept) return;
  for (const e of fields(form)) {
    if (!(e.name in kept) || e.value) continue;
    if (e.type === "checkbox") e.checked = kept[e.name];
    else e.value = kept[e.name];
  }
}
