import type { PayloadRequest } from 'payload'
export const queueEmail = (_: { data: object; key: string; locale: string; req: PayloadRequest; template: string; to: string }): Promise<void> => Promise.resolve()
