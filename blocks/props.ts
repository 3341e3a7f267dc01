import type { School } from '@/operations/tenancy/school'

/** What every block of a page is given: what was written into it, whose page it is, and whether it stands first. */
export type BlockProps<Block> = { block: Block; isLead: boolean; school: School }
