/** What a young school does first, in the order in which it makes sense. */
const SETUP_STEPS = [
  'brand',
  'course',
  'lesson',
  'price',
  'home',
  'payments',
  'domain',
  'colleague',
] as const

export type SetupStep = (typeof SETUP_STEPS)[number]

/** Steps of whoever writes courses but does not run the school. */
const AUTHORS_STEPS: readonly SetupStep[] = ['course', 'lesson']

export type Setup = Record<SetupStep, boolean>

type Step = { done: boolean; step: SetupStep }

/** The steps for somebody, each with whether it is done; empty once all are, since nothing is left to say. */
export const stepsFor = ({ isManager, setup }: { isManager: boolean; setup: Setup }): Step[] => {
  const steps = SETUP_STEPS.filter((step) => isManager || AUTHORS_STEPS.includes(step))

  return steps.every((step) => setup[step])
    ? []
    : steps.map((step) => ({ done: setup[step], step }))
}
