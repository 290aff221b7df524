// Names out of the Unicode Common Locale Data Repository.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const display = (locale, table) => require(`cldr-localenames-full/main/${locale}/${table}.json`).main[locale].localeDisplayNames[table];

/** Names of a territory or language in the given locales; a locale that only repeats the code is left out. */
export function names(table, code, locales) {
  return Object.fromEntries(locales.map(locale => [locale, display(locale, table)[code]]).filter(([, name]) => name && name !== code));
}

export function currency(code, locales) {
  const at = locale => require(`cldr-numbers-full/main/${locale}/currencies.json`).main[locale].numbers.currencies[code];
  const name = locale => at(locale)?.['displayName-count-other'] ?? at(locale)?.displayName;
  const found = at('en') ?? {};
  return {
    code,
    names: Object.fromEntries(locales.map(locale => [locale, at(locale)?.displayName ?? name(locale)]).filter(([, text]) => text && text !== code)),
    symbol: found['symbol-alt-narrow'] ?? found.symbol ?? code,
  };
}
