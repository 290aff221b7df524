// holidays.csv (share-alike, so a table of its own), holidays-fixed.csv, religious-calendar.csv and the names that translate their keys.
import { readCsv, readTsv, writeCsv, writeJson } from './files.mjs';

const substitute = / ?\((?:substitute day|substitutes?)\)$/u;

// Persian names in the source are written in presentation forms, which no search would find.
const letters = text => text.replace(/[\uFB50-\uFDFF\uFE70-\uFEFF]+/gu, form => form.normalize('NFKC'));

// North America keeps its Labour Day in September; "första maj" would be wrong there.
const dated = (key, date) => (key === 'labour-day' && date.endsWith('05-01') ? 'may-day' : key);

export function makeHolidays(reference, countries) {
  const codes = new Set(countries.map(({ a2 }) => a2));
  const known = readTsv('holiday-names.tsv').map(row => ({ ...row, pattern: new RegExp(row.pattern, 'u') }));
  const keyOf = name => known.find(({ pattern }) => pattern.test(name))?.key ?? '';
  writeJson('holiday-names.json', Object.fromEntries(known.map(({ key, en, sv, ar }) => [key, { en, sv, ar }])));

  const holidays = readCsv(reference, 'holidays_2026_2028.csv').filter(({ iso2 }) => codes.has(iso2)).map(row => {
    const name = row.name_en.replace(substitute, ''), key = dated(keyOf(name), row.date);
    return {
      iso2: row.iso2, date: row.date, days: row.days, type: row.type, key, name_en: name,
      // A key brings its own Swedish; the source's substitute days mix two languages in one name.
      name_sv: key || row.substitute === '1' ? '' : row.name_sv,
      name_local: row.substitute === '1' ? '' : letters(row.name_local), substitute: row.substitute,
    };
  });
  writeCsv('holidays.csv', ['iso2', 'date', 'days', 'type', 'key', 'name_en', 'name_sv', 'name_local', 'substitute'], holidays);

  const fixed = readCsv(reference, 'holidays_fixed_extra.csv').map(row => ({ ...row, key: dated(keyOf(row.name_en), row.month_day) }));
  writeCsv('holidays-fixed.csv', ['iso2', 'month_day', 'key', 'name_en', 'name_local'], fixed);
  makeCalendar(reference);
  return { holidays, fixed };
}

function makeCalendar(reference) {
  const arabic = Object.fromEntries(readTsv('calendar-arabic.tsv').map(({ key, ar }) => [key, ar]));
  const days = readCsv(reference, 'religious_calendar_2025_2030.csv').map(({ date, key, tradition, name_en, name_sv, typical_days, method }) =>
    ({ date, key: key.replaceAll('_', '-'), tradition, name_en, name_sv, name_ar: arabic[key], days: typical_days, observed: /moon|sighting/u.test(method) ? 1 : 0 }));
  writeCsv('religious-calendar.csv', ['date', 'key', 'tradition', 'name_en', 'name_sv', 'name_ar', 'days', 'observed'], days);
}
