// Improves what already works without it. Nothing here is needed to read, search or send a form.
import { filterLists } from "./filter.js";
import { keepForms } from "./forms.js";

keepForms(document);
filterLists(document);

if (window.isSecureContext) {
  navigator.serviceWorker?.register("/offline.js").catch(() => { /* private windows refuse; pages work all the same */ });
}
