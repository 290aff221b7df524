// "Muslim (official) 95-98% (Shia 61-64%, Sunni 29-34%), Christian 1%, other <0.3% (2015 est.)" as rows of numbers.

const number = '(?:\\d[\\d,]*(?:\\.\\d+)?|\\.\\d+)';
const share = new RegExp(`(?<approx><|>|~|less than|more than|over|approximately|about|an estimated|nearly|almost)?\\s*(?<low>${number})\\s*%?(?:\\s*[-–]\\s*(?<high>${number}))?\\s*%`, 'iu');
const approximation = { '<': '<', 'less than': '<', '>': '>', 'more than': '>', over: '>', '~': '~', approximately: '~', about: '~', 'an estimated': '~', nearly: '~', almost: '~' };

/** Year of the estimate, or null. */
export const year = text => Number(/\((?:[^()]*?\b)?((?:19|20)\d\d)(?:-\d\d)?\s*(?:est\.?)?\)\s*$/u.exec(text.trim())?.[1]) || null;

/**
 * Rows {name, pct, low?, high?, approx?, parts?} in the order of the source. A range gives low and high and its middle as pct;
 * "<1%" gives pct 1 with approx "<". Names without a figure are left out: absence of a number is not a number.
 * Only the first line is read; further lines repeat the table for a part of the country or an older year.
 */
export function shares(text) {
  const first = text.split('\n').find(line => share.test(line)) ?? '';
  const body = first.replaceAll('[', '(').replaceAll(']', ')').replace(/\((?:[^()]*?)(?:19|20)\d\d(?:-\d\d)?\s*(?:est\.?)?\)\s*$/u, '').split(/;\s*(?:less than|the following)/iu)[0];
  return rows(body, true);
}

function rows(text, top) {
  const parts = top ? split(text) : gather(split(text.replace(/ and (?=Alawi)/gu, ', ')));
  return parts.map(part => row(part, top)).filter(Boolean);
}

// Inside brackets a list may share one figure: "Alawi, Ismaili, and Shia 13%".
function gather(parts) {
  const joined = [];
  let waiting = [];
  for (const part of parts) {
    waiting.push(part.trim());
    if (share.test(part)) { joined.push(waiting.join(', ')); waiting = []; }
  }
  return joined;
}

function row(part, top) {
  const outside = part.replace(/\([^()]*(?:\([^()]*\)[^()]*)*\)/gu, ' ').replace(/\s+/gu, ' ').trim();
  const inside = [...part.matchAll(/\(([^()]*(?:\([^()]*\)[^()]*)*)\)/gu)].map(match => match[1]);
  // "Sudanese Arab (approximately 70%)" has its figure in the brackets.
  const found = share.exec(outside) ?? inside.filter(text => split(text).length === 1).map(text => share.exec(text)).find(Boolean);
  const own = inside.filter(text => share.test(text) && (split(text).length > 1 || share.test(outside)));
  const name = tidy(outside.replace(share, ' '));
  // A figure about several names in a sentence is not the share of any of them.
  if (!found || !name || /make up|consisting of|tribes/u.test(name)) return null;
  const { low, high, approx } = found.groups;
  const from = Number(low.replaceAll(',', '')), to = high ? Number(high.replaceAll(',', '')) : null;
  const parts = top ? own.flatMap(text => rows(text.replace(/^official;\s*/iu, ''), false)) : [];
  return {
    name,
    pct: to ? round((from + to) / 2) : from,
    ...(to && { low: from, high: to }),
    ...(approx && { approx: approximation[approx.toLowerCase()] }),
    ...(parts.length && { parts }),
  };
}

const round = value => Math.round(value * 100) / 100;
const tidy = name => name.replace(/\s+/gu, ' ').replace(/^(?:mainland -|predominantly|mostly|virtually all|includes?|and|including)\s+/iu, '').replace(/[\s,.:;–-]+$/u, '').replace(/^[\s,.:;–-]+/u, '').trim();

/** At commas and semicolons outside brackets, and after a figure that runs straight into the next name ("58.6% Roman Catholic 3.8%"). */
function split(text) {
  const parts = [];
  let depth = 0, current = '';
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '(') depth++;
    if (c === ')') depth--;
    const separator = depth === 0 && (c === ';' || (c === '.' && text[i - 1] === '%') || (c === ',' && !/\d/.test(text[i + 1] ?? '')));
    const runOn = depth === 0 && c === '%' && /\p{L}/u.test(current) && /^\s+\p{L}/u.test(text.slice(i + 1)) && share.test(text.slice(i + 1));
    if (separator || runOn) { parts.push(current + (runOn ? c : '')); current = ''; } else current += c;
  }
  return [...parts, current].reduce(rejoin, []).filter(part => part.trim());
}

// "Kissi, 4.3%" and "atheist, 0.4%" have a stray comma before the figure; "Wallisian, Futunian 8.2%" does not.
function rejoin(parts, part) {
  if (parts.length && /^\s*[\d.<]/u.test(part) && !share.test(parts.at(-1))) parts[parts.length - 1] += part;
  else parts.push(part);
  return parts;
}
