// The source's labels for religions as keys the catalogue can translate.

const keys = [
  [/^(?:none|no religion|unaffiliated|atheist|agnostic|non-?believer|non-?religious|secular|irreligious|no affiliation|not religious|no faith)/iu, name => /agnostic/iu.test(name) && !/atheist|none/iu.test(name) ? 'agnostic' : /atheist/iu.test(name) && !/agnostic|none/iu.test(name) ? 'atheist' : 'none'],
  [/nothing in particular/iu, 'none'],
  [/unspecified|refused|objected|no response|no answer|unknown|undeclared|don't know|not stated|not applicable|not specified|unavailable|undetermined|did not/iu, 'unspecified'],
  [/non-christian|believers unaffiliated|believers belonging/iu, 'other'],
  [/pentecost|revival|awakening|full gospel|assembl(?:y|ies) of god/iu, 'pentecostal'],
  [/madagascar|mennonite|salutiste|uniting church|cook islands christian|christian fellowship|^other evangelical/iu, 'protestant'], [/independent congregation of/iu, 'lutheran'],
  [/armenian apostolic/iu, 'oriental-orthodox'], [/congregational christian|reformed christian/iu, 'reformed'], [/african methodist/iu, 'methodist'],
  [/kimbangu|iglesia ni|celestial|zionist|instituted/iu, 'other-christian'], [/badimo|pagan|maori|modekngei|customary|ethnic religionist/iu, 'traditional'],
  [/^other christian|^other protestant|^other catholic|christian/iu, name => /protestant|evangelical/iu.test(name) ? 'protestant' : /orthodox/iu.test(name) ? 'orthodox' : /roman catholic/iu.test(name) ? 'catholic' : /^other/iu.test(name) ? 'other-christian' : 'christian'],
  [/^other/iu, 'other'],
  [/sunni/iu, 'sunni'], [/shia|ismaili/iu, 'shia'], [/ibadhi/iu, 'ibadi'], [/alawi/iu, 'alawite'], [/druze/iu, 'druze'], [/ahmadi/iu, 'ahmadi'],
  [/muslim|islam/iu, 'muslim'],
  [/greek catholic|maronite/iu, 'eastern-catholic'],
  [/oriental|coptic|ethiopian orthodox|tewahedo/iu, 'oriental-orthodox'],
  [/^old catholic|polish catholic/iu, 'other-christian'],
  [/orthodox|old believer/iu, 'orthodox'], [/catholic/iu, 'catholic'],
  [/jehovah.*(?:latter|jesus christ)|(?:latter|jesus christ).*jehovah/iu, 'other-christian'],
  [/jehovah/iu, 'jehovahs-witness'], [/latter.day|mormon|church of jesus christ/iu, 'latter-day-saints'],
  [/lutheran|church of sweden|church of norway|church of denmark|augsburg|ekalesia|evangelical church of/iu, 'lutheran'],
  [/anglican|church of england|church of ireland|episcopal(?!.*methodist)/iu, 'anglican'],
  [/pentecost|assembl(?:y|ies) of god|full gospel|apostolic|revival|church of god/iu, 'pentecostal'],
  [/calvinist|reformed|reformist|presbyterian|congregational|christian church/iu, 'reformed'],
  [/baptist/iu, 'baptist'], [/methodist/iu, 'methodist'], [/adventist|sda\b/iu, 'adventist'],
  [/protestant|evangelic|moravian|salvation army|brethren|wesleyan|nazarene|united church|born again|church of tuvalu/iu, 'protestant'],
  [/hindu/iu, 'hindu'], [/sikh/iu, 'sikh'], [/jain/iu, 'jain'], [/buddh|lamais/iu, 'buddhist'], [/jew|judai/iu, 'jewish'],
  [/baha/iu, 'bahai'], [/zoroast|parsi/iu, 'zoroastrian'], [/yazidi|yezidi/iu, 'yazidi'], [/tao|dao/iu, 'taoist'], [/confuc/iu, 'confucian'], [/shinto/iu, 'shinto'],
  [/animist|traditional|folk|indigenous|ancestral|kirat|shaman|fetish|tribal|native|vod(?:ou|un|oun)|voodoo|umbanda|candombl|winti|african american|syncretic|espirit|spirit/iu, 'traditional'],
  [/rastafari/iu, 'rastafarian'], [/hoa hao|cao dai|caodai|cheondo|chondogyo|won /iu, 'other'], [/church|believer|zionist|chretien|congregation|reorganized|apostle/iu, 'other-christian'],
];

/** Key of a religion for the catalogue; "other" when the label is none we know. */
export function religion(name) {
  const [, key] = keys.find(([pattern]) => pattern.test(name)) ?? [null, 'other'];
  return typeof key === 'function' ? key(name) : key;
}
