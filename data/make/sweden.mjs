// sweden.json: the counties and municipalities, with Arabic transliterations of our own.
import { by, readJson, readTsv, writeJson } from './files.mjs';

export function makeSweden(reference) {
  const source = readJson(reference, 'sweden_regions.json');
  const arabic = Object.fromEntries(readTsv('sweden-arabic.tsv').map(({ code, ar }) => [code, ar]));
  const counties = source.counties.sort(by('code')).map(county => ({
    code: county.code, letter: county.letter, name: county.name, short: county.nameShort, en: county.nameEn, ar: arabic[county.code],
    nuts3: county.nuts3, nuts2: county.nuts2, population: county.population, seat: county.seatMunicipality,
  }));
  const municipalities = source.municipalities.sort(by('code')).map(place => ({
    code: place.code, name: place.nameShort, ar: arabic[place.code], county: place.countyCode, nuts3: place.nuts3,
    // The town where it is known: a municipality is visited in its town, not in the middle of its forest.
    lat: place.townLat ?? place.lat, lon: place.townLon ?? place.lon, population: place.population,
  }));
  const nuts2 = [...new Map(source.counties.map(county => [county.nuts2, { code: county.nuts2, sv: county.nuts2Name, en: county.nuts2NameEn, ar: arabic[county.nuts2] }])).values()].sort(by('code'));
  writeJson('sweden.json', { nuts2, counties, municipalities }, 2);
  return { counties, municipalities };
}
