// countries.json and places.json: names, codes, money, time and neighbours of every country.
import { by, readJson, readTsv, writeJson } from './files.mjs';
import { currency, names } from './cldr.mjs';
import { spoken } from './languages.mjs';

const three = ['sv', 'en', 'ar'];

export function makeCountries(reference) {
  const capitals = Object.fromEntries(readTsv('capitals.tsv').map(row => [row.a2, row]));
  const countries = readJson(reference, 'countries.json').sort(by('alpha2')).map(country => record(country, capitals[country.alpha2]));
  writeJson('countries.json', countries);
  const regions = [...new Set(countries.flatMap(country => [country.region, country.subregion, country.intermediate]))].filter(Boolean).sort();
  const money = [...new Set(countries.flatMap(country => country.currencies))].sort();
  writeJson('places.json', {
    regions: regions.map(code => ({ code, within: within(code, countries), names: names('territories', code, three) })),
    currencies: money.map(code => currency(code, three)),
  }, 2);
  return countries;
}

function record(country, capital) {
  return {
    a2: country.alpha2,
    a3: country.alpha3,
    num: country.numeric,
    official: country.isoOfficial,
    independent: country.independent,
    names: country.names,
    // M49 has no entry for Kosovo; it lies in Southern Europe like its neighbours.
    region: country.m49RegionCode ?? (country.alpha2 === 'XK' ? '150' : null),
    subregion: country.m49SubregionCode ?? (country.alpha2 === 'XK' ? '039' : null),
    intermediate: intermediates[country.m49Intermediate] ?? null,
    capital: capital ? { en: capital.en, sv: capital.sv ?? capital.en, ar: capital.ar } : null,
    capitalAt: capital ? [Number(capital.lat), Number(capital.lon)] : null,
    currencies: country.currencies,
    calling: country.callingCodes,
    tld: country.tld,
    borders: country.borders,
    languages: spoken(country.alpha2, country.languages),
    weekend: country.weekend.explicit ? [country.weekend.start, country.weekend.end] : null,
    firstDay: country.firstDayExplicit ? country.firstDayOfWeek : null,
    measure: country.measurementSystem,
    paper: country.paperSize,
    tz: country.timeZones,
  };
}

// The UN's layer between subregion and country, by its English name in the source.
const intermediates = {
  'Eastern Africa': '014', 'Middle Africa': '017', 'Southern Africa': '018', 'Western Africa': '011',
  Caribbean: '029', 'Central America': '013', 'South America': '005', 'Channel Islands': null,
};

function within(code, countries) {
  const child = countries.find(country => country.intermediate === code);
  return child ? child.subregion : countries.find(country => country.subregion === code)?.region ?? null;
}
