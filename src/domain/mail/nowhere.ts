/** Addresses here lead to nobody, and never will (RFC 2606, 2). */
export const NOWHERE = 'erased.invalid'

/** Whether a mail to this address could reach nobody. */
export const leadsNowhere = (address: string): boolean => address.endsWith(`@${NOWHERE}`)
