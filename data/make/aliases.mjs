// aliases.json and former-states.json: what people call places, languages, peoples and topics, collected by us.
import fs from 'node:fs';
import path from 'node:path';
import { by, own, readTsv, writeJson } from './files.mjs';

/** "IQ IR: Kurdistan, كردستان" as [codes, names]; a slash parts spellings of one name. */
const entries = file => fs.readFileSync(path.join(own, file), 'utf8').trim().split('\n').map(line => {
  const at = line.indexOf(':');
  return [line.slice(0, at).split(' '), line.slice(at + 1).split(/[,\/]\s*/u).map(name => name.trim()).filter(Boolean)];
});

/** Name → code, or the codes in the order of the list when a name is shared. */
function index(lists, allowed, file) {
  const found = new Map();
  for (const [codes, names] of lists) {
    for (const code of codes) if (!allowed.has(code)) throw new Error(`${file}: unknown ${code}`);
    for (const name of names) found.set(name, [...new Set([...(found.get(name) ?? []), ...codes])]);
  }
  return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, codes]) => [name, codes.length > 1 ? codes : codes[0]]));
}

export function makeAliases(countries, languages, main) {
  const a2 = new Set(countries.map(country => country.a2)), tags = new Set(languages.map(({ tag }) => tag));
  const capitals = countries.filter(({ capital }) => capital).map(({ a2: code, capital }) => [[code], [capital.en, capital.sv, capital.ar]]);
  const topics = Object.fromEntries(entries('alias-topics.txt').map(([[key], names]) => [key, names]));
  writeJson('aliases.json', {
    countries: index(entries('alias-countries.txt'), a2, 'alias-countries.txt'),
    languages: index(entries('alias-languages.txt'), tags, 'alias-languages.txt'),
    cities: index([...capitals, ...entries('alias-cities.txt').map(([codes, names]) => [codes, names.map(bare)])], a2, 'alias-cities.txt'),
    demonyms: index([...readTsv('demonyms.tsv').map(row => demonyms(row, main)), ...entries('demonyms-more.txt')], a2, 'demonyms'),
    topics,
  }, 2);
}

// "Birmingham (Alabama)" tells the editor of the list which one is meant; people write "Birmingham".
const bare = name => name.replace(/ \([^)]*\)$/u, '');

function demonyms({ a2, sv, people, ar }, main) {
  const [one, many = plural(one)] = people.split('/');
  const forms = [sv, ...(sv.endsWith('sk') ? [`${sv}t`, `${sv}a`] : []), one, many, ar, ...(ar.endsWith('ي') ? [`${ar}ة`, `${ar}ون`, `${ar}ين`] : [])];
  return [[a2], [...forms, ...english(main[a2]?.[0].sections['People and Society']?.Nationality)]];
}

// Nouns in -er and -are are the same in the plural: "en iranier, flera iranier".
const plural = noun => (/(?:er|are)$/u.test(noun) ? noun : `${noun}${noun.endsWith('ing') ? 'ar' : 'er'}`);

// "Iranian(s)", "Briton(s), British (collective plural)": the source's sentence, of which only plain forms are taken.
function english(nationality) {
  const noun = /^([\p{Lu}][\p{L} '-]+?)\(?(e?s)?\)?(?:[,;(]|$)/u.exec(nationality?.noun?.split(/ or |, /u)[0] ?? '');
  const adjective = /^[\p{Lu}][\p{L}-]+(?: [\p{Lu}][\p{L}-]+)*$/u.exec(nationality?.adjective?.split(/ or |, |;/u)[0].trim() ?? '');
  const forms = [noun?.[1], noun?.[2] && noun[1] + noun[2], adjective?.[0]].filter(Boolean).map(form => form.trim());
  return [...new Set(forms)].filter(form => form.length > 2);
}

export function makeFormerStates() {
  const states = readTsv('former-states.tsv').map(row => {
    const more = (row.others ?? '').split(';').filter(Boolean).map(pair => pair.split('='));
    return {
      code: row.code, kind: row.kind, from: Number(row.from), to: Number(row.to), successors: row.successors.split(' '),
      names: { sv: row.sv, en: row.en, ar: row.ar, ...Object.fromEntries(more.filter(([key]) => key !== 'alias')) },
      aliases: more.filter(([key]) => key === 'alias').map(([, name]) => name),
    };
  });
  writeJson('former-states.json', states.sort(by('code')));
  return states;
}
