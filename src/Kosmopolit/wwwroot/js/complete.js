// Offers, while somebody types a question, how its last words may go on: the pattern "combobox with a list" of WAI-ARIA,
// where the choice is made by hand. Enter without a choice sends the question as it stands.
//
// Countries, languages, topics, places and trades are words of a question, so choosing one writes it and the question goes
// on: "vem kan tull i Polen" is seldom finished there, and whoever is done presses Enter once more. A person, a firm or
// a network is one page and no question, so choosing it opens that page; its line says so.
import { inLanguage } from "./address.js";

const Pause = 150;

export function offerCompletions(box) {
  const list = made("ul", "completions", { id: `${box.id}-completions`, role: "listbox", "aria-label": box.dataset.complete });
  const heard = made("p", "visually-hidden", { role: "status" });
  const counts = box.dataset.counts.split("|");
  let offers = [], active = -1, waiting, running;

  list.hidden = true;
  box.form.append(list, heard);
  // A search field may not be a combobox; it stays one for the keyboard of a phone.
  box.type = "text";
  box.inputMode = "search";
  set(box, { role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "false" });

  const ask = async () => {
    waiting = undefined;
    running?.abort();
    running = new AbortController();
    const typed = box.value;
    const found = await find(typed, running.signal);
    // An answer to what is no longer there, or for somebody who went on, came too late.
    if (found && typed === box.value && document.activeElement === box) show(found);
  };
  const soon = () => {
    // Only the end of a question is completed; whoever mends its middle is left alone.
    if (box.value.trim() === "" || box.selectionEnd !== box.value.length) return close();
    waiting ??= setTimeout(ask, Pause);
  };

  function show(found) {
    offers = found;
    move(-1);
    list.replaceChildren(...offers.map((offer, i) => line(offer, `${list.id}-${i}`)));
    open(offers.length > 0);
    heard.textContent = counts[offers.length - 1] ?? "";
  }

  function open(isOpen) {
    const opens = isOpen && list.hidden;
    list.hidden = !isOpen;
    // Low on a page, or above the keyboard of a phone, there is no room below the box: it goes to the top.
    if (opens && list.getBoundingClientRect().bottom > visualViewport.offsetTop + visualViewport.height)
      box.form.scrollIntoView({ block: "start" });
    box.setAttribute("aria-expanded", String(isOpen));
  }

  function close() {
    clearTimeout(waiting);
    waiting = undefined;
    running?.abort();
    move(-1);
    open(false);
    heard.textContent = "";
  }

  function move(to) {
    list.children[active]?.setAttribute("aria-selected", "false");
    active = to;
    const option = list.children[active];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) box.setAttribute("aria-activedescendant", option.id);
    else box.removeAttribute("aria-activedescendant");
  }

  function choose(offer) {
    close();
    if (offer.address) return location.assign(inLanguage(offer.address));
    box.value = offer.text;
    box.setSelectionRange(box.value.length, box.value.length);
    box.focus();
  }

  // Through all of them, and past either end back to what was typed.
  const step = by => move((active + 1 + by + offers.length + 1) % (offers.length + 1) - 1);
  const keys = {
    ArrowDown: () => (list.hidden ? soon() : step(1)),
    ArrowUp: () => !list.hidden && step(-1),
    Escape: () => !list.hidden && close(),
    Enter: () => !list.hidden && active >= 0 && choose(offers[active]),
  };

  box.addEventListener("input", soon);
  box.addEventListener("keydown", event => {
    // While a sign is being composed the keys belong to the input method.
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey || !Object.hasOwn(keys, event.key)) return;
    if (keys[event.key]() !== false) event.preventDefault();
  });
  box.addEventListener("blur", close);
  // The box keeps the focus, so that the keyboard of a phone stays.
  list.addEventListener("mousedown", event => event.preventDefault());
  list.addEventListener("click", event => {
    const option = event.target.closest("[role=option]");
    if (option) choose(offers[[...list.children].indexOf(option)]);
  });
  if (document.activeElement === box && box.value !== box.defaultValue) soon();
}

/** Nothing for an answer that was given up; an empty list when there is none to be had. */
async function find(typed, signal) {
  try {
    const answer = await fetch(inLanguage(`/api/v1/completions?q=${encodeURIComponent(typed)}`), { signal });
    const offers = answer.ok ? await answer.json() : [];
    return offers.filter(offer => offer.address || offer.text.toLowerCase() !== typed.trim().toLowerCase());
  } catch (fault) {
    return fault.name === "AbortError" ? undefined : [];
  }
}

function line(offer, id) {
  const option = made("li", "", { id, role: "option", "aria-selected": "false" });
  const name = made("bdi", "", { dir: "auto" });
  const label = made("span", "soft", {});
  name.textContent = offer.name;
  label.textContent = offer.label;
  option.append(name, " ", label);
  return option;
}

function made(tag, look, attributes) {
  const element = document.createElement(tag);
  if (look) element.className = look;
  set(element, attributes);
  return element;
}

function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}
