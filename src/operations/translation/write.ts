import type { PayloadRequest } from 'payload'

import type { Locale } from '@/domain/tenancy/locales'
import type { Entry, Extent, State, Translated } from '@/domain/translation/texts'

import { RuleError } from '@/domain/errors'
import { digestOf } from '@/domain/translation/digest'
import { tagFault } from '@/domain/translation/inline'
import { compare, extentOf, segmentsOf } from '@/domain/translation/texts'
import { announce } from '@hooks/events/announce'

import type { Subject } from './store'

import { fieldOf } from './fields'
import { holdTexts, languagesOf, mergeTexts } from './store'
import { authoredDocument, shownDocument } from './subject'

/** A text as a translator wrote it, beside the source that stood before them. An empty one is taken away. */
export type Written = Entry & { key: string }

type Given = { locale: Locale; req: PayloadRequest; subject: Subject; tenant: string }

/** What is known of a document and its translation while it is written. */
type Work = Given & { states: Translated[] }

/** How a translation stands after it was written: the states of the texts concerned, and how far it is. */
export type Standing = { extent: Extent; states: Record<string, State> }

/**
 * Keeps texts of a translation, each by itself. A text keeps the source it was translated from, and so
 * is out of date at once where that has changed meanwhile. Null where there is no such document; throws
 * languageUnknown, segmentUnknown, tagsDiffer, textTooLong. Runs in the caller's transaction.
 */
export const saveTexts = async ({
  texts,
  ...given
}: Given & { texts: readonly Written[] }): Promise<null | Standing> => {
  const work = await begin(given)
  if (!work) {
    return null
  }
  texts.forEach((text) => requireFitting(work, text))

  return write(work, texts)
}

/**
 * Says of texts that are out of date that they are right all the same. `from` is the source that was
 * looked at: sourceChanged where it is another by now. Refusals besides as for `saveTexts`.
 */
export const confirmTexts = async ({
  texts,
  ...given
}: Given & { texts: readonly Pick<Written, 'from' | 'key'>[] }): Promise<null | Standing> => {
  const work = await begin(given)
  if (!work) {
    return null
  }
  const confirmed = texts.map(({ from, key }) => {
    const state = work.states.find((one) => one.key === key)
    if (!state?.entry) {
      throw new RuleError('segmentUnknown', { key })
    }
    if (state.text !== from) {
      throw new RuleError('sourceChanged', { key })
    }

    return { from, key, text: state.entry.text }
  })
  confirmed.forEach((text) => requireFitting(work, text))

  return write(work, confirmed)
}

const begin = async (given: Given): Promise<null | Work> => {
  const { locale, req, subject, tenant } = given
  const { languages } = await languagesOf({ req, tenant })
  if (!languages.includes(locale)) {
    throw new RuleError('languageUnknown', { locale })
  }
  const doc = await authoredDocument({ req, subject })
  const texts = doc && (await holdTexts(given))

  return texts && { ...given, states: compare(segmentsOf(subject.collection, doc), texts) }
}

/** A piece of a formatted text is named by its words; one that was rewritten since is still known by them. */
const isPiece = (key: string, from: string): boolean => key.endsWith(`#${digestOf(from)}`)

const requireFitting = ({ req, states, subject }: Work, { from, key, text }: Written): void => {
  const segment = states.find((one) => one.key === key)
  if (!segment && !isPiece(key, from)) {
    throw new RuleError('segmentUnknown', { key })
  }
  const { longest } = fieldOf({ collection: subject.collection, path: segment?.path ?? [], req })
  if (text.length > longest) {
    throw new RuleError('textTooLong', { key, most: longest })
  }
  const fault = text.trim() && key.includes('#') ? tagFault(from, text) : null
  if (fault) {
    throw new RuleError('tagsDiffer', { fault, key })
  }
}

const write = async (
  { locale, req, states, subject, tenant }: Work,
  texts: readonly Written[],
): Promise<Standing> => {
  const kept = texts.filter(({ text }) => text.trim())
  const emptied = texts.filter(({ text }) => !text.trim()).map(({ key }) => key)
  const { id, texts: now } = await mergeTexts({
    dropped: [...emptied, ...(await replacedBy({ req, states, subject }, texts))],
    locale,
    req,
    subject,
    tenant,
    texts: Object.fromEntries(kept.map(({ from, key, text }) => [key, { from, text }])),
  })
  await announce({ data: { id, collection: 'translations' }, fact: 'content.changed', req, tenant })
  const after = compare(states, now)

  return {
    extent: extentOf(after),
    states: Object.fromEntries(
      texts.map(({ key }) => [key, after.find((one) => one.key === key)?.state ?? 'missing']),
    ),
  }
}

/** Keys under which earlier wordings of the texts are kept, but for those that readers still see. */
const replacedBy = async (
  { req, states, subject }: Pick<Work, 'req' | 'states' | 'subject'>,
  texts: readonly Written[],
): Promise<string[]> => {
  const old = states.flatMap(({ key, stored }) =>
    stored && stored !== key && texts.some((one) => one.key === key) ? [stored] : [],
  )
  const shown = old.length > 0 ? await shownDocument({ req, subject }) : null
  const seen = new Set(
    shown ? segmentsOf(subject.collection, shown).map(({ key }) => key) : undefined,
  )

  return old.filter((key) => !seen.has(key))
}
