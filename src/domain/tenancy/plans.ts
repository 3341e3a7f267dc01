/** Parts of the product that a plan of the platform includes, or leaves out. */
export const INCLUDED = ['certificates', 'coupons', 'domains'] as const

export type IncludedName = (typeof INCLUDED)[number]

/** What the platform takes of a school's sales: `rate` in basis points, and whether it keeps it of what the school gives back. */
export type Fee = { isKept: boolean; rate: number }

/** What a school's plan includes; without a plan, everything. */
export type Included = Record<IncludedName, boolean>
