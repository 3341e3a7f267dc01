/** A file of somebody's work; `url` opens it for whoever was given it. */
export type WorkFile = { filename: string; id: string; mimeType: string; size: number; url: string }
