// The source's wording of a government type and legal system as the few words the catalogue translates.

// Where the wording alone would be read wrongly: a footnote, a name of its own, or two states in one sentence.
const stated = {
  AD: { form: 'constitutional-monarchy', system: 'parliamentary' }, AE: { form: 'absolute-monarchy', federal: true }, AF: { form: 'theocratic' },
  AM: { form: 'republic', system: 'parliamentary' }, AQ: { form: 'treaty' }, CH: { form: 'republic', system: null, federal: true },
  CY: { form: 'republic', system: 'presidential' }, EH: { form: 'disputed' }, ER: { form: 'authoritarian' }, IL: { form: 'republic', system: 'parliamentary' },
  KP: { form: 'communist-state' }, MH: { form: 'republic', system: null }, NE: { form: 'military', system: null },
  US: { form: 'republic', system: 'presidential', federal: true }, VA: { form: 'absolute-monarchy' },
};

export const sovereigns = {
  AI: 'GB', AS: 'US', AW: 'NL', AX: 'FI', BL: 'FR', BM: 'GB', BQ: 'NL', BV: 'NO', CC: 'AU', CK: 'NZ', CW: 'NL', CX: 'AU', FK: 'GB', FO: 'DK', GF: 'FR', GG: 'GB', GI: 'GB', GL: 'DK',
  GP: 'FR', GS: 'GB', GU: 'US', HK: 'CN', HM: 'AU', IM: 'GB', IO: 'GB', JE: 'GB', KY: 'GB', MF: 'FR', MO: 'CN', MP: 'US', MQ: 'FR', MS: 'GB', NC: 'FR', NF: 'AU', NU: 'NZ', PF: 'FR',
  PM: 'FR', PN: 'GB', PR: 'US', RE: 'FR', SH: 'GB', SJ: 'NO', SX: 'NL', TC: 'GB', TF: 'FR', TK: 'NZ', UM: 'US', VG: 'GB', VI: 'US', WF: 'FR', YT: 'FR',
};

const forms = [
  [/communist/u, 'communist-state'], [/theocratic/u, 'theocratic-republic'], [/military/u, 'military'], [/transition/u, 'transitional'],
  [/absolute monarchy/u, 'absolute-monarchy'], [/monarchy|Commonwealth realm(?!.*republic)/u, 'constitutional-monarchy'], [/republic|federation/u, 'republic'],
];

/** {form, system, federal, of?}: form and system are catalogue words, `of` the sovereign state of a dependency. */
export function government(a2, text = '') {
  if (sovereigns[a2]) return { form: 'dependency', system: null, federal: false, of: sovereigns[a2] };
  const plain = text.split(/;\s*note|\n/u)[0];
  // Barbados left the monarchy in 2021 and stays a "Commonwealth realm" in the source's sentence only.
  const form = /parliamentary republic/u.test(plain) ? 'republic' : forms.find(([pattern]) => pattern.test(plain))?.[1] ?? 'unknown';
  const system = ['semi-presidential', 'presidential', 'parliamentary'].find(word => plain.includes(word)) ?? (/parliament/iu.test(plain) ? 'parliamentary' : null);
  return { form, system: form === 'communist-state' ? null : system, federal: /federal|federation/u.test(plain), ...stated[a2] };
}

const laws = [['civil', /civil (?:law|legal|system)|civil code|Napoleonic|civil and|of civil|Roman-Dutch|civil,/iu], ['common', /common law|common,|common and/iu], ['islamic', /islamic|sharia/iu], ['customary', /customary|traditional law|tribal/iu], ['socialist', /socialist|communist/iu], ['jewish', /Jewish/u], ['canon', /canon/u]];

/** {legal, sources}: one family of law, or "mixed" with the families it mixes; null when the source names none. */
export function legalSystem(text = '') {
  const plain = text.split(/;\s*(?:judicial|Supreme|Constitutional|note)|\n/u)[0];
  const sources = laws.map(([key, pattern]) => [key, plain.search(pattern)]).filter(([, at]) => at >= 0).sort((a, b) => a[1] - b[1]).map(([key]) => key);
  if (!sources.length) return { legal: null, sources: [] };
  return { legal: /mixed|hybrid/iu.test(plain) && sources.length > 1 ? 'mixed' : sources[0], sources };
}
