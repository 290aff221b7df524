// sectors.json: SNI 2025 (NACE Rev. 2.1) on four levels; sections and divisions also in Arabic, translated by us.
import { readCsv, readTsv, writeJson } from './files.mjs';

export function makeSectors(reference) {
  const arabic = Object.fromEntries(readTsv('sectors-arabic.tsv').map(({ code, ar }) => [code, ar]));
  const sectors = readCsv(reference, 'industries_sni2025.csv').map(row => ({
    code: row.code, level: row.level, parent: row.parent || null, sv: row.name_sv, en: row.name_en, ...(arabic[row.code] && { ar: arabic[row.code] }),
  }));
  writeJson('sectors.json', sectors);
  return sectors;
}
