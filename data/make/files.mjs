// Reading the sources and writing the tables. Every table is minified JSON with one record per line: small, and a diff shows which record changed.
import fs from 'node:fs';
import path from 'node:path';

export const own = new URL('./own/', import.meta.url).pathname;
export const data = new URL('../', import.meta.url).pathname;

export const readJson = (...parts) => JSON.parse(fs.readFileSync(path.join(...parts), 'utf8'));
export const readCsv = (...parts) => parseCsv(fs.readFileSync(path.join(...parts), 'utf8'));

/** Rows of a tab-separated table of our own; the first line names the columns, empty cells are left out. */
export function readTsv(name) {
  const [head, ...lines] = fs.readFileSync(path.join(own, name), 'utf8').trimEnd().split('\n');
  const keys = head.split('\t');
  return lines.map(line => {
    const cells = line.split('\t');
    if (cells.length > keys.length) throw new Error(`${name}: too many cells in "${line}"`);
    return Object.fromEntries(keys.map((key, i) => [key, cells[i]]).filter(([, cell]) => cell));
  });
}

function parseCsv(text) {
  const rows = [];
  let row = [], field = '', quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quoted && c === '"' && text[i + 1] === '"') { field += c; i++; }
    else if (c === '"') quoted = !quoted;
    else if (!quoted && (c === ',' || c === '\n')) {
      row.push(field); field = '';
      if (c === '\n') { rows.push(row); row = []; }
    } else if (c !== '\r') field += c;
  }
  const [head, ...body] = rows;
  return body.map(cells => Object.fromEntries(head.map((key, i) => [key, cells[i]])));
}

function write(name, text, quiet) {
  const file = path.join(data, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
  if (!quiet) console.log(`${name.padEnd(34)} ${(Buffer.byteLength(text) / 1000).toFixed(1).padStart(8)} kB`);
}

/** An array becomes one element per line, an object one entry per line (entries holding tables go one level deeper). */
export function writeJson(name, value, depth = 1, quiet = false) {
  write(name, lines(value, depth) + '\n', quiet);
}

function lines(value, depth) {
  if (depth === 0 || value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[\n${value.map(item => lines(item, depth - 1)).join(',\n')}\n]`;
  return `{\n${Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}:${lines(item, depth - 1)}`).join(',\n')}\n}`;
}

export function writeCsv(name, columns, rows) {
  const cell = text => /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  write(name, [columns, ...rows.map(row => columns.map(key => cell(String(row[key] ?? ''))))].map(row => row.join(',')).join('\n') + '\n');
}

/** By code unit, never by locale: the tables must come out the same on every machine. */
export const by = key => (a, b) => (a[key] < b[key] ? -1 : a[key] > b[key] ? 1 : 0);
