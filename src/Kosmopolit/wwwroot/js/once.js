// An answer that somebody chose in a mail is sent for them, so that one tap is enough. Only when a person looks at the
// page: programs that open links in mails do not draw it, and without this the button is there.
export function sendOnce(root) {
  const form = root.querySelector("form[data-send=once]");
  if (form && root.visibilityState === "visible")
    requestAnimationFrame(() => form.requestSubmit(form.querySelector("button")));
}
