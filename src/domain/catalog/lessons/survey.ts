/** Most characters of a short and of a long text that answers a question. */
export const SURVEY_TEXT = { long: 5000, short: 300 } as const

/** Most steps of a rating scale, which begins at 1. */
export const MOST_STEPS = 10

/** How likely somebody is to recommend: from 0 to 10, as the Net Promoter Score asks it. */
const NPS_MOST = 10

type Asked = { hint: null | string; id: string; isRequired: boolean; prompt: string }

/** What stands at the two ends of a scale. */
type Ends = { high: null | string; low: null | string }

export type SurveyOption = { id: string; text: string }

type Choice<Kind extends string> = { kind: Kind; options: SurveyOption[] }

type Scale<Kind extends string> = { kind: Kind; least: number; most: number } & Ends

/** One question of a survey, by its kind. */
export type SurveyQuestion = Asked &
  (
    | Choice<'multiple'>
    | Choice<'single'>
    | Scale<'nps'>
    | Scale<'rating'>
    | { isLong: boolean; kind: 'text' }
  )

/** What a lesson of the kind asks; `isAnonymous`: nobody learns who answered what. */
export type Survey = { isAnonymous: boolean; questions: SurveyQuestion[] }

/** A question as its lesson keeps it, as a block of JSON. */
type KeptQuestion = {
  blockType?: string
  high?: null | string
  hint?: null | string
  id?: null | string
  isLong?: boolean | null
  isRequired?: boolean | null
  low?: null | string
  options?: { id?: null | string; text?: null | string }[] | null
  prompt?: null | string
  steps?: null | number
}

export type KeptSurvey = {
  isAnonymous?: boolean | null
  questions?: null | readonly KeptQuestion[]
}

const text = (given: null | string | undefined): null | string => given?.trim() || null

const USUAL_STEPS = 5

/** The parts of a question that its kind alone has; null for a block of no kind of ours. */
const OWN: Readonly<Record<string, (kept: KeptQuestion) => object>> = {
  surveyMultiple: ({ options }) => ({ kind: 'multiple', options: optionsOf(options) }),
  surveyNps: ({ high, low }) => ({
    high: text(high),
    kind: 'nps',
    least: 0,
    low: text(low),
    most: NPS_MOST,
  }),
  surveyRating: ({ high, low, steps }) => ({
    high: text(high),
    kind: 'rating',
    least: 1,
    low: text(low),
    most: Math.min(MOST_STEPS, Math.max(2, steps ?? USUAL_STEPS)),
  }),
  surveySingle: ({ options }) => ({ kind: 'single', options: optionsOf(options) }),
  surveyText: ({ isLong }) => ({ isLong: isLong ?? false, kind: 'text' }),
}

const optionsOf = (options: KeptQuestion['options']): SurveyOption[] =>
  (options ?? []).flatMap(({ id, text: said }) => (id && said ? [{ id, text: said }] : []))

/** A survey as its lesson keeps it, without what is not whole yet. */
export const surveyOf = ({ isAnonymous, questions }: KeptSurvey): Survey => ({
  isAnonymous: isAnonymous ?? false,
  questions: (questions ?? []).flatMap((kept) => {
    const own = OWN[kept.blockType ?? '']
    const { id, prompt } = kept

    return own && id && prompt
      ? [
          {
            ...own(kept),
            id,
            hint: text(kept.hint),
            isRequired: kept.isRequired ?? false,
            prompt,
          } as SurveyQuestion,
        ]
      : []
  }),
})
