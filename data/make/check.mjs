// make.mjs --check: what must hold for the tables, with the known exceptions of the source spelled out.
import { checkMaps } from './check-maps.mjs';
import { shares } from './shares.mjs';

// People may name several origins or faiths, or the source's own figures do not add up.
const overfull = { religions: new Set(['LB']), ethnic: new Set(['AU', 'BO', 'BZ', 'NZ']) };

// One figure for four groups together.
const unshared = new Set(['CD ethnic']);

export function check({ countries, facts, main, languages, sweden, former, holidays }) {
  const failures = [];
  const must = (holds, message) => { if (!holds) failures.push(message); };
  const codes = new Set(countries.map(({ a2 }) => a2)), tags = new Set(languages.map(({ tag }) => tag));
  must(codes.size === 250, `${codes.size} countries instead of 250`);
  for (const country of countries) {
    for (const a2 of country.borders) must(codes.has(a2), `${country.a2} borders unknown ${a2}`);
    for (const [tag] of country.languages) must(tags.has(tag), `${country.a2} speaks unknown ${tag}`);
    for (const locale of ['sv', 'en', 'ar']) must(country.names[locale], `${country.a2} has no ${locale} name`);
  }
  for (const fact of facts) checkFact(fact, main[fact.a2], codes, must);
  for (const language of languages) must(language.names.sv && language.names.en, `${language.tag} lacks a name`);
  must(sweden.counties.length === 21 && sweden.municipalities.length === 290, 'Sweden is not 21 + 290');
  for (const place of [...sweden.counties, ...sweden.municipalities]) must(place.ar, `${place.code} has no Arabic name`);
  for (const state of former) for (const a2 of state.successors) must(codes.has(a2), `${state.code} is succeeded by unknown ${a2}`);
  const years = new Set(holidays.filter(({ key }) => key === 'new-year').map(({ date }) => date.slice(0, 4)));
  must(years.size >= 3, 'holidays cover fewer than three years');
  for (const { iso2, date } of holidays) must(codes.has(iso2) && /^\d{4}-\d\d-\d\d$/u.test(date), `holiday ${iso2} ${date}`);
  checkMaps(countries, sweden, must);
  if (failures.length) throw new Error(failures.join('\n'));
  console.log(`checked ${countries.length} countries, ${facts.length} fact sheets, ${languages.length} languages`);
}

function checkFact(fact, entries, codes, must) {
  const people = entries[0].sections['People and Society'] ?? {};
  for (const [kind, field] of [['religions', 'Religions'], ['ethnic', 'Ethnic groups']]) {
    const source = typeof people[field] === 'string' ? people[field] : people[field]?.text ?? '';
    must(!/\d\s*%/u.test(source) || fact[kind].length > 0 || unshared.has(`${fact.a2} ${kind}`), `${fact.a2} ${kind}: a percentage in the source and no row: ${source}`);
    const sum = fact[kind].filter(row => row.approx !== '<').reduce((total, row) => total + row.pct, 0);
    must(sum <= 103 || overfull[kind].has(fact.a2), `${fact.a2} ${kind} sum to ${sum}`);
    for (const row of fact[kind].flatMap(each => [each, ...(each.parts ?? [])])) {
      must(row.pct >= 0 && row.pct <= 100, `${fact.a2} ${kind}: ${row.name} ${row.pct}`);
      must(!/[\d%()]/u.test(row.name) || shares(`${row.name} 1%`).length === 1, `${fact.a2} ${kind}: odd name "${row.name}"`);
    }
  }
  for (const [a2] of [...(fact.exports?.partners ?? []), ...(fact.imports?.partners ?? [])]) must(codes.has(a2), `${fact.a2} trades with unknown ${a2}`);
  must(!fact.government.of || codes.has(fact.government.of), `${fact.a2} belongs to unknown ${fact.government.of}`);
}
