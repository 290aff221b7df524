// Lets the browser's passkeys fill in forms that are marked for it: asks the site for a question, the browser for the
// answer, and sends the form as any other.

export function offerPasskeys(forms) {
  const knows = window.PublicKeyCredential?.parseRequestOptionsFromJSON !== undefined;
  for (const form of forms) {
    if (!knows) {
      form.parentElement.querySelector("[data-passkey-missing]").hidden = false;
      continue;
    }
    form.hidden = false;
    const inField = new AbortController();
    if (form.hasAttribute("data-in-field")) offerInField(form, inField.signal);
    form.addEventListener("submit", event => {
      event.preventDefault();
      // A browser answers one question at a time.
      inField.abort();
      fillIn(form).then(filled => { if (filled) form.submit(); }, () => { form.querySelector("[data-passkey-failed]").hidden = false; });
    });
  }
}

// Lets the passkeys of this device stand among the suggestions of the field that asks for an address. Whoever has none,
// or wants none, notices nothing.
async function offerInField(form, ended) {
  try {
    if (!(await PublicKeyCredential.isConditionalMediationAvailable?.())) return;
    // The site forgets its question after five minutes, so it is asked anew before; half an hour is long enough.
    for (let round = 0; round < 8 && !ended.aborted; round++) {
      const answer = await ask(form);
      if (!answer.ok) return;
      const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await answer.json());
      const signal = AbortSignal.any([ended, AbortSignal.timeout(4 * 60_000)]);
      const credential = await navigator.credentials.get({ publicKey, mediation: "conditional", signal }).catch(reason => {
        if (reason?.name !== "TimeoutError") throw reason;
      });
      if (credential && !ended.aborted) {
        put(form, credential);
        form.submit();
        return;
      }
    }
  } catch { /* the button and the code are there */ }
}

function ask(form) {
  const token = form.querySelector("[name=__RequestVerificationToken]");
  return fetch(form.dataset.question, { method: "POST", body: new URLSearchParams({ [token.name]: token.value }) });
}

function put(form, credential) {
  form.querySelector("[data-credential]").value = JSON.stringify(credential);
}

async function fillIn(form) {
  form.querySelector("[data-passkey-failed]").hidden = true;
  const answer = await ask(form);
  // The proof has grown old, or the session has ended: the page itself shows the way.
  if (answer.status === 403 || answer.redirected) {
    location.reload();
    return false;
  }
  if (!answer.ok) throw new Error(`question: ${answer.status}`);
  const question = await answer.json();
  const credential = form.dataset.passkey === "create"
    ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(question) })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(question) });
  put(form, credential);
  return true;
}
