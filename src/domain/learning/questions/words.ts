import type { TextRule } from './types'

/** What is typed into one gap or box at most. */
export const MOST_TYPED = 500

const SAME_SIGN: readonly [RegExp, string][] = [
  [/[\u2018\u2019\u02bc\u0060\u00b4]/gu, "'"],
  [/[\u201c\u201d\u201e\u00ab\u00bb]/gu, '"'],
  [/[\u2010-\u2015\u2212]/gu, '-'],
  [/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, ''],
]

/** Letters without accents and points; й stays, which is a letter of its own. */
const withoutAccents = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, (mark, at: number, all: string) =>
      mark === '\u0306' && /и/i.test(all.charAt(at - 1)) ? mark : '',
    )
    .normalize('NFC')

/**
 * A text as it is compared: signs that look alike are one, spaces at its ends never count, and unless the rule
 * says otherwise runs of spaces are one space, and neither case nor accents count.
 */
const comparable = (text: string, rule: TextRule): string => {
  const signs = SAME_SIGN.reduce(
    (made, [from, to]) => made.replace(from, to),
    text.normalize('NFKC'),
  )
  const spaced = rule.exactSpaces ? signs.trim() : signs.trim().replace(/\s+/gu, ' ')
  const cased = rule.exactCase ? spaced : spaced.toLowerCase()

  return rule.exactAccents ? cased : withoutAccents(cased)
}

/** The accepted answers, one a line, as their author wrote them. */
export const acceptedIn = (lines: string): string[] =>
  lines.split('\n').flatMap((line) => line.trim() || [])

/** Whether what was typed is one of the accepted answers. */
export const isAccepted = (typed: string, accepted: string, rule: TextRule): boolean => {
  const given = comparable(typed, rule)

  return given !== '' && acceptedIn(accepted).some((one) => comparable(one, rule) === given)
}

/** What decides, of typed words. */
export const textKey = (accepted: string, rule: TextRule): unknown => [
  acceptedIn(accepted),
  Boolean(rule.exactAccents),
  Boolean(rule.exactCase),
  Boolean(rule.exactSpaces),
]
