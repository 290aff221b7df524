// Improves what already works without it. Nothing here is needed to read, search or send a form.
import { filterLists } from "./filter.js";
import { keepForms } from "./forms.js";
import { sendOnce } from "./once.js";

keepForms(document);
filterLists(document);
sendOnce(document);

const passkeys = document.querySelectorAll("form[data-passkey]");
if (passkeys.length > 0) import("./passkeys.js").then(module => module.offerPasskeys(passkeys));

const asking = document.querySelector("input[data-likely]");
if (asking) import("./likely.js").then(module => module.offerLikely(asking));

const boxes = document.querySelectorAll("input[data-complete]");
if (boxes.length > 0) import("./complete.js").then(module => boxes.forEach(module.offerCompletions));

if (window.isSecureContext) {
  navigator.serviceWorker?.register("/offline.js").catch(() => { /* private windows refuse; pages work all the same */ });
}
