/** Who publishes in a school: whoever writes courses, or managers alone, once they have looked. */
export const PUBLISHERS = ['authors', 'managers'] as const

export type Publishers = (typeof PUBLISHERS)[number]
