// Keeps what somebody writes in this browser until it has been sent, so that a lost signal loses nothing.

const drafts = "form:";
const key = form => `${drafts}${location.pathname}:${form.getAttribute("data-keep")}`;

// What must not lie about in a browser, such as a number that may be a person's, says so with data-unkept.
const fields = form =>
  [...form.elements].filter(
    e => e.name && !e.name.startsWith("_") && !["password", "hidden", "submit"].includes(e.type) && !e.hasAttribute("data-unkept"));

const isTick = e => e.type === "checkbox" || e.type === "radio";
const nameOf = e => (isTick(e) ? `${e.name}=${e.value}` : e.name);

export function keepForms(root) {
  forgetSent();
  // Whoever leaves the browser to somebody else leaves no words in it.
  if (location.pathname === "/sign-out") forgetAll();
  for (const form of root.querySelectorAll("form[data-keep]")) {
    restore(form);
    form.addEventListener("input", () => save(form));
    form.addEventListener("submit", () => sessionStorage.setItem("sent", key(form)));
  }
}

// A form that was taken leads on to another page. One that was not is itself the answer, and a lost signal brings
// nobody anywhere: both keep the words, and so does a page that first asks who is there.
function forgetSent() {
  const sent = sessionStorage.getItem("sent");
  sessionStorage.removeItem("sent");
  const [way] = performance.getEntriesByType("navigation");
  if (sent && way?.redirectCount > 0 && !["/sign-in", "/me/prove"].includes(location.pathname)) sessionStorage.removeItem(sent);
}

function forgetAll() {
  for (const name of Object.keys(sessionStorage)) if (name.startsWith(drafts)) sessionStorage.removeItem(name);
}

function save(form) {
  const kept = Object.fromEntries(fields(form).map(e => [nameOf(e), isTick(e) ? e.checked : e.value]));
  sessionStorage.setItem(key(form), JSON.stringify(kept));
}

// Only what the page leaves empty is filled in: what it shows is newer or was chosen.
function restore(form) {
  const kept = JSON.parse(sessionStorage.getItem(key(form)) ?? "null");
  if (!kept) return;
  const answered = new Set(fields(form).filter(e => isTick(e) && e.checked).map(e => e.name));
  for (const e of fields(form)) {
    if (!(nameOf(e) in kept)) continue;
    if (isTick(e)) e.checked = e.checked || (!answered.has(e.name) && kept[nameOf(e)]);
    else if (!e.value) e.value = kept[nameOf(e)];
  }
}
