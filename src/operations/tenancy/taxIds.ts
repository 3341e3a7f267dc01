import { isSealed, seal, unseal } from '@/secrets'

type Whose = { tenant: string }

/** A tax id as it is kept: encrypted under a key of its school. */
export const sealTaxId = (
  taxId: null | string | undefined,
  { tenant }: Whose,
): null | string | undefined => (taxId ? seal({ tenant, value: taxId }) : taxId)

/** A tax id as it was typed; one that was kept before they were sealed is as it stands. */
export const openTaxId = (
  taxId: null | string | undefined,
  { tenant }: Whose,
): null | string | undefined =>
  taxId && isSealed(taxId) ? unseal({ sealed: taxId, tenant }) : taxId

type Party = { taxId?: null | string; vatId?: null | string }

const withIds = <P extends Party | null | undefined>(
  party: P,
  change: (taxId: null | string | undefined) => null | string | undefined,
): P =>
  party
    ? {
        ...party,
        ...('taxId' in party && { taxId: change(party.taxId) }),
        ...('vatId' in party && { vatId: change(party.vatId) }),
      }
    : party

/** Who buys or sells as an order or an invoice keeps them: with sealed tax ids. */
export const sealedParty = <P extends Party | null | undefined>(party: P, whose: Whose): P =>
  withIds(party, (taxId) => sealTaxId(taxId, whose))

/** What `sealedParty` sealed, to be read. */
export const openedParty = <P extends Party | null | undefined>(party: P, whose: Whose): P =>
  withIds(party, (taxId) => openTaxId(taxId, whose))
