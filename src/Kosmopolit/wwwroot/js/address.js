// A language chosen in the address stays chosen.
const language = new URLSearchParams(location.search).get("lang");

export function inLanguage(address) {
  if (!language) return address;
  const there = new URL(address, location.href);
  there.searchParams.set("lang", language);
  return there.pathname + there.search + there.hash;
}
