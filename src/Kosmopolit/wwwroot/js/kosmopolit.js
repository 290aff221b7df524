// Improves what already works without it. Nothing here is needed to read, search or send a form.
import { keepForms } from "./forms.js";

keepForms(document);

if ("serviceWorker" in navigator && location.protocol === "https:" || location.hostname === "localhost") {
  navigator.serviceWorker?.register("/offline.js").catch(() => { /* private windows refuse; pages work all the same */ });
}
