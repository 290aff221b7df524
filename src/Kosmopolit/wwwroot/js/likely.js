// Shows, while somebody writes a question, what is known already. The form shows the same before it asks.
import { inLanguage } from "./address.js";

const Pause = 400;

export function offerLikely(box) {
  const list = document.getElementById(box.dataset.likely);
  let waiting, running;
  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      running?.abort();
      running = new AbortController();
      show(list, await find(box.value.trim(), running.signal));
    }, Pause);
  });
}

async function find(words, signal) {
  if (words.length < 8) return [];
  try {
    const found = await Promise.all(["questions", "knowledge"].map(async kind => {
      const answer = await fetch(inLanguage(`/api/v1/search?kind=${kind}&count=3&q=${encodeURIComponent(words)}`), { signal });
      return answer.ok ? (await answer.json()).hits : [];
    }));
    return found.flat();
  } catch {
    return []; // Typed on, or no net: the form goes on without.
  }
}

function show(list, hits) {
  list.hidden = hits.length === 0;
  list.replaceChildren(...hits.map(hit => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = inLanguage(hit.address);
    link.textContent = hit.title;
    link.dir = "auto";
    item.append(link);
    return item;
  }));
}
