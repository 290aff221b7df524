// Slips of the source, put right before its sentences are read as figures; each is checked to be still there.

const slips = {
  'CD Religions': ['93/1%', '93.1%'],
  'NI Religions': ['Evangelical 38.2,', 'Evangelical 38.2%,'],
  'NR Religions': ['Baptist 1.5,', 'Baptist 1.5%,'],
  'TJ Religions': [') other', '), other'],
  'YE Religions': ['virtually all are citizens, an estimated 65% are Sunni and 35% are Shia', 'Sunni 65%, Shia 35%'],
  // Shares of the citizens, not of all who live there; the record says so.
  'SA Religions': ['Muslim (official; citizens are 85-90% Sunni and 10-12% Shia)', 'Sunni 85-90%, Shia 10-12%'],
};

/** Whom the shares are shares of, where that is not the whole population. */
export const basis = { SA: 'citizens' };

export function correct(a2, field, text) {
  const slip = slips[`${a2} ${field}`];
  if (!slip) return text;
  if (!text.includes(slip[0])) throw new Error(`${a2} ${field} no longer says "${slip[0]}"`);
  return text.replace(slip[0], slip[1]);
}
