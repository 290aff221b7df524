// languages.json, and which of those languages a country speaks.
import { by, readJson, readTsv, writeJson } from './files.mjs';
import { names } from './cldr.mjs';

const three = ['en', 'sv', 'ar'];
const wide = [...three, 'fa', 'so', 'ti', 'ku', 'ckb', 'es', 'fr', 'th', 'vi', 'zh', 'ru', 'uk', 'tr', 'fi', 'pl', 'de', 'am'];

// Below this a language is named in the three interface languages only; it keeps the table small.
const widelySpoken = 3_000_000;

// Norwegian is declared as Bokmål or Nynorsk; the macro tag would be a third, overlapping choice.
// Afghans call their Persian Dari and declare it as such.
const base = (tag, a2) => (tag === 'no' ? 'nb' : tag === 'fa' && a2 === 'AF' ? 'prs' : tag.split('-')[0]);

// CLDR's "kurdiska" and "centralkurdiska" are not the words by which speakers tell the two apart.
const clearer = {
  ku: { en: 'Kurmanji (Northern Kurdish)', sv: 'kurmanji (nordkurdiska)', ar: 'الكردية الكرمانجية' },
  ckb: { en: 'Sorani (Central Kurdish)', sv: 'sorani (centralkurdiska)', ar: 'الكردية السورانية' },
  fa: { en: 'Persian (Farsi)', sv: 'persiska (farsi)' },
};

export function makeLanguages(reference) {
  const arabic = Object.fromEntries(readTsv('languages-arabic.tsv').map(({ tag, ar }) => [tag, ar]));
  const known = readJson(reference, 'languages.json').map(language => ({
    tag: language.tag,
    iso3: language.iso6393,
    names: { ...named(language), ...(arabic[language.tag] && { ar: arabic[language.tag] }), ...clearer[language.tag] },
    native: language.native,
    script: language.script,
    rtl: language.rtl,
  }));
  const added = readTsv('languages.tsv').map(({ tag, script, en, sv, ar, native }) => ({ tag, iso3: tag, names: { en, sv, ar }, native: native ?? null, script, rtl: script === 'Arab' }));
  const ours = new Set(added.map(({ tag }) => tag));
  const all = [...known.filter(({ tag }) => !ours.has(tag)), ...added].sort(by('tag'));
  writeJson('languages.json', all);
  return all;
}

function named(language) {
  const rare = language.speakersEst < widelySpoken && language.officialIn.length === 0;
  const found = names('languages', language.tag, rare ? three : wide);
  return { en: language.en, ...(language.sv && { sv: language.sv }), ...found };
}

/**
 * Languages of a country as [tag, share in per cent, status?]: official ones and those one in a hundred can use.
 * Scripts of one language are one entry (its largest share), because a person who declares Punjabi does not declare a script.
 */
export function spoken(a2, languages) {
  const merged = new Map();
  for (const { tag, pct, status } of languages) {
    if (tag === 'und') continue;
    const name = base(tag, a2), before = merged.get(name);
    merged.set(name, { tag: name, pct: Math.max(pct, before?.pct ?? 0), status: before?.status ?? status });
  }
  return [...merged.values()]
    .filter(({ pct, status }) => pct >= 1 || status)
    .sort((a, b) => b.pct - a.pct || by('tag')(a, b))
    .map(({ tag, pct, status }) => (status ? [tag, pct, status] : [tag, pct]));
}
