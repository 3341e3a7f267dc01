import type { Access } from 'payload'

/** What is on sale now, for anybody. */
export const onSale: Access = () => ({ isActive: { equals: true } })
