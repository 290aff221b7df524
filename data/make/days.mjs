// National days and voting ages out of the source's sentences.

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const month = `(${months.join('|')})`;

// Where the sentence gives no date, or one that moves: Switzerland's is in a note, Israel's follows the Hebrew calendar,
// Afghanistan's is contested, Bosnia has none for the whole country,
// Paraguay names two days and observes the second.
const stated = { CH: '08-01', IL: null, AF: null, BA: null, PY: '05-15' };

/** "MM-DD", or null when there is none, it moves, or the source does not say. */
export function nationalDay(a2, text) {
  if (a2 in stated) return stated[a2];
  const found = new RegExp(`\\b(\\d{1,2})(?:-\\d{1,2})? ${month}`, 'u').exec(text), reversed = new RegExp(`${month} (\\d{1,2})\\b`, 'u').exec(text);
  const [day, name] = found ? [found[1], found[2]] : reversed ? [reversed[2], reversed[1]] : [];
  return day ? `${String(months.indexOf(name) + 1).padStart(2, '0')}-${day.padStart(2, '0')}` : null;
}

/** Lowest age at which a citizen may vote in national elections, or null. */
export const suffrage = text => Number(/(?:^|between )(\d\d)(?:-\d\d)?\s*(?:years|to)/u.exec(text)?.[1]) || null;
