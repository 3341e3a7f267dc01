import { creditNoteText, orderOfCreditNote } from '@/operations/commerce/creditNotes'

import { documentPdf } from './documents'

/** Endpoints below /api/credit-notes, which Payload looks for in the collection itself: `/credit-notes/:id.pdf` leads to the one. */
export const creditNoteEndpoints = [
  documentPdf({ collection: 'credit-notes', orderOf: orderOfCreditNote, textOf: creditNoteText }),
] as const
