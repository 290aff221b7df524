// facts.json: what the World Factbook says in figures, per country; its sentences stay behind.
import { by, readJson, writeJson } from './files.mjs';
import { government, legalSystem, sovereigns } from './government.mjs';
import { nationalDay, suffrage } from './days.mjs';
import { basis, correct } from './corrections.mjs';
import { religion } from './religions.mjs';
import { shares, year } from './shares.mjs';

const text = field => (field == null ? '' : typeof field === 'string' ? field : field.text ?? '');
const first = field => (field == null ? '' : typeof field === 'string' ? field : Object.entries(field).find(([key]) => key !== 'note')?.[1] ?? '');

/** [value, year] out of "$1.486 trillion (2024 est.)", "-26.6% (2024 est.)"; null when there is no figure. */
export function figure(raw) {
  const found = /(?<minus>[-–])?\s*\$?(?<value>\d[\d,]*(?:\.\d+)?)\s*(?<scale>million|billion|trillion)?/u.exec(raw ?? '');
  if (!found || !/^[^(]*\d/u.test(raw)) return null;
  const scale = { million: 1e6, billion: 1e9, trillion: 1e12 }[found.groups.scale] ?? 1;
  const value = Math.round(Number(found.groups.value.replaceAll(',', '')) * scale * 100) / 100;
  return [found.groups.minus ? -value : value, Number(/\((?:[^()]*?)((?:19|20)\d\d)/u.exec(raw)?.[1]) || null];
}

export function makeFacts(reference, countries) {
  const main = index(reference, 'factbook.json'), extra = index(reference, 'factbook_extra.json');
  const trade = Object.fromEntries(readJson(reference, 'trade_partners.json').countries.map(row => [row.iso2, row]));
  const facts = countries.filter(({ a2 }) => main[a2]).map(({ a2 }) => ({ a2, ...record(a2, main[a2], extra[a2] ?? [], trade[a2]) }));
  writeJson('facts.json', facts.sort(by('a2')));
  return { facts, main };
}

// Palestine has two records, one for the West Bank and one for Gaza.
function index(reference, file) {
  const found = {};
  for (const entry of readJson(reference, file).countries) if (entry.iso2 && entry.iso2 !== 'EU') (found[entry.iso2] ??= []).push(entry);
  return Object.fromEntries(Object.entries(found).map(([a2, list]) => [a2, list.sort((a, b) => (a.gec < b.gec ? 1 : -1))]));
}

function record(a2, entries, extras, trade) {
  const { 'People and Society': people = {}, Government: state = {}, Economy: economy = {}, Communications: net = {} } = entries[0].sections;
  const { Government: more = {}, Economy: growth = {} } = extras[0]?.sections ?? {};
  const law = legalSystem(first(state['Legal system']));
  return {
    asOf: entries[0].lastContentUpdate,
    population: population(entries),
    gdpPerHead: figure(first(economy['Real GDP per capita'])),
    government: government(a2, first(state['Government type'])),
    legal: law.legal,
    legalSources: law.sources,
    ...beliefs(entries[0], people),
    ...origins(people),
    ...(entries.length > 1 && { parts: entries.map(part => ({ part: parts[part.gec], ...beliefs(part, part.sections['People and Society']) })) }),
    literacy: figure(people.Literacy?.['total population']),
    internet: figure(net['Internet users']?.['percent of population'] ?? ''),
    inflation: figure(first(economy['Inflation rate (consumer prices)'])),
    growth: figure(first(growth['Real GDP growth rate'])),
    exports: flow(trade, 'export'),
    imports: flow(trade, 'import'),
    nationalDay: nationalDay(a2, text(more['National holiday'])),
    suffrage: suffrage(first(more.Suffrage)),
    parties: entries[0].politicalPartyLines ?? null,
    un: /\bUN\b(?!\s*(?:Women|Security|\())/u.test(text(more['International organization participation'])) && !sovereigns[a2],
    wto: membership('WTO', text(more['International organization participation'])),
  };
}

const parts = { WE: 'west-bank', GZ: 'gaza' };

const membership = (body, list) => {
  const found = new RegExp(`\\b${body}\\b(?:\\s*\\(([^)]*)\\))?`, 'u').exec(list);
  return found ? (found[1] ? (/observer/u.test(found[1]) ? 'observer' : 'other') : 'member') : null;
};

function population(entries) {
  const figures = entries.map(entry => figure(entry.sections['People and Society']?.Population?.total)).filter(Boolean);
  return figures.length ? [figures.reduce((sum, [value]) => sum + value, 0), Math.min(...figures.map(([, at]) => at))] : null;
}

function beliefs(entry, people) {
  const source = correct(entry.iso2, 'Religions', text(people.Religions));
  const key = ({ name, parts, ...row }) => ({ key: religion(name), name, ...row, ...(parts && { parts: parts.map(key) }) });
  const rows = shares(source).map(key);
  return { religions: rows, religionsYear: rows.length ? year(firstLine(source)) : null, ...(basis[entry.iso2] && { religionsOf: basis[entry.iso2] }) };
}

function origins(people) {
  const source = text(people['Ethnic groups']);
  const ethnic = shares(source);
  return { ethnic, ethnicYear: ethnic.length ? year(firstLine(source)) : null };
}

const firstLine = source => source.split('\n').find(line => line.includes('%')) ?? '';

function flow(trade, kind) {
  if (!trade?.[`${kind}Partners`]?.length && !trade?.[`${kind}Commodities`]?.length) return null;
  return { year: trade[`${kind}PartnersYear`] ?? trade[`${kind}CommoditiesYear`] ?? null, partners: trade[`${kind}Partners`] ?? [], commodities: trade[`${kind}Commodities`] ?? [] };
}
