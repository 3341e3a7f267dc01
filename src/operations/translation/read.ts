import type { PayloadRequest } from 'payload'

import type { Locale } from '@/domain/tenancy/locales'
import type { Extent, State, Texts } from '@/domain/translation/texts'

import { compare, extentOf, segmentsOf } from '@/domain/translation/texts'

import type { Subject } from './store'

import { fieldOf } from './fields'
import { languagesOf, textsOfAll } from './store'
import { authoredDocument } from './subject'

/** A text of a document beside what it says in the other language. */
export type SideBySide = {
  /** The text it was translated from, where it was. */
  from: null | string
  /** Whether it is a single line. */
  isLine: boolean
  key: string
  longest: number
  /** What kind of piece it is, in a formatted text: paragraph, heading, listitem, … or the name of its block. */
  node: null | string
  source: string
  state: State
  text: null | string
  /** What the admin calls its field, from the outermost. */
  trail: string[]
}

/** A document with its translation into `locale`, and how far that is in every language of its school. */
export type Desk = {
  languages: (Extent & { locale: Locale })[]
  locale: Locale | null
  own: Locale
  segments: SideBySide[]
}

/** What a translator works on. `locale` falls back to the school's first further language, and is null where it has none. */
export const readDesk = async ({
  locale,
  req,
  subject,
  tenant,
}: {
  locale?: Locale
  req: PayloadRequest
  subject: Subject
  tenant: string
}): Promise<Desk | null> => {
  const { languages, own } = await languagesOf({ req, tenant })
  const doc = await authoredDocument({ req, subject })
  if (!doc) {
    return null
  }
  const segments = segmentsOf(subject.collection, doc)
  const found = await textsOfAll({ collection: subject.collection, ids: [subject.id], req })
  const textsIn = (language: Locale): Texts =>
    found.find((one) => one.locale === language)?.texts ?? {}
  const chosen = languages.find((one) => one === locale) ?? languages[0] ?? null

  return {
    languages: languages.map((language) => ({
      ...extentOf(compare(segments, textsIn(language))),
      locale: language,
    })),
    locale: chosen,
    own,
    segments: compare(segments, chosen ? textsIn(chosen) : {}).map(
      ({ entry, isLine, key, node, path, state, text }) => ({
        ...fieldOf({ collection: subject.collection, path, req }),
        from: entry?.from ?? null,
        isLine,
        key,
        node: node ?? null,
        source: text,
        state,
        text: entry?.text ?? null,
      }),
    ),
  }
}
