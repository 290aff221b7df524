// node make.mjs --reference DIR [--check]: makes every table under data/ from the source files in DIR.
import { makeAliases, makeFormerStates } from './aliases.mjs';
import { check } from './check.mjs';
import { makeCountries } from './countries.mjs';
import { makeFacts } from './facts.mjs';
import { makeHolidays } from './holidays.mjs';
import { makeLanguages } from './languages.mjs';
import { makeInsets } from './maps/insets.mjs';
import { makeSwedenMaps } from './maps/sweden.mjs';
import { makeWorld } from './maps/world.mjs';
import { makeSectors } from './sectors.mjs';
import { makeSweden } from './sweden.mjs';

const reference = process.argv[process.argv.indexOf('--reference') + 1];
const countries = makeCountries(reference);
const { facts, main } = makeFacts(reference, countries);
const languages = makeLanguages(reference);
const sweden = makeSweden(reference);
makeSectors(reference);
const { holidays } = makeHolidays(reference, countries);
const former = makeFormerStates();
makeAliases(countries, languages, main);
await makeWorld(countries);
await makeInsets(countries);
await makeSwedenMaps(reference);
if (process.argv.includes('--check')) check({ countries, facts, main, languages, sweden, former, holidays });
