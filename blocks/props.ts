import type { School } from '@/operations/tenancy/school'

/**
 * What every block of a page is given: what was written into it, whose page it is, whether it stands
 * first, and whether the block above it stands on the same ground, which is then not left twice.
 */
export type BlockProps<Block> = {
  block: Block
  isJoined: boolean
  isLead: boolean
  school: School
}
