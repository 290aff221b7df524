// Keeps what somebody writes in this browser until it has been sent, so that a lost signal loses nothing.

const drafts = "form:";
// One text is written on several pages, which all send it to the same one.
const home = form => new URL(form.getAttribute("action") || location.href, location.href).pathname;
const key = form => `${drafts}${home(form)}:${form.getAttribute("data-keep")}`;

// What must not lie about in a browser, such as a number that may be a person's, says so with data-unkept.
const fields = form =>
  [...form.elements].filter(
    e => e.name && !e.name.startsWith("_") && !e.hasAttribute("data-unkept")
      && (e.type === "hidden" ? e.hasAttribute("data-kept-with") : !["password", "submit", "file"].includes(e.type)));

const isTick = e => e.type === "checkbox" || e.type === "radio";
const nameOf = e => (isTick(e) ? `${e.name}=${e.value}` : e.name);

// What the page itself brought, whatever was typed since.
const brought = e =>
  isTick(e) ? e.defaultChecked : e.type === "select-one" ? ([...e.options].find(o => o.defaultSelected) ?? e.options[0])?.value : e.defaultValue;

// What the page showed when the words that are kept were begun. No field has a name that begins so.
const begun = "_begun";
const beginnings = new WeakMap();

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
  kept[begun] = beginnings.get(form);
  sessionStorage.setItem(key(form), JSON.stringify(kept));
}

// Only what the page leaves empty is filled in: what it shows is newer or was chosen. A list always shows something; it
// goes with the words that were written beside it. What somebody else changed or took away since they were begun stays as
// it is now, for the form says that its writer has seen it.
function restore(form) {
  const shown = Object.fromEntries(fields(form).filter(e => e.type !== "hidden").map(e => [nameOf(e), brought(e)]));
  beginnings.set(form, shown);
  const kept = JSON.parse(sessionStorage.getItem(key(form)) ?? "null");
  if (!kept) return;
  const before = kept[begun] ?? {};
  // An answer shows what was sent, not what is stored.
  const isAnswer = form.hasAttribute("data-answered");
  if (isAnswer) beginnings.set(form, before);
  const isAsBegun = e => isAnswer || !(nameOf(e) in before) || before[nameOf(e)] === shown[nameOf(e)];
  const answered = new Set(fields(form).filter(e => isTick(e) && e.checked).map(e => e.name));
  let filled = false;
  for (const e of fields(form).filter(isAsBegun)) {
    const was = kept[nameOf(e)];
    if (was === undefined) continue;
    if (isTick(e)) e.checked = e.checked || (!answered.has(e.name) && was);
    else if (!e.value && was) {
      e.value = was;
      filled ||= e.type !== "select-one";
    }
  }
  if (filled) for (const e of fields(form).filter(isAsBegun)) if (e.type === "select-one" && kept[nameOf(e)]) choose(e, kept[nameOf(e)]);
  const offer = form.querySelector("[data-kept]");
  if (offer && isAnswer) save(form);
  else if (offer && fields(form).some(e => differs(e, kept[nameOf(e)]))) askWhich(form, kept, offer);
}

const differs = (e, was) => was !== undefined && !isTick(e) && e.type !== "hidden" && e.value !== was;

// An entry that is no longer there would leave the list empty.
function choose(list, value) {
  if ([...list.options].some(o => o.value === value)) list.value = value;
}

// The page shows one text and the browser keeps another: only their writer knows which is wanted. What is put back is of the
// version it was begun from, so that whoever wrote meanwhile loses nothing.
function askWhich(form, kept, offer) {
  offer.hidden = false;
  offer.querySelector("[data-kept-back]").addEventListener("click", () => {
    for (const e of fields(form)) {
      const was = kept[nameOf(e)];
      if (was === undefined) continue;
      if (isTick(e)) e.checked = was;
      else if (e.type === "select-one") choose(e, was);
      else e.value = was;
    }
    beginnings.set(form, kept[begun] ?? {});
    save(form);
    offer.hidden = true;
  });
  offer.querySelector("[data-kept-away]").addEventListener("click", () => {
    sessionStorage.removeItem(key(form));
    offer.hidden = true;
  });
}
