// Narrows a list while somebody types in the box above it; the form still works without.

const fold = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase().replaceAll("ø", "o").replaceAll("ı", "i");

export function filterLists(root) {
  for (const box of root.querySelectorAll("input[data-filter]")) {
    const list = root.querySelector(`[data-filtered="${box.dataset.filter}"]`);
    if (list) box.addEventListener("input", () => narrow(list, fold(box.value.trim())));
  }
}

function narrow(list, wanted) {
  for (const section of list.querySelectorAll("section")) {
    let any = false;
    for (const item of section.querySelectorAll("li[data-name]")) {
      const fits = fold(item.dataset.name).includes(wanted);
      item.hidden = !fits;
      any ||= fits;
    }
    section.hidden = !any;
  }
}
