/**
 * Second levels under which country registries sell names, after the Public Suffix List
 * (publicsuffix.org): under these nobody can own fewer than three labels. Only what schools are likely
 * to meet; a suffix that is missing here costs a hint, since ownership is proved by a record anyway.
 */
const SECOND_LEVELS: Readonly<Record<string, string>> = {
  id: 'ac biz co desa go mil my net or sch web',
  ae: 'ac co gov net org sch',
  ar: 'com edu gob gov int net org tur',
  at: 'ac co gv or',
  au: 'asn com edu gov id net org',
  bd: 'ac com edu gov net org',
  br: 'art blog com edu eti gov ind jus net org',
  cn: 'ac com edu gov net org',
  co: 'com edu gov net nom org',
  cr: 'ac co ed fi go or sa',
  cy: 'ac biz com gov ltd net org',
  eg: 'com edu gov net org sci',
  es: 'com edu gob nom org',
  fr: 'asso com nom',
  ge: 'com edu gov net org',
  gr: 'com edu gov net org',
  hk: 'com edu gov idv net org',
  hu: 'co info org',
  il: 'ac co gov idf k12 muni net org',
  in: 'ac co edu firm gen gov ind net nic org res',
  jp: 'ac ad co ed go gr lg ne or',
  ke: 'ac co go info me ne or sc',
  kr: 'ac co es go hs kg ms ne or pe re sc',
  kz: 'com edu gov net org',
  mx: 'com edu gob net org',
  my: 'com edu gov name net org',
  ng: 'com edu gov name net org sch',
  nz: 'ac co geek gen iwi kiwi maori net org school',
  pe: 'com edu gob net nom org',
  ph: 'com edu gov net ngo org',
  pk: 'com edu fam gov net org web',
  pl: 'biz com edu gov info net org',
  pt: 'com edu gov nome org',
  ro: 'com info nom org',
  rs: 'ac co edu gov in org',
  ru: 'com msk net org pp spb',
  sa: 'com edu gov med net org sch',
  sg: 'com edu gov net org per',
  th: 'ac co go in mi net or',
  tr: 'av bel biz com dr edu gen gov info k12 name net org web',
  tw: 'com edu gov idv net org',
  ua: 'com edu gov in kiev kyiv lviv net odesa org',
  uk: 'ac co gov ltd me net nhs org plc sch',
  uy: 'com edu gub net org',
  ve: 'co com edu gob info net org web',
  vn: 'com edu gov info name net org',
  za: 'ac co edu gov law net nom org school web',
}

/** Names under which hosting companies lend out sub-domains: nobody but they can write records there. */
const LENT = [
  'azurewebsites.net',
  'blogspot.com',
  'firebaseapp.com',
  'github.io',
  'gitlab.io',
  'herokuapp.com',
  'netlify.app',
  'onrender.com',
  'pages.dev',
  'vercel.app',
  'web.app',
  'workers.dev',
]

/** How many labels at the end of a name are its registry's: 1 for `example.com`, 2 for `example.co.uk`. */
const suffixLabels = (host: string): number => {
  const labels = host.split('.')
  const [second = '', top = ''] = labels.slice(-2)

  return LENT.includes(`${second}.${top}`) || SECOND_LEVELS[top]?.split(' ').includes(second)
    ? 2
    : 1
}

/** Whether a name is a registry's alone, as `co.uk` is. */
export const isSuffix = (host: string): boolean => host.split('.').length <= suffixLabels(host)

/** Whether a name stands at the top of its zone, where no CNAME may stand (RFC 1912, section 2.4). */
export const isApex = (host: string): boolean => host.split('.').length === suffixLabels(host) + 1

/** What a registrar's form wants as the name of a record: `@` for the zone's own, else the part before the zone. */
export const labelIn = ({ name, host }: { host: string; name: string }): string => {
  const zone = host
    .split('.')
    .slice(-suffixLabels(host) - 1)
    .join('.')

  return name === zone ? '@' : name.slice(0, -zone.length - 1)
}
