/** Whether a school closes what a contested payment had opened. */
export const DISPUTE_ACCESS = ['suspend', 'leave'] as const
