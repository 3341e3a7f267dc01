/** Milliseconds of rest after which what an author writes is kept as a draft; and the age at which it is without a rest. */
const INTERVAL = 1500

/** Versions of what authors write: drafts that keep themselves, the newest fifty for each document. */
export const drafts = {
  drafts: { autosave: { interval: INTERVAL, showSaveDraftButton: true } },
  maxPerDoc: 50,
}

/** The admin of a collection with `drafts`: keeps them while somebody writes without a rest, too, and goes to the field that its address names. */
export const draftsEdit = {
  beforeDocumentControls: [
    {
      clientProps: { interval: INTERVAL },
      path: '/src/components/admin/SteadyAutosave#SteadyAutosave',
    },
    '/src/components/admin/JumpToField#JumpToField',
  ],
}
