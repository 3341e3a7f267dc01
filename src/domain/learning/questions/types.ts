/** What every question has. `points` is what it is worth; `partial` gives a share of them for a share of the answer. */
type Common = {
  /**
   * Set in an attempt where the question is of the bank: in which version it was asked, which pool drew it, and what the bank calls it
   * (`key`) where the attempt has it under another id.
   */
  bank?: { key?: string; pool?: string; question: string; version: number }
  explanation?: null | string
  id: string
  partial?: boolean | null
  /** Id of a file of the school. */
  picture?: null | string
  points: number
  prompt: string
}

/** How strictly typed words are compared with the accepted ones. */
export type TextRule = {
  exactAccents?: boolean | null
  exactCase?: boolean | null
  exactSpaces?: boolean | null
}

export type ChoiceQuestion = Common & {
  answers: readonly {
    feedback?: null | string
    id: string
    isRight?: boolean | null
    picture?: null | string
    text: string
  }[]
  blockType: 'multipleChoice' | 'singleChoice'
}

export type TrueFalseQuestion = Common & {
  blockType: 'trueFalse'
  feedbackFalse?: null | string
  feedbackTrue?: null | string
  isTrue?: boolean | null
}

/** `accepted` holds one answer a line; the first is the one that is shown as right. */
export type TextQuestion = Common & TextRule & { accepted: string; blockType: 'shortText' }

/** Right within `tolerance`, which is in the value's own unit, or in per cent of the value. */
export type NumberQuestion = Common & {
  blockType: 'number'
  tolerance?: null | number
  toleranceIn?: 'percent' | 'value' | null
  unit?: null | string
  value: number
}

/** `text` names its gaps `[1]`, `[2]` …, in the order of `gaps`. */
export type ClozeQuestion = Common &
  TextRule & {
    blockType: 'cloze'
    gaps: readonly { accepted: string; id: string }[]
    text: string
  }

/**
 * Each pair's left side belongs to its right one. `shown` are the ids of the rows whose right sides are offered, in
 * the order in which an attempt offers them; `match`, set where a key was corrected, the row whose right side it is.
 */
export type MatchingQuestion = Common & {
  blockType: 'matching'
  distractors?: null | readonly { id: string; text: string }[]
  pairs: readonly {
    id: string
    left: string
    match?: null | string
    picture?: null | string
    right: string
  }[]
  shown?: readonly string[]
}

/** `items` stand in the right order, `shown` are their ids in the order in which an attempt shows them. */
export type OrderingQuestion = Common & {
  blockType: 'ordering'
  items: readonly { id: string; text: string }[]
  shown?: readonly string[]
}

/** Written freely and graded by hand; `guide` tells graders what a good answer has. */
export type EssayQuestion = Common & {
  blockType: 'essay'
  guide?: null | string
  mostWords?: null | number
}

/** A question as its quiz keeps it: with the key. */
export type Question =
  | ChoiceQuestion
  | ClozeQuestion
  | EssayQuestion
  | MatchingQuestion
  | NumberQuestion
  | OrderingQuestion
  | TextQuestion
  | TrueFalseQuestion

type Kind = Question['blockType']

/** Something to choose, to match with or to put in order. */
export type OpenAnswer = { id: string; picture?: null | string; text: string }

/**
 * A question as a learner sees it: without the key and without what explains it. An answer to it is a list of
 * texts: ids of `answers` in choices; `true` or `false`; what was typed; the text of each gap; for each of
 * `sides` the id of its answer; the ids of `answers` in their order. An empty text is nothing answered.
 */
export type OpenQuestion = {
  answers: OpenAnswer[]
  /** How many gaps `text` has. */
  gaps?: number
  id: string
  kind: Kind
  /** How many words are asked for at most. */
  mostWords?: null | number
  picture: null | string
  points: number
  prompt: string
  /** What is to be matched with an answer each. */
  sides?: OpenAnswer[]
  text?: string
  unit?: null | string
}

/** What is answered to one question. */
export type Answer = readonly string[]

/** Answers by question. */
export type Chosen = Readonly<Record<string, Answer>>

/** What a kind of question is about. */
export type Rule<Q extends Question> = {
  /** As an attempt asks it: in an order of its own. */
  arranged?: (question: Q, how: { answers: boolean; random: () => number }) => Q
  /** The question as it stood with the key of `present`; null where that is another question now. */
  corrected: (stood: Q, present: Q) => null | Q
  /** What a learner reads about what they answered. */
  feedback?: (question: Q, answer: Answer) => string[]
  /** All that decides whether an answer is right, to tell whether two keys differ. */
  key: (question: Q) => unknown
  /** What a learner sees of it besides what all questions have. */
  open: (question: Q) => Partial<OpenQuestion>
  /** An answer in its normal form; null where the question cannot have such an answer. */
  read: (question: Q, answer: Answer) => Answer | null
  /** The right answer, in the form of an answer. */
  right: (question: Q) => Answer
  /** How much of the answer is right, 0 to 1; 1 for the right answer alone; null where somebody must read it. */
  share: (question: Q, answer: Answer) => null | number
}
