/**
 * How a text is written: in one line, over several, or formatted. A `group` holds texts of its own, and
 * `rows` and `blocks` do in elements with an `id`.
 */
export type Part = Readonly<
  | { blocks: Readonly<Record<string, readonly Part[]>>; name: string; type: 'blocks' }
  | { name: string; parts: readonly Part[]; type: 'group' }
  | { name: string; parts: readonly Part[]; type: 'rows' }
  | { name: string; type: 'line' | 'lines' | 'rich' }
>

const line = (name: string): Part => ({ name, type: 'line' })
const lines = (name: string): Part => ({ name, type: 'lines' })
const rich = (name: string): Part => ({ name, type: 'rich' })
const rows = (name: string, ...parts: Part[]): Part => ({ name, type: 'rows', parts })

const group = (name: string, ...parts: Part[]): Part => ({ name, type: 'group', parts })

const faq = (name: string): Part => rows(name, line('question'), lines('answer'))

const question = (...parts: Part[]): Part[] => [lines('prompt'), ...parts, lines('explanation')]

const choice = question(rows('answers', line('text'), line('feedback')))

/** The kinds of questions, each with what it says. */
const QUESTIONS = {
  cloze: question(lines('text')),
  essay: question(),
  matching: question(rows('pairs', line('left'), line('right')), rows('distractors', line('text'))),
  multipleChoice: choice,
  number: question(line('unit')),
  ordering: question(rows('items', line('text'))),
  shortText: question(),
  singleChoice: choice,
  trueFalse: question(line('feedbackTrue'), line('feedbackFalse')),
} as const satisfies Readonly<Record<string, readonly Part[]>>

const options = rows('options', line('text'))

const surveyed = (...parts: Part[]): Part[] => [lines('prompt'), line('hint'), ...parts]

/** The kinds of questions of a survey, each with what it says. */
const SURVEY = {
  surveyMultiple: surveyed(options),
  surveyNps: surveyed(line('low'), line('high')),
  surveyRating: surveyed(line('low'), line('high')),
  surveySingle: surveyed(options),
  surveyText: surveyed(),
} as const satisfies Readonly<Record<string, readonly Part[]>>

/** What of each collection's documents is said in words, in the order in which it is read. */
export const KINDS = {
  'bank-questions': [{ name: 'question', type: 'blocks', blocks: QUESTIONS }],
  categories: [line('name'), lines('description')],
  courses: [
    line('title'),
    lines('summary'),
    rich('description'),
    lines('outcomes'),
    lines('requirements'),
    lines('audience'),
    faq('faq'),
  ],
  instructors: [
    line('name'),
    line('headline'),
    lines('bio'),
    lines('credentials'),
    rows('certifications', line('title'), line('issuer')),
    rows('history', line('role'), line('place')),
  ],
  lessons: [
    line('title'),
    rich('body'),
    { name: 'chapters', type: 'blocks', blocks: { chapter: [line('title')] } },
    {
      name: 'resources',
      type: 'blocks',
      blocks: { file: [line('title')], link: [line('title')] },
    },
    group('survey', { name: 'questions', type: 'blocks', blocks: SURVEY }),
  ],
  media: [line('alt')],
  offers: [line('title'), line('requestQuestion')],
  pages: [
    line('title'),
    lines('description'),
    {
      name: 'layout',
      type: 'blocks',
      blocks: {
        callToAction: [line('heading'), lines('detail'), line('buttonLabel')],
        courseGrid: [line('heading')],
        faq: [line('heading'), faq('items')],
        hero: [line('promise'), lines('detail'), line('buttonLabel')],
        pricing: [line('heading'), line('note')],
        richText: [rich('content')],
        testimonials: [line('heading'), rows('items', lines('quote'), line('name'), line('role'))],
        video: [line('heading'), line('caption')],
      },
    },
  ],
  paths: [line('title'), lines('summary'), lines('description')],
  quizzes: [
    line('title'),
    {
      name: 'questions',
      type: 'blocks',
      blocks: QUESTIONS,
    },
  ],
  sections: [line('title')],
  tenants: [
    line('name'),
    group(
      'settings',
      line('tagline'),
      group('profile', lines('story'), line('address'), lines('accreditation')),
      group('maintenance', lines('notice')),
    ),
  ],
} as const satisfies Record<string, readonly Part[]>

/** A collection whose documents can be translated. */
export type Translatable = keyof typeof KINDS

export const TRANSLATABLE = Object.keys(KINDS) as [Translatable, ...Translatable[]]

/** The texts of the blocks that may stand inside a formatted text. */
export const TEXT_BLOCKS: Readonly<Record<string, readonly Part[]>> = {
  callout: [line('heading'), lines('text')],
  codeSample: [],
  columns: [rich('first'), rich('second'), rich('third')],
  embed: [line('title')],
}
