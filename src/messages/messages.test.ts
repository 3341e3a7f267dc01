import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { LOCALES } from '@/domain/tenancy/locales'

const ROOT = path.resolve('src/messages')

const rooms = readdirSync(ROOT, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.name === 'en.json')
  .map((entry) => path.relative(ROOT, entry.parentPath))

type Sentences = Map<string, string>

const flatten = (value: unknown, at = ''): [string, string][] =>
  typeof value === 'string'
    ? [[at, value]]
    : Object.entries(value ?? {}).flatMap(([key, inner]) =>
        flatten(inner, at ? `${at}.${key}` : key),
      )

const read = (room: string, locale: string): Sentences =>
  new Map(flatten(JSON.parse(readFileSync(path.join(ROOT, room, `${locale}.json`), 'utf8'))))

type Argument = { counted: boolean; forms: string[]; name: string }

const closing = (text: string, from: number): number => {
  let depth = 0
  for (let place = from; place < text.length; place += 1) {
    depth += text[place] === '{' ? 1 : text[place] === '}' ? -1 : 0
    if (depth === 0) {
      return place
    }
  }
  throw new Error(`a brace stays open in: ${text}`)
}

/** The arguments of an ICU message, those inside plural and select forms included. */
const argumentsOf = (text: string): Argument[] => {
  const open = text.indexOf('{')
  if (open < 0) {
    return []
  }
  const end = closing(text, open)
  const inner = text.slice(open + 1, end)
  const [, name = inner, kind, forms = ''] = /^([^,]+),\s*(plural|select),(.*)$/s.exec(inner) ?? []
  const found: Argument = { name: name.trim(), counted: kind === 'plural', forms: [] }
  const nested: Argument[] = []
  for (let at = forms.indexOf('{'), from = 0; at >= 0; at = forms.indexOf('{', from)) {
    const stop = closing(forms, at)
    found.forms.push(forms.slice(from, at).trim())
    nested.push(...argumentsOf(forms.slice(at + 1, stop)))
    from = stop + 1
  }

  return [found, ...nested, ...argumentsOf(text.slice(end + 1))]
}

const namesOf = (text: string): string[] =>
  [...new Set(argumentsOf(text).map(({ name }) => name))].sort()

describe.each(rooms)('the sentences in messages/%s', (room) => {
  const english = read(room, 'en')

  it.each(LOCALES)('have the same keys in %s as in English', (locale) => {
    expect([...read(room, locale).keys()].sort()).toEqual([...english.keys()].sort())
  })

  it.each(LOCALES)('take the same arguments in %s as in English', (locale) => {
    const differing = [...read(room, locale)].filter(
      ([key, sentence]) => namesOf(sentence).join() !== namesOf(english.get(key) ?? '').join(),
    )
    expect(differing).toEqual([])
  })

  it.each(LOCALES)('count in every plural form that %s has', (locale) => {
    const needed = new Intl.PluralRules(locale).resolvedOptions().pluralCategories
    const lacking = [...read(room, locale)].flatMap(([key, sentence]) =>
      argumentsOf(sentence)
        .filter(({ counted }) => counted)
        .flatMap(({ forms }) =>
          needed.filter((form) => !forms.includes(form)).map((form) => `${key}: ${form}`),
        ),
    )
    expect(lacking).toEqual([])
  })

  it.each(LOCALES)('are never empty in %s', (locale) => {
    expect([...read(room, locale)].filter(([, text]) => text.trim() === '')).toEqual([])
  })
})

describe('the interface', () => {
  it.each(LOCALES)('never shouts in %s', (locale) => {
    expect([...read('', locale)].filter(([, text]) => text.includes('!'))).toEqual([])
  })
})
